; RUBBLE: a wall-breaking game for the Atari 2600, 4 KB, NTSC.
;
; Two walls of 108 bricks, four balls. The paddle is 32 pixels wide before the first wall and 16 before the second.
;
;   joystick left, right    move the paddle, 3 pixels a frame
;   fire                    serve at once (a ball serves itself after half a second); after the end, a new game
;   reset                   a new game
;   left difficulty A       the narrow paddle from the start
;   colour / b&w            as it says
;
; A frame is 262 lines: 3 of synchronisation, 37 in which picture.asm prepares itself, 192 of picture, and 30 in
; which game.asm moves everything by one step. Positions are kept in RAM and compared there: the collision latches
; of the TIA would tell that the ball met the wall, but not which brick.

        processor 6502
        include "hardware.asm"
        include "memory.asm"

        SEG CODE
        ORG $F000
start   sei
        cld
        ldx #0
        txa
.clear  dex                     ; zero RAM and TIA, and leave the stack pointer at $FF
        txs
        pha
        bne .clear
        lda #$5A                ; any number but 0, on which a shift register never leaves 0
        sta random
        jsr newgame

frame   lda #2
        sta WSYNC
        sta VSYNC
        sta WSYNC
        sta WSYNC
        lda #45                 ; runs out in the last of 37 lines
        sta TIM64T
        sta WSYNC
        lda #0
        sta VSYNC
        jsr prepare
.blank  lda INTIM
        bne .blank
        jsr picture
        jsr game
.over   lda INTIM
        bne .over
        jmp frame

        include "picture.asm"
        include "digits.asm"
        include "game.asm"
        include "ball.asm"
        include "tables.asm"

        ORG $FFEC
        .byte "RUBBLE  2026"
        ORG $FFFC
        .word start             ; reset
        .word start             ; break: there is none, but a stray one restarts
