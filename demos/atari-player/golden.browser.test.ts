import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDoors } from '../../doors';
import golden from '../../models/atari-player/golden.json';
import { siteUrl } from '../../src/demo/site';
import type { Session } from '../../src/engine/client';
import { engineFor } from '../../src/engine/engines';
import type { BackendName } from '../../src/engine/protocol';
import type { Checkpoint } from './games';
import { DEPTH, HEIGHT, observe, SIDE, WIDTH } from './observation';
import { luminances, turnedPalette } from './palette';
import { type Ask, best, type Played } from './task';

/** From raw pictures of another emulator to action values, against PyTorch. */

openDoors();
const palette = turnedPalette(0);
const greys = luminances(palette);

/** The golden's colours as indices of ours. */
const indices = golden.preprocess.colours.map((colour) => {
  const rgb = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)).join();
  return Array.from({ length: palette.length / 3 }, (_, index) =>
    palette.slice(3 * index, 3 * index + 3).join(),
  ).indexOf(rgb);
});

async function inflated(base64: string): Promise<Uint8Array> {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function stackOf(pictures: string): Promise<Uint8Array[]> {
  const own = (await inflated(pictures)).map((colour) => indices[colour] as number);
  const size = WIDTH * HEIGHT;
  const picture = (at: number) => own.subarray(at * size, (at + 1) * size);
  return Array.from({ length: DEPTH }, (_, depth) => observe(picture(2 * depth), picture(2 * depth + 1), greys));
}

/** [84, 84, 4] */
async function sha256(stack: readonly Uint8Array[]): Promise<string> {
  const bytes = new Uint8Array(SIDE * SIDE * DEPTH);
  for (let at = 0; at < bytes.length; at++) bytes[at] = stack[at % DEPTH]?.[Math.floor(at / DEPTH)] as number;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

it('every colour of the goldens is one of the console’s', () => {
  expect(indices).not.toContain(-1);
  expect(golden.cases.length).toBeGreaterThanOrEqual(20);
});

it.each(golden.cases.map((_, index) => index))('what is seen of case %i is the same to the last bit', async (index) => {
  const { pictures } = golden.input[index] as (typeof golden.input)[number];
  expect(await sha256(await stackOf(pictures))).toBe(golden.cases[index]?.sha256);
});

describe.each<BackendName>(['webgl', 'wasm'])('on %s', (backend) => {
  let session: Session<Ask, Played>;
  beforeAll(async () => {
    session = engineFor(backend).open('atari-player', () => undefined);
    const src = siteUrl('models/atari-player/');
    await session.load({ src, siblings: [], signal: new AbortController().signal, onProgress: () => undefined });
  });
  afterAll(() => session.dispose());

  it.each<Checkpoint>(['random', 'early', 'middle', 'final'])('the %s network says the same', async (checkpoint) => {
    for (const [index, { pictures }] of golden.input.entries()) {
      const turn = { by: 'judge', stack: await stackOf(pictures) } as const;
      const { result } = await session.step({ start: { game: 1, seed: 1 }, turn, checkpoint, hue: 0, sound: false });
      const { actionValues, action } = golden.cases[index] as (typeof golden.cases)[number];
      const expected = actionValues[checkpoint];
      const off = expected.map((value, move) => Math.abs(value - (result.judged?.[move] as number)));
      expect(Math.max(...off)).toBeLessThanOrEqual(golden.tolerance.action_values);
      if (checkpoint === 'final') expect(best(result.judged ?? [])).toBe(action);
    }
  });
});
