; One step of the game, in the 30 lines below the picture: sound, chance, switches, paddle; then ball.asm.

game    lda sound
        beq .quiet
        dec sound
.quiet  lsr
        sta AUDV0
        lda random              ; a shift register of period 255
        lsr
        bcc .shift
        eor #$B4
.shift  sta random
        lda SWCHB
        lsr
        bcc newgame             ; reset is held
        jsr width
        jsr steer
        ldx state
        beq serving
        dex
        bne .end
        jmp play
.end    lda INPT4               ; over: fire begins again
        bpl newgame
        rts

newgame lda #0
        sta score
        sta score+1
        sta broken
        sta broken+1
        sta walls
        lda #BALLS
        sta lives
        lda #(LEFTX+RIGHTX-WIDE)/2
        sta padx
        lda #WIDE
        sta padwide
        jsr build
; ---- a ball at a place of chance, that waits to be seen
newball lda #SERVING
        sta state
        lda #WAIT
        sta timer
        lda random
        and #63
        clc
        adc #46
        sta ballx
        lda #ROWEND+8
        sta bally
        lda left                ; the last ball may have taken the last brick with it
        bne .wall
build   lda #BRICKS
        sta left
        ldx #35
        lda #$FF
.fill   sta bricks,x
        dex
        bpl .fill
.wall   rts

serving lda INPT4
        bpl .drop
        dec timer
        bne .wait
.drop   lda #SERVE
        sta speedy
        lda random
        and #31                 ; all angles but the very flattest
        clc
        adc #2
        jsr aim
        lda #PLAYING
        sta state
.wait   rts

; ---- the paddle's width, and its middle kept when it shrinks
width   lda SWCHB
        asl                     ; bit 6, the difficulty, to bit 7
        bmi .narrow
        lda walls
        bne .cleared
        lda padwide             ; a switch may come back to B
        cmp #WIDE
        beq .same
        lda #WIDE
        sta padwide
        lda padx
        sec
        sbc #(WIDE-NARROW)/2
        jmp clamp
.cleared lda left               ; the wide paddle finishes the ball that finished the wall
        beq .same
.narrow lda padwide
        cmp #NARROW
        beq .same
        lda #NARROW
        sta padwide
        lda padx
        clc
        adc #(WIDE-NARROW)/2
        sta padx
.same   rts

steer   lda padx
        bit SWCHA
        bmi .left               ; bit 7: not right
        clc
        adc #PACE
.left   bit SWCHA               ; once more, since ADC has changed V
        bvs clamp               ; bit 6: not left
        sec
        sbc #PACE
clamp   cmp #LEFTX
        bcs .min
        lda #LEFTX
.min    sta padx
        lda #RIGHTX
        sec
        sbc padwide
        cmp padx
        bcs .max
        sta padx
.max    rts
