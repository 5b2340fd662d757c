import { describe, expect, it } from 'vitest';
import { randomFrom, Search, type SearchRules } from './search';

/** A language of two words whose probabilities depend on the last word alone. */
const [BEGIN, END, A, B] = [0, 1, 2, 3];
const WORDS = 4;
const NEXT: Readonly<Record<number, readonly number[]>> = {
  [BEGIN]: [0, 0.02, 0.58, 0.4],
  [A]: [0, 0.34, 0.33, 0.33],
  [B]: [0, 0.9, 0.05, 0.05],
};
const rules: SearchRules = {
  width: 1,
  begin: BEGIN,
  end: END,
  prefix: [],
  longest: 6,
  lengthExponent: 0,
  temperature: 0,
  random: randomFrom(1),
};

function run(given: Partial<SearchRules>, attention = false): Search {
  const search = new Search({ ...rules, ...given });
  while (!search.over) {
    const rows = Array.from(search.tokens, (token) => {
      const look = attention ? Array.from({ length: 49 }, (_, place) => (place === token ? 1 : 0)) : [];
      return [...(NEXT[token] as number[]).map((p) => (p > 0 ? Math.log(p) : -1e9)), ...look];
    });
    search.advance(Float32Array.from(rows.flat()), WORDS);
  }
  return search;
}
const sentences = (search: Search) => search.hypotheses.map(({ steps }) => steps.map(({ word }) => word).join(''));

describe('beam search', () => {
  it('is greedy with one beam, and finds the likelier sentence with two', () => {
    const [greedy, wider] = [run({}), run({ width: 2 })];
    expect(sentences(greedy)[0]?.startsWith(String(A))).toBe(true);
    expect(sentences(wider)[0]).toBe(`${B}${END}`);
    expect(wider.hypotheses[0]?.logProbability).toBeCloseTo(Math.log(0.4 * 0.9), 5);
  });

  it('finds what trying everything finds, if it is wide enough', () => {
    const all: { text: string; logProbability: number }[] = [];
    const spell = (text: string, last: number, logProbability: number) => {
      if (last === END || text.length > 3) return void all.push({ text, logProbability });
      for (const word of [END, A, B])
        spell(`${text}${word}`, word, logProbability + Math.log((NEXT[last] as number[])[word] as number));
    };
    spell('', BEGIN, 0);
    all.sort((one, other) => other.logProbability - one.logProbability);
    const search = run({ width: 40, longest: 4 });
    expect(sentences(search).slice(0, 3)).toEqual(all.slice(0, 3).map(({ text }) => text));
  });

  it('keeps its rows in step: a row goes on from the row its sentence came from', () => {
    const search = run({ width: 3 }, true);
    for (const { steps } of search.hypotheses)
      steps.forEach(({ attention }, step) => {
        expect(attention?.indexOf(1)).toBe(step === 0 ? BEGIN : steps[step - 1]?.word);
      });
  });

  it('asks for as many rows at every step', () => {
    const search = new Search({ ...rules, width: 4 });
    expect([search.tokens.length, search.parents.length]).toEqual([4, 4]);
    search.advance(
      Float32Array.from({ length: 4 * WORDS }, (_, i) => -(i % WORDS)),
      WORDS,
    );
    expect([search.tokens.length, search.parents.length]).toEqual([4, 4]);
  });

  it('stops when as many have ended as were carried along, or at the longest', () => {
    expect(run({ width: 3 }).hypotheses.every(({ steps }) => steps.at(-1)?.word === END)).toBe(true);
    const cut = run({ width: 1, longest: 2, prefix: [A, A, A] });
    expect(sentences(cut)).toEqual([`${A}${A}`]);
  });

  it('prefers longer sentences with a larger exponent', () => {
    const longest = (lengthExponent: number) => sentences(run({ width: 5, lengthExponent }))[0]?.length ?? 0;
    expect(longest(2)).toBeGreaterThan(longest(0));
  });

  it('begins with the words that were given, whatever their probability', () => {
    const search = run({ width: 2, prefix: [A, A] });
    for (const sentence of sentences(search)) expect(sentence.startsWith(`${A}${A}`)).toBe(true);
    expect(sentences(run({ prefix: [A, END] }))).toEqual([`${A}${END}`]);
  });
});

describe('the tree', () => {
  it('holds every sentence, and what was pruned on the way', () => {
    const search = run({ width: 2 });
    for (const { steps, branch } of search.hypotheses) {
      const path: number[] = [];
      for (let at = branch; at !== -1; at = search.branches[at]?.parent as number) {
        expect(search.branches[at]?.kept).toBe(true);
        path.unshift(search.branches[at]?.word as number);
      }
      expect(path).toEqual(steps.map(({ word }) => word));
    }
    const pruned = search.branches.filter(({ kept }) => !kept);
    expect(pruned.length).toBeGreaterThan(0);
    expect(search.branches.every(({ parent }) => parent === -1 || search.branches[parent]?.kept)).toBe(true);
  });
});

describe('drawing', () => {
  it('draws as many sentences as asked, the same for the same seed', () => {
    const draw = (seed: number) => sentences(run({ width: 4, temperature: 1, random: randomFrom(seed) }));
    expect(draw(7)).toHaveLength(4);
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });

  it('is near to greedy when cold, and near to even when hot', () => {
    const first = (temperature: number) =>
      Array.from({ length: 200 }, (_, seed) => run({ temperature, random: randomFrom(seed) }))
        .map((search) => search.hypotheses[0]?.steps[0]?.word)
        .filter((word) => word === A).length / 200;
    expect(first(0.05)).toBeGreaterThan(0.95);
    expect(first(50)).toBeGreaterThan(0.2);
    expect(first(50)).toBeLessThan(0.47);
  });
});
