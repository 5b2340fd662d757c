; The registers in use, by the names of the "Stella Programmer's Guide" (S. Wright, 1979).

; TIA, written
VSYNC   = $00
VBLANK  = $01
WSYNC   = $02                   ; halts the processor until the next line begins
NUSIZ0  = $04                   ; width of player 0 (bits 0-2) and missile 0 (bits 4-5)
NUSIZ1  = $05
COLUP0  = $06
COLUP1  = $07
COLUPF  = $08
COLUBK  = $09
CTRLPF  = $0A                   ; bit 1: the playfield's halves take the players' colours
PF0     = $0D                   ; playfield, 20 bits of 4 pixels: PF0 bits 4-7, PF1 bits 7-0, PF2 bits 0-7
PF1     = $0E
PF2     = $0F
RESP0   = $10                   ; and RESP1, RESM0: the object starts where the beam is
AUDC0   = $15
AUDF0   = $17
AUDV0   = $19
GRP0    = $1B
GRP1    = $1C
ENAM0   = $1D
HMP0    = $20                   ; and HMP1, HMM0: fine motion
HMOVE   = $2A

; TIA, read
INPT4   = $0C                   ; bit 7 clear: fire

; RIOT
SWCHA   = $280                  ; bit 7 clear: right; bit 6 clear: left
SWCHB   = $282                  ; bit 0 clear: reset; bit 3 set: colour; bit 6 set: left difficulty A
INTIM   = $284
TIM64T  = $296
