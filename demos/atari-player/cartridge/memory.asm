; Constants and RAM. The trainer reads `score` to `walls`; their addresses are a promise.

SERVING = 0                     ; values of `state`
PLAYING = 1
OVER    = 2

BALLS   = 4
BRICKS  = 108                   ; 6 rows of 18
WALLS   = 2
PLAYTOP = 155                   ; the play area has 156 lines, counted down from here by the picture
ROWTOP  = 16                    ; first line of the bricks, counted from the top of the play area; 8 lines a row
ROWEND  = 64
PADDLE  = 140                   ; first line of the paddle, which has 4
BALL    = 4                     ; side of the ball, in pixels and lines
LEFTX   = 8                     ; first pixel of the play area
RIGHTX  = 152                   ; first pixel of the right wall
WIDE    = 32
NARROW  = 16
PACE    = 3                     ; pixels a frame of the paddle; lines a frame of the ball
SERVE   = 2                     ; lines a frame of a ball that was never hit
WAIT    = 30                    ; frames for which a ball is shown before it drops

        SEG.U RAM
        ORG $80
score   ds 2                    ; $80 low, $81 high: three decimal digits
lives   ds 1                    ; $82 balls left, with the one in play
state   ds 1                    ; $83
left    ds 1                    ; $84 bricks left in this wall
broken  ds 2                    ; $85 low, $86 high: bricks broken in this game
walls   ds 1                    ; $87 walls cleared
padx    ds 1                    ; $88 left pixel of the paddle
ballx   ds 1                    ; $89 left pixel of the ball
bally   ds 1                    ; $8A its top line in the play area
ballxf  ds 1                    ; 1/256 pixel
speedx  ds 1                    ; pixels a frame, signed, and its fraction
speedxf ds 1
speedy  ds 1                    ; lines a frame, signed
padwide ds 1                    ; WIDE or NARROW
timer   ds 1
random  ds 1
sound   ds 1                    ; frames for which the sound fades
beam    ds 1                    ; the ball's place as the picture counts
row     ds 1
scratch ds 1
colours ds 8                    ; six rows, paddle and ball, side walls
rowcol  = colours
padcol  = colours+6
sidecol = colours+7
digit0  ds 5                    ; hundreds as PF0
digit1  ds 5                    ; tens and units as PF1
digit2  ds 5                    ; lives as PF2
bricks  ds 36                   ; six playfield registers, six rows each
left0   = bricks
left1   = bricks+6
left2   = bricks+12
right0  = bricks+18
right1  = bricks+24
right2  = bricks+30
