; Score and lives as playfield bits: a digit is 5 rows of 3 pixels behind a gap of one.

digits  lda score+1
        jsr offset
        ldx #4
.high   lda mirror,y            ; PF0 is drawn from bit 4 to bit 7
        asl
        sta digit0,x
        iny
        dex
        bpl .high
        lda score
        lsr
        lsr
        lsr
        lsr
        jsr offset
        ldx #4
.tens   lda shape,y
        asl
        asl
        asl
        asl
        sta digit1,x
        iny
        dex
        bpl .tens
        lda score
        jsr offset
        ldx #4
.units  lda shape,y
        ora digit1,x
        sta digit1,x
        iny
        dex
        bpl .units
        lda lives
        jsr offset
        ldx #4
.lives  lda mirror,y            ; PF2 too, from bit 0 to bit 7
        sta digit2,x
        iny
        dex
        bpl .lives
        rts

; ---- Y = 5 x the low digit of A
offset  and #$0F
        sta scratch
        asl
        asl
        clc
        adc scratch
        tay
        rts
