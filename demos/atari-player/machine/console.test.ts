import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { Console, type Held } from './console';
import { SAMPLES_A_SECOND } from './sample-rate';

vi.setConfig({ testTimeout: 30_000 });

const rubble = new Uint8Array(readFileSync(new URL('../cartridge/rubble.bin', import.meta.url)));

/** A hand that nobody could mistake for another: left, right, fire by turns. */
const hand = (frame: number): Held => ({ left: frame % 90 < 30, right: frame % 90 >= 60, fire: frame % 50 === 0 });

async function play(seed: number, frames: number): Promise<Console> {
  const console = await Console.insert(rubble, { seed });
  for (let frame = 0; frame < frames; frame++) console.frame(hand(frame));
  return console;
}

/** A cartridge of 4 KB that begins with these instructions. */
function cartridge(...code: number[]): Uint8Array {
  const bytes = new Uint8Array(4096).fill(0xea);
  bytes.set(code);
  bytes.set([0x00, 0xf0, 0x00, 0xf0], 4092);
  return bytes;
}

async function framesUntilJam(bytes: Uint8Array): Promise<{ frames: number; message: string }> {
  const console = await Console.insert(bytes, { seed: 1 });
  for (let frames = 0; frames < 200; frames++)
    try {
      console.frame({});
    } catch (error) {
      return { frames, message: (error as Error).message };
    }
  return { frames: 200, message: '' };
}

describe('the console', () => {
  it('shows the same frames to the same hand, and others to an idle one', async () => {
    const hash = ({ picture }: Console) => createHash('md5').update(picture).digest('hex');
    const played = hash(await play(1, 150));
    expect(hash(await play(1, 150))).toBe(played);
    const idle = await Console.insert(rubble, { seed: 1 });
    for (let frame = 0; frame < 150; frame++) idle.frame({});
    expect(hash(idle)).not.toBe(played);
  });

  it('is heard when somebody listens, half a thousand samples a frame', async () => {
    const console = await play(1, 20);
    expect(console.samples()).toHaveLength(0);
    console.listening = true;
    let heard = 0;
    let loudest = 0;
    for (let frame = 0; frame < 120; frame++) {
      console.frame(hand(frame));
      heard += console.samples().length;
      loudest = Math.max(loudest, ...console.samples());
    }
    expect(heard / 120).toBeCloseTo(SAMPLES_A_SECOND / 60, -1);
    expect(loudest).toBeGreaterThan(0.01);
  });
});

describe('a cartridge that jams it', () => {
  it.each([
    ['with an instruction that stops the processor', cartridge(0x02), 0, 'stops the processor'],
    ['in a loop that shows nothing', cartridge(0x4c, 0x00, 0xf0), 120, 'no rhythm'],
    ['with a vertical sync that never ends', cartridge(0xa9, 2, 0x85, 0, 0x4c, 4, 0xf0), 121, 'no rhythm'],
  ])('is found out: %s', async (_, bytes, frames, words) => {
    const jam = await framesUntilJam(bytes);
    expect(jam.frames).toBe(frames);
    expect(jam.message).toContain(words);
  });
});

describe('what is no cartridge', () => {
  it.each([
    ['nothing', new Uint8Array(0), '0 bytes'],
    ['a megabyte', new Uint8Array(1 << 20), '1024 KB'],
    ['5 KB', new Uint8Array(5 * 1024).fill(1), '5 KB'],
    ['4 KB of one byte', new Uint8Array(4096).fill(0xff), 'empty'],
    [
      '4 KB of text',
      new TextEncoder()
        .encode('lorem ipsum '.repeat(342))
        .slice(0, 4096)
        .map((c) => c & 0x6f),
      'first instruction',
    ],
    ['a cartridge with a processor of its own', withMark('DPC+'), 'ARM'],
  ])('is told apart: %s', async (_, bytes, words) => {
    const refused = Console.insert(bytes, { seed: 1 });
    await expect(refused).rejects.toMatchObject({ name: 'DemoError', code: 'input' });
    await expect(refused).rejects.toThrow(words);
  });

  it.each([2, 4, 8, 12, 16, 32])('but %i KB of code are one', async (kilobytes) => {
    const bytes = new Uint8Array(kilobytes * 1024);
    const code = cartridge(0x4c, 0x00, 0xf0).slice(kilobytes === 2 ? 2048 : 0);
    for (let at = 0; at < bytes.length; at += code.length) bytes.set(code, at);
    await expect(Console.insert(bytes, { seed: 1 })).resolves.toBeInstanceOf(Console);
  });
});

function withMark(mark: string): Uint8Array {
  const bytes = new Uint8Array(32 * 1024).map((_, at) => (at * 7) & 0xff);
  bytes.set(new TextEncoder().encode(mark), 5000);
  return bytes;
}
