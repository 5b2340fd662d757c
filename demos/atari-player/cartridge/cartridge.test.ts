import { readFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { wire } from '../machine/cartridge';
import { Console, type Held } from '../machine/console';
import { ArrayBufferSurface, Board } from '../machine/stella';
import { turnedPalette } from '../palette';
import { assembleRubble } from './assemble';
import trace from './stella-trace.json';

vi.setConfig({ testTimeout: 60_000 });

const rubble = new Uint8Array(readFileSync(new URL('rubble.bin', import.meta.url)));
const POWER_ON = 20;
const CLOCKS_A_CYCLE = 3;
const CLOCKS_A_LINE = 228;
const MOST_CLOCKS = 1000 * CLOCKS_A_LINE;

/** The hand of training/atari-player/trace.py. */
const hand = (frame: number): Held => ({
  right: frame % 7 > 0 && frame % 84 < 41,
  left: frame % 7 > 0 && frame % 84 >= 41,
  fire: frame % 131 < 3,
  reset: frame % 701 === 700,
});

/** Red, green, blue of each pixel. */
function colours({ picture }: Console, palette: Uint8Array): Uint8Array {
  const rgb = new Uint8Array(3 * picture.length);
  picture.forEach((index, pixel) => {
    for (let channel = 0; channel < 3; channel++) rgb[3 * pixel + channel] = palette[3 * index + channel] as number;
  });
  return rgb;
}

const memory = (console: Console): Uint8Array => Uint8Array.from({ length: 128 }, (_, at) => console.peek(0x80 + at));

/** Plays a frame and counts the lines to the next vertical sync, in 6502.ts itself, clock by clock. */
async function lineCounter(): Promise<(held: Held) => number> {
  const switches = { tvMode: 0, enableAudio: false, pcmAudio: false, emulatePaddles: false } as const;
  const board = new Board({ ...switches, randomSeed: 1, frameStart: -1, cpuType: 0 }, await wire(rubble));
  const video = board.getVideoOutput();
  const [width, height] = [video.getWidth(), video.getHeight()];
  const surface = ArrayBufferSurface.createFromArrayBuffer(width, height, new ArrayBuffer(4 * width * height));
  let frames = 0;
  video.setSurfaceFactory(() => surface);
  video.newFrame.addHandler(() => {
    frames++;
  });
  board.boot();
  return ({ left = false, right = false }) => {
    board.getJoystick0().getLeft().toggle(left);
    board.getJoystick0().getRight().toggle(right);
    const before = frames;
    let clocks = 0;
    while (frames === before && clocks < MOST_CLOCKS) clocks += board.tick(CLOCKS_A_CYCLE);
    return clocks / CLOCKS_A_LINE;
  };
}

describe('the cartridge', () => {
  it('is what its source assembles to', () => {
    expect(rubble).toHaveLength(4096);
    expect(Buffer.compare(assembleRubble(), rubble)).toBe(0);
  });

  it('sends 262 lines a frame, whatever happens in it', async () => {
    const linesOf = await lineCounter();
    for (let frame = 0; frame < POWER_ON; frame++) linesOf({});
    const counts = Array.from({ length: 200 }, (_, frame) => linesOf(hand(frame)));
    expect(new Set(counts)).toEqual(new Set([262]));
  });

  it('shows in 6502.ts what it shows in Stella, where the policy learned, to the pixel and the byte', async () => {
    const console = await Console.insert(rubble, { seed: 1 });
    const palette = turnedPalette(0);
    for (let frame = 0; frame < POWER_ON; frame++) console.frame({});
    let sum = 0;
    for (let frame = 0; frame < trace.frames; frame++) {
      console.frame(hand(frame));
      sum = crc32(colours(console, palette), crc32(memory(console), sum));
      if (frame % trace.every === trace.every - 1)
        expect(sum.toString(16).padStart(8, '0'), `up to frame ${frame}`).toBe(
          trace.sums[Math.floor(frame / trace.every)],
        );
    }
  });
});
