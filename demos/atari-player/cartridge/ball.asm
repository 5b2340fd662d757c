; The ball in play: side walls, top, bottom, bricks, paddle, in this order.

play    clc
        lda ballxf
        adc speedxf
        sta ballxf
        lda ballx
        adc speedx
        sta ballx
        cmp #LEFTX
        bcs .notleft
        lda #LEFTX
        bne .side
.notleft cmp #RIGHTX-BALL+1
        bcc .rise
        lda #RIGHTX-BALL
.side   sta ballx
        sec                     ; the speed is turned round
        lda #0
        sta ballxf
        sbc speedxf
        sta speedxf
        lda #0
        sbc speedx
        sta speedx
        lda #20
        jsr tick
.rise   clc
        lda bally
        adc speedy
        cmp #240                ; above the first line, that is, below 0
        bcc .nottop
        lda #20
        jsr tick
        lda #PACE
        sta speedy
        lda #0
.nottop sta bally
        cmp #PLAYTOP-1
        bcc .inside
; ---- lost
        lda #8
        sta AUDC0
        lda #24
        sta AUDF0
        lda #31
        sta sound
        dec lives
        beq finish
        jmp newball
finish  lda #OVER
        sta state
        rts
.inside ldx speedy              ; the edge that leads
        bmi .edge
        adc #BALL-1             ; carry is clear
.edge   cmp #ROWTOP
        bcc .free
        cmp #ROWEND
        bcc brick
        jmp paddle
.free   rts

; ---- A = line among the bricks; a brick there is broken and turns the ball
brick   sbc #ROWTOP-1           ; carry is clear
        lsr
        lsr
        lsr
        sta row
        lda ballx
        clc
        adc #BALL/2
        lsr
        lsr
        and #$FE                ; a brick is two playfield pixels, of which this is the left one
        tax
        lda register,x
        clc
        adc row
        tay
        lda bricks,y
        and pixel,x
        beq .gone
        jsr chip
        inx
        lda register,x          ; its right pixel may be another register's
        clc
        adc row
        tay
        jsr chip
        sec
        lda #0
        sbc speedy
        sta speedy
        inc broken
        bne .count
        inc broken+1
.count  ldx row
        sed
        clc
        lda score
        adc points,x
        sta score
        lda score+1
        adc #0
        sta score+1
        cld
        lda pitch,x
        sta AUDF0
        lda #4
        sta AUDC0
        lda #15
        sta sound
        dec left
        bne .gone
        inc walls
        lda walls
        cmp #WALLS
        beq finish
.gone   rts

chip    lda bricks,y
        eor pixel,x
        sta bricks,y
        rts

; ---- A = lower edge of a ball below the bricks; the paddle sends it back, by where it was met
paddle  ldx speedy
        bmi .miss
        cmp #PADDLE
        bcc .miss
        cmp #PADDLE+4
        bcs .miss
        lda ballx               ; 0 .. padwide+2 from one last pixel to the other
        adc #BALL-1             ; carry is clear
        sec
        sbc padx
        bcc .miss
        ldx padwide
        cpx #WIDE
        beq .wide
        cmp #NARROW+BALL-1
        bcs .miss
        asl                     ; 0 .. 36
        bcc .hit
.wide   cmp #WIDE+BALL-1
        bcs .miss
        adc #1                  ; 1 .. 35
.hit    jsr aim
        lda #256-PACE
        sta speedy
        lda #PADDLE-BALL
        sta bally
        lda #12
        jsr tick
        lda left                ; a cleared wall is built again while the ball is far below it
        bne .miss
        jsr build
.miss   rts

; ---- A = 0 .. 36: the ball's sideways speed, with a little chance, lest it run in a ring for ever
aim     tax
        ldy zone,x
        lda random
        and #15
        clc
        adc anglelo,y
        sta speedxf
        lda anglehi,y
        adc #0
        sta speedx
        rts

; ---- a short sound of pitch A
tick    sta AUDF0
        lda #12
        sta AUDC0
        sta sound
        rts
