import { describe, expect, it } from 'vitest';
import { inWords } from '../corpus-size.ts';
import { hull } from './hull.ts';
import { shown } from './names.ts';

describe('hull', () => {
  it('goes round the outermost points and leaves out the others', () => {
    const outer = [
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 10],
    ] as const;
    const found = hull([[5, 5], ...outer, [10, 5], [3, 7]]);
    expect(found).toHaveLength(4);
    expect(new Set(found)).toEqual(new Set(outer));
  });

  it('of a triangle is the triangle', () => {
    expect(
      hull([
        [0, 0],
        [4, 1],
        [2, 5],
      ]),
    ).toHaveLength(3);
  });
});

describe('labels of words and numbers', () => {
  it('give names their capitals back and leave other words alone', () => {
    expect(shown('berlin')).toBe('Berlin');
    expect(shown('jpmorgan')).toBe('JPMorgan');
    expect(shown('queen')).toBe('queen');
  });

  it('write thousands of millions as billions', () => {
    expect(inWords(13_994_528)).toBe('14 million');
    expect(inWords(852e6)).toBe('852 million');
    expect(inWords(840e9)).toBe('840 billion');
  });
});
