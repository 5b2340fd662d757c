import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ModelFolder } from './parse-sums';
import { type ByteCount, WeightStore } from './weight-store';

/** Two demos that read one folder, of which one has a further folder of its own. */

const FILES: Readonly<Record<string, string>> = {
  'https://site/models/sees/eyes.bin': 'what both see with',
  'https://site/models/writes/hand.bin': 'what one writes with',
};
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const folder = (name: string, file: string, text = FILES[`https://site/models/${name}/${file}`]): ModelFolder => ({
  src: `https://site/models/${name}/`,
  sums: new Map([[file, sha256(text as string)]]),
});
const sees = { ...folder('sees', 'eyes.bin'), siblings: {} };
const writes = { ...folder('writes', 'hand.bin'), siblings: { sees } };
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** Answers at once, or when it is let. */
const serve = (hold?: Promise<unknown>) => {
  const asked = vi.fn(async (url: string) => {
    await hold;
    return new Response(FILES[url] ?? null, { status: FILES[url] === undefined ? 404 : 200 });
  });
  vi.stubGlobal('fetch', asked);
  return asked;
};
afterEach(() => vi.unstubAllGlobals());

describe('a folder beside the demo’s own', () => {
  it('is verified against its own sums, and fetched once for all who read it', async () => {
    const asked = serve();
    const store = new WeightStore();
    const [one, other] = [store.access(sees, () => undefined), store.access(writes, () => undefined)];
    const [own, shared, hand] = await Promise.all([
      one.file('eyes.bin'),
      other.folder('sees').file('eyes.bin'),
      other.file('hand.bin'),
    ]);
    expect(text(shared)).toBe('what both see with');
    expect(shared).toBe(own);
    expect(text(hand)).toBe('what one writes with');
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it('stays with the one demo when the other gives up', async () => {
    const gate: { open?: () => void } = {};
    serve(
      new Promise<void>((resolve) => {
        gate.open = resolve;
      }),
    );
    const store = new WeightStore();
    const one = store.access(sees, () => undefined);
    const other = store.access({ ...writes, sums: new Map([['hand.bin', sha256('something else')]]) }, () => undefined);
    const eyes = one.file('eyes.bin');
    const [shared, hand] = [other.folder('sees').file('eyes.bin'), other.file('hand.bin')];
    shared.catch(() => undefined);
    gate.open?.();
    await expect(hand).rejects.toMatchObject({ code: 'checksum' });
    other.release();
    expect(text(await eyes)).toBe('what both see with');
  });

  it('is refused if it was not named', () => {
    expect(() => new WeightStore().access(sees, () => undefined).folder('writes')).toThrow('writes');
  });
});

it('progress covers both folders, and knows no total before every file has told its length', async () => {
  serve();
  const counts: ByteCount[] = [];
  const access = new WeightStore().access(writes, (count) => counts.push({ ...count }));
  await Promise.all([access.file('hand.bin'), access.folder('sees').file('eyes.bin')]);
  await new Promise((resolve) => setTimeout(resolve, 0));
  const whole = Object.values(FILES).join('').length;
  expect(counts.at(-1)).toEqual({ loaded: whole, total: whole });
  expect(counts.every(({ total }) => total === 0 || total === whole)).toBe(true);
});
