import { describe, expect, it } from 'vitest';
import { topIndices } from './task';

describe('topIndices', () => {
  it('gives the largest first, the lower index on a tie', () => {
    expect(topIndices([0.1, 0.4, 0.4, 0.05], 3)).toEqual([1, 2, 0]);
  });
});
