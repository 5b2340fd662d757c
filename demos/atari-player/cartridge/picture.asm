; The picture: what to set up before it, and 192 lines that race the beam.
;
; Bricks are playfield, written twice a line, since the left half of a wall differs from the right. The side walls
; are player 1 alone: 16 pixels wide, started 8 pixels before the right edge, so that its other half comes out at
; the left. Thus they keep one colour beside six. Paddle and ball are player 0 and missile 0.

        MAC BALLBIT             ; A = 2 (bit 1 set) if line Y holds the ball, else 1: 13 cycles
        tya
        sec
        sbc beam
        cmp #256-BALL
        lda #1
        adc #0
        ENDM

; ---- before the picture
prepare jsr digits
        lda SWCHB
        and #8
        beq .grey
        lda #$F0
.grey   ora #$0F                ; black and white keeps the luminance
        sta scratch
        ldx #7
.colour lda palette,x
        and scratch
        sta colours,x
        dex
        bpl .colour
        lda padx
        ldx #0
        jsr place
        lda #RIGHTX
        ldx #1
        jsr place
        lda ballx
        ldx #2
        jsr place
        sta WSYNC
        sta HMOVE
        lda padcol
        sta COLUP0
        lda sidecol
        sta COLUP1
        ldx #$25                ; missile 4 pixels, player twice as wide
        lda padwide
        cmp #WIDE
        bne .twice
        ldx #$27                ; four times
.twice  stx NUSIZ0
        lda #5
        sta NUSIZ1
        lda #0
        sta COLUBK
        lda #2
        sta CTRLPF
        lda #PLAYTOP+1
        sec
        sbc bally
        ldx state
        cpx #OVER
        bne .show
        lda #250                ; on no line
.show   sta beam
        rts

; ---- puts object X (0 player 0, 1 player 1, 2 missile 0) at pixel A
place   clc                     ; clear, for one pixel less: wide players and missiles come out one late
        sta WSYNC
.coarse sbc #15                 ; a turn of 5 cycles lets the beam travel 15 pixels
        bcs .coarse
        eor #7
        asl
        asl
        asl
        asl
        sta HMP0,x
        sta.wx RESP0,x
        rts

; ---- X lines of whatever is on
lines   sta WSYNC
        dex
        bne lines
        rts

picture lda #0
        sta WSYNC
        sta VBLANK              ; line 0
        ldx #3
        jsr lines
; score at the left in the paddle's colour, lives at the right in the walls': 5 x 4 lines
        ldx #4
.digit  ldy #4
.score  sta WSYNC
        lda digit0,x
        sta PF0
        lda digit1,x
        sta PF1                 ; 14
        lda #0
        sta PF2                 ; 19
        nop
        nop
        nop
        nop
        nop
        sta PF0                 ; 32: after its left half was drawn (28), before the right (49)
        nop
        nop
        nop
        nop
        sta PF1                 ; 43 (39-54)
        lda digit2,x
        nop
        sta PF2                 ; 52 (50-65)
        dey
        bne .score
        dex
        bpl .digit
        sta WSYNC
        lda #0
        sta PF0
        sta PF1
        sta PF2
        ldx #3
        jsr lines
; top wall: 8 lines
        lda sidecol
        ldx #$FF
        sta WSYNC               ; line 28
        sta COLUPF
        stx PF0
        stx PF1
        stx PF2
        stx GRP1
        lda #0
        sta CTRLPF
        ldx #7
        jsr lines
        ldy #PLAYTOP
        BALLBIT
        ldx #0
; 16 open lines
        sta WSYNC               ; line 36
        sta ENAM0
        stx PF0
        stx PF1
        stx PF2
        dey
        BALLBIT
.open   sta WSYNC
        sta ENAM0
        dey
        BALLBIT
        cpy #PLAYTOP-ROWTOP
        bne .open
; six rows, each a gap of one line and seven lines of brick
ROW     SET 0
        REPEAT 6
        SUBROUTINE
        sta WSYNC
        sta ENAM0
        lda #0
        sta PF0
        sta PF1
        sta PF2
        lda rowcol+ROW
        sta COLUPF              ; 20
        dey
        BALLBIT
        ldx #7
.brick  sta WSYNC
        sta ENAM0               ; 3
        lda left0+ROW
        sta PF0                 ; 9
        lda left1+ROW
        sta PF1                 ; 15
        lda left2+ROW
        sta PF2                 ; 21
        dey
        lda right0+ROW
        nop
        sta PF0                 ; 31 (28-49)
        lda right1+ROW
        sec
        nop
        sta PF1                 ; 41 (39-54)
        lda right2+ROW
        nop
        nop
        sta PF2                 ; 51 (50-65)
        tya                     ; BALLBIT, whose SEC is above
        sbc beam
        cmp #256-BALL
        lda #1
        adc #0
        dex
        bne .brick              ; 67
ROW     SET ROW+1
        REPEND
        SUBROUTINE
; open lines, the paddle, and the lines below
        ldx #0
        sta WSYNC
        sta ENAM0
        stx PF0
        stx PF1
        stx PF2
        dey
        BALLBIT
.below  sta WSYNC
        sta ENAM0
        dey
        BALLBIT
        cpy #PLAYTOP-PADDLE
        bne .below
        ldx #$FF
.paddle sta WSYNC
        sta ENAM0
        stx GRP0
        dey
        BALLBIT
        cpy #PLAYTOP-PADDLE-4
        bne .paddle
        ldx #0
.deep   sta WSYNC
        sta ENAM0
        stx GRP0
        dey
        BALLBIT
        cpy #255
        bne .deep
        sta WSYNC
        lda #2
        sta VBLANK
        lda #36                 ; runs out in the last of 30 lines
        sta TIM64T
        lda #0
        sta ENAM0
        sta GRP1
        rts
