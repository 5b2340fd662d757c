import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDoors } from '../../doors';
import golden from '../../models/image-captioner/golden.json';
import { heard } from '../../tests/support/page';
import type { ImageCaptionerElement } from './element';
import type { Caption, CaptionResult, DecoderName } from './task';

/** From raw picture files to sentences, against PyTorch. */

const { tolerance, cases } = golden;
/** Two words that are all but equally likely may change places between PyTorch and a GPU. */
const MAY_DIFFER = 1;

const photographs = import.meta.glob<string>(
  ['./photos/*.jpg', '../image-classifier/photos/*.jpg', '../../models/image-classifier/golden/*.jpg'],
  { query: '?url', import: 'default', eager: true },
);
const urlOf = (file: string): string =>
  photographs[
    file.replace('demos/image-captioner/', './').replace('demos/', '../').replace('models/', '../../models/')
  ] as string;

const elements = openDoors();
beforeAll(async () => {
  await elements.get('image-captioner')?.();
});

it('there are at least ten pictures', () => {
  expect(cases.length).toBeGreaterThanOrEqual(10);
});

/** A software renderer takes its time: there the one that looks is tried on ten pictures, and beams on the other backend. */
describe.each([
  { backend: 'webgl', pictures: 10, decoders: ['attention'], beams: 1 },
  { backend: 'wasm', pictures: cases.length, decoders: ['attention', 'plain'], beams: 6 },
] as const)('on $backend', ({ backend, pictures, decoders, beams }) => {
  let demo: ImageCaptionerElement;
  beforeAll(async () => {
    demo = document.createElement('dl-image-captioner') as ImageCaptionerElement;
    for (const [name, value] of Object.entries({ backend, panel: decoders.length > 1 ? 'plain' : 'words' }))
      demo.setAttribute(name, value);
    document.body.append(demo);
    await demo.load();
  });
  afterAll(() => demo.remove());

  const read = async (file: string, beamWidth: number): Promise<CaptionResult> => {
    const told = heard(demo, 'dl-result');
    await demo.caption(urlOf(file), { beamWidth });
    return (await told).detail.result;
  };
  const best = (result: CaptionResult, decoder: DecoderName) => result[decoder]?.captions[0] as Caption;

  it('greedy sentences are PyTorch’s, and as likely; each word is looked for in the same place', async () => {
    const other: Record<string, string[]> = { attention: [], plain: [] };
    for (const expected of cases.slice(0, pictures)) {
      const result = await read(expected.file, 1);
      for (const decoder of decoders) {
        const { words, logProbability, attention } = best(result, decoder);
        const { greedy } = expected[decoder];
        if (words.join(' ') !== greedy.words.join(' ')) {
          other[decoder]?.push(expected.file);
          continue;
        }
        expect(Math.abs(logProbability - greedy.logProbability)).toBeLessThanOrEqual(tolerance.logProbability);
        if (decoder !== 'attention') continue;
        expect(attention).toHaveLength(words.length);
        for (const look of attention ?? []) expect(look.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 3);
        expected.attention.attention.forEach((look, word) => {
          const apart = look.map((weight, place) => Math.abs(weight - (attention?.[word]?.[place] as number)));
          expect(Math.max(...apart)).toBeLessThanOrEqual(tolerance.attention);
        });
      }
    }
    for (const decoder of decoders) expect(other[decoder]?.length, `${other[decoder]}`).toBeLessThanOrEqual(MAY_DIFFER);
  });

  it('three beams find what three beams find in PyTorch', async () => {
    let same = 0;
    for (const expected of cases.slice(0, beams)) {
      const { words, logProbability } = best(await read(expected.file, 3), 'attention');
      const { beam } = expected.attention;
      if (words.join(' ') !== beam.words.join(' ')) continue;
      same += 1;
      expect(Math.abs(logProbability - beam.logProbability)).toBeLessThanOrEqual(tolerance.logProbability);
    }
    expect(same).toBeGreaterThanOrEqual(beams - MAY_DIFFER);
  });
});
