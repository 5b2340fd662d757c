import { describe, expect, it } from 'vitest';
import { bestRows, highest } from './ranking';

/** Numbers from 0 to 1, the same each time (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

describe('highest', () => {
  it('gives the indices of the largest', () => {
    expect(new Set(highest([0.1, 0.9, 0.3, 0.9, 0.2], 3))).toEqual(new Set([1, 3, 2]));
    expect(highest([1], 5)).toEqual([0]);
  });
});

describe('bestRows', () => {
  it.each([1, 2, 3])('finds what a full sort finds, excluded rows or not (seed %i)', (seed) => {
    const [rows, columns, top] = [832, 64, 10];
    const next = random(seed);
    const scores = Array.from({ length: rows }, next);
    const maxima = Array.from({ length: columns }, (_, column) =>
      Math.max(...scores.filter((_score, row) => row % columns === column)),
    );
    const order = [...scores.keys()].sort((a, b) => (scores[b] as number) - (scores[a] as number));
    for (const excluded of [new Set<number>(), new Set(order.slice(0, 3))]) {
      const expected = order.filter((row) => !excluded.has(row)).slice(0, top);
      const found = bestRows(maxima, rows, top, excluded, (row) => scores[row] as number);
      expect(found.map(({ row }) => row)).toEqual(expected);
    }
  });

  it('puts the more frequent first on a tie', () => {
    expect(bestRows([1, 1], 4, 4, new Set(), () => 1).map(({ row }) => row)).toEqual([0, 1, 2, 3]);
  });
});
