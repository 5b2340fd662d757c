import { createRequire } from 'node:module';
import type * as Dasm from 'dasm';
import { describe, expect, it, vi } from 'vitest';
import { GAMES } from '../games';
import { Console, type Held, type Pots } from './console';

vi.setConfig({ testTimeout: 30_000 });

// A CommonJS module with a default export, which bundlers and Node unwrap differently.
const { default: dasm } = createRequire(import.meta.url)('dasm') as typeof Dasm;

/** How long the charge of each paddle takes in lines, in 0x80 and 0x81; the joystick's switches in 0x82. */
const meter = `
        processor 6502
VSYNC   = $00
VBLANK  = $01
WSYNC   = $02
INPT0   = $08
INPT1   = $09
SWCHA   = $280
        SEG CODE
        ORG $F000
start   sei
        cld
frame   lda #2
        sta WSYNC
        sta VSYNC
        sta WSYNC
        sta WSYNC
        sta WSYNC
        lda #$82                ; no picture, and both capacitors to ground
        sta VBLANK
        lda #0
        sta VSYNC
        ldx #37
.empty  sta WSYNC
        dex
        bne .empty
        stx VBLANK              ; from now on they are charged
        stx $80
        stx $81
        ldx #221
.line   sta WSYNC
        bit INPT0
        bmi .full0
        inc $80
.full0  bit INPT1
        bmi .full1
        inc $81
.full1  dex
        bne .line
        lda SWCHA
        sta $82
        jmp frame
        ORG $FFFC
        .word start, start
`;

const assembled = dasm(meter, { format: 3, quick: true });
if (!assembled.success) throw new Error(assembled.output.join('\n'));

async function measure(
  paddles: Pots | undefined,
): Promise<(held: Held) => [one: number, two: number, switches: number]> {
  const console = await Console.insert(assembled.data, { seed: 1, ...(paddles && { paddles }) });
  const held = (hand: Held): [number, number, number] => {
    console.frame(hand);
    return [console.peek(0x80), console.peek(0x81), console.peek(0x82)];
  };
  for (let frame = 0; frame < 10; frame++) held({});
  return held;
}

describe('paddles', () => {
  it('stand in the middle, and both take longer to charge the more they are turned to the left', async () => {
    const held = await measure({ from: 0, to: 0.5 });
    const [middle, other] = held({});
    expect(middle).toBeGreaterThan(10);
    expect(other).toBe(middle);
    expect(held({})[0]).toBe(middle);
    // What is held in a frame is seen by the game at the end of it.
    const lefts = Array.from({ length: 5 }, () => held({ turn: 0.03 })[0]);
    expect(lefts).toEqual([...lefts].sort((a, b) => a - b));
    expect(new Set([middle, ...lefts]).size).toBe(6);
    for (let frame = 0; frame < 5; frame++) held({ turn: -0.03 });
    expect(held({})[0]).toBe(middle);
  });

  it('stop at both ends', async () => {
    const held = await measure({ from: 0.1, to: 0.3 });
    const end = (turn: number) => {
      for (let frame = 0; frame < 30; frame++) held({ turn });
      return held({ turn })[0];
    };
    const [low, high] = [end(-0.02), end(0.02)];
    expect(held({ turn: 1 })[0]).toBe(high);
    expect(end(-0.5)).toBe(low);
    expect(high / low).toBeCloseTo(3, 0);
  });

  it('have two buttons, where a joystick has its left and right', async () => {
    const held = await measure({ from: 0, to: 1 });
    expect(held({ left: true, right: true })[2] >> 6).toBe(0b11);
    expect(held({ fire: true })[2] >> 6).toBe(0b00);
  });

  it('are not plugged in for a joystick, which a turn does nothing to', async () => {
    const held = await measure(undefined);
    const still = held({});
    expect(held({ turn: 0.3 })).toEqual(still);
    expect(held({ left: true })[2] >> 6).toBe(0b10);
    expect(held({ right: true })[2] >> 6).toBe(0b01);
  });

  it('go from the middle of Pong to its end in 17 frames, as in training', async () => {
    const { paddles, moves } = GAMES.pong;
    const turn = moves[1]?.held.turn as number;
    const held = await measure(paddles);
    const lines = Array.from({ length: 20 }, () => held({ turn })[0]);
    expect(lines[16]).toBeGreaterThan(lines[15] as number);
    expect(new Set(lines.slice(16)).size).toBe(1);
  });
});
