import { describe, expect, it } from 'vitest';
import { distances } from './alignment.ts';

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('steps from a word to its translation', () => {
  it('are the length of the sentence for every word when the source is read forwards', () => {
    expect(distances(4, false)).toEqual([4, 4, 4, 4]);
  });

  it('grow from one when the source is read backwards', () => {
    expect(distances(4, true)).toEqual([1, 3, 5, 7]);
  });

  it('have the same mean either way', () => {
    for (const length of [1, 2, 5, 30]) expect(mean(distances(length, true))).toBe(mean(distances(length, false)));
  });
});
