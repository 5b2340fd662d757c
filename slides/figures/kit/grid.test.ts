import { describe, expect, it } from 'vitest';
import example from '../convolution.json';
import { convolve, fromHex, maxPool, meanPool, products, squares, tones } from './grid.ts';

describe('convolve', () => {
  it('gives the sums of the textbook example', () => {
    expect(convolve(example.picture, example.kernel)).toEqual([
      [4, 3, 4],
      [2, 4, 3],
      [2, 3, 4],
    ]);
  });

  it('sums the products of each window', () => {
    expect(products(example.picture, example.kernel, 0, 0)).toEqual([1, 0, 1, 0, 1, 0, 0, 0, 1]);
  });

  it('does not mirror the kernel, and sees zeros beyond the border', () => {
    const ramp = [[1, 2, 4]];
    expect(convolve(ramp, [[-1, 1]])).toEqual([[1, 2]]);
    expect(
      convolve(
        [[1]],
        [
          [1, 2, 3],
          [4, 5, 6],
          [7, 8, 9],
        ],
        1,
      ),
    ).toEqual([[5]]);
    expect(
      convolve(
        [
          [1, 0],
          [0, 0],
        ],
        [
          [1, 2, 3],
          [4, 5, 6],
          [7, 8, 9],
        ],
        1,
      ),
    ).toEqual([
      [5, 4],
      [2, 1],
    ]);
  });
});

describe('pools', () => {
  const grid = [
    [1, 2, 9],
    [3, 6, 9],
  ];
  it('sum up whole blocks', () => {
    expect(maxPool(grid, 2)).toEqual([[6]]);
    expect(meanPool(grid, 2)).toEqual([[3]]);
  });
});

describe('squares', () => {
  const place = { x: 0, y: 0, cell: 10, positive: 'var(--ink)' } as const;

  it('draws area for size and colour for sign', () => {
    const { markup } = squares([[1, -0.25]], { ...place, negative: 'var(--accent)' });
    expect(markup).toContain('stroke="var(--ink)" stroke-width="9.8" stroke-linecap="square"');
    expect(markup).toContain('stroke="var(--accent)" stroke-width="4.9"');
  });

  it('draws lines of some length, which alone have caps on paper', () => {
    const { markup } = squares([[1, 1]], place);
    expect(markup.match(/h([\d.]+)/g)).toHaveLength(2);
    expect(markup).not.toMatch(/h0(?!\.)/);
  });

  it('leaves out negatives without a colour, and what is too small to see', () => {
    expect(squares([[-1, 0.001, 0]], place).markup).toBe('<g/>');
  });
});

describe('tones', () => {
  it('draws a run of one level as one stroke, and nothing for zero', () => {
    const { markup } = tones(
      [
        [1, 1, 0],
        [0.2, 1, 0],
      ],
      { x: 0, y: 0, cell: 10, ink: 'var(--ink)' },
    );
    expect(markup.match(/d="[^"]*"/g)).toEqual(['d="m0 15h10"', 'd="m0 5h20m-10 10h10"']);
    expect(markup).toContain('stroke-opacity="0.2"');
  });
});

it('reads hexadecimal rows from 0 to 1', () => {
  expect(fromHex(['0f'])).toEqual([[0, 1]]);
});
