import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDoors } from '../../doors';
import golden from '../../models/word-analogy/golden.json';
import type { WordAnalogyElement } from './element';
import { type Method, normalise, type WordResult } from './task';

/** Words as typed to ranked answers, against NumPy with the same codes. */

interface Input {
  readonly a?: string;
  readonly b?: string;
  readonly c?: string;
  readonly method?: Method;
  readonly neighboursOf?: string;
}
interface Case {
  readonly normalised: readonly string[];
  readonly missing?: readonly string[];
  readonly shipped?: { readonly words: readonly string[]; readonly scores: readonly number[] };
}

const cases = golden.cases as readonly Case[];
const rows = (golden.input as readonly Input[]).map((input, i) => [nameOf(input), input, cases[i] as Case] as const);
const TOP = 10;

function nameOf({ a, b, c, method, neighboursOf }: Input): string {
  return neighboursOf === undefined ? `${JSON.stringify([b, a, c])} ${method}` : `neighbours of ${neighboursOf}`;
}

const elements = openDoors();
beforeAll(async () => {
  await elements.get('word-analogy')?.();
});

describe.each(['webgl', 'wasm'])('answers on %s', (backend) => {
  let demo: WordAnalogyElement;
  let last: WordResult | undefined;
  beforeAll(async () => {
    demo = document.createElement('dl-word-analogy') as WordAnalogyElement;
    demo.setAttribute('backend', backend);
    demo.addEventListener('dl-result', (event) => {
      last = (event as CustomEvent).detail.result;
    });
    document.body.append(demo);
    await demo.load();
  });
  afterAll(() => demo.remove());

  const ask = ({ a = '', b = '', c = '', method = 'add', neighboursOf }: Input) =>
    neighboursOf === undefined
      ? demo.solve({ a, b, c }, { top: TOP, method })
      : demo.neighbours(neighboursOf, { top: TOP });

  it.each(rows)('%s', async (_name, input, { normalised, missing, shipped }) => {
    const typed = input.neighboursOf === undefined ? [input.a, input.b, input.c] : [input.neighboursOf];
    expect(typed.map((word) => normalise(word ?? ''))).toEqual(normalised);
    const answer = await ask(input);
    expect(answer.missing).toEqual(missing ?? []);
    if (!shipped) {
      expect(answer.words).toEqual([]);
      return;
    }
    const words = last && last.kind !== 'vocabulary' && last.kind !== 'differences' ? last.words : [];
    expect(words).toHaveLength(TOP);
    words.forEach(({ word, score }, rank) => {
      expect(Math.abs(score - (shipped.scores[rank] as number))).toBeLessThanOrEqual(golden.tolerance.score);
      // Two words nearer to each other than the tolerance may stand in either order.
      const same = shipped.words.indexOf(word);
      const expected = same < 0 ? Number.NEGATIVE_INFINITY : (shipped.scores[same] as number);
      if (rank < TOP - 1) expect(Math.abs(score - expected)).toBeLessThanOrEqual(golden.tolerance.score);
    });
  });
});
