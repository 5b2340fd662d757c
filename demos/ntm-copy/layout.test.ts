import { describe, expect, it } from 'vitest';
import { boxOf, cellAt, type Grid, type LayoutInput, layout } from './layout';

const base: LayoutInput = {
  width: 858,
  scale: 1,
  fed: 21,
  answers: 20,
  bits: 8,
  answerBits: 8,
  needed: 26,
  slots: 128,
  memoryWidth: 20,
};
const cases = [342, 390, 564, 858].flatMap((width) =>
  [1, 1.5, 2, 2.625, 3].flatMap((scale) =>
    [1, 7, 20, 50, 120].map((length) => ({ width, scale, fed: length + 1, answers: length, needed: length + 6 })),
  ),
);

const recall = [342, 858].flatMap((width) =>
  [1, 2].flatMap((scale) =>
    [2, 6, 20].map((items) => ({ width, scale, fed: 4 * items, answers: 8, needed: 4 * items + 6 })),
  ),
);

describe.each([...cases, ...recall])('layout $width wide at $scale for $answers rows', (given) => {
  const input = { ...base, ...given };
  const { grids, height, foot } = layout(input);

  it('gives every cell whole device pixels', () => {
    for (const grid of Object.values(grids) as Grid[])
      for (const pixels of [(grid.width * given.scale) / grid.columns, (grid.height * given.scale) / grid.rows]) {
        expect(pixels).toBeCloseTo(Math.round(pixels), 6);
        expect(Math.round(pixels)).toBeGreaterThanOrEqual(1);
      }
  });

  it('stays on the stage, and no two grids overlap', () => {
    const all = Object.values(grids) as Grid[];
    for (const grid of all) {
      expect(grid.x + grid.width).toBeLessThanOrEqual(given.width + 1e-6);
      expect(grid.y + grid.height).toBeLessThanOrEqual(foot.y + 1e-6);
      for (const other of all)
        if (other !== grid)
          expect(
            grid.x + grid.width <= other.x ||
              other.x + other.width <= grid.x ||
              grid.y + grid.height <= other.y ||
              other.y + other.height <= grid.y,
          ).toBe(true);
    }
    expect(height).toBeGreaterThanOrEqual(foot.y + foot.height);
  });

  it('shares one axis of rows, on which all that is needed is seen', () => {
    for (const grid of [grids.memory, grids.read])
      expect([grid.y, grid.height, grid.rows]).toEqual([grids.write.y, grids.write.height, grids.write.rows]);
    expect(grids.write.rows).toBeGreaterThanOrEqual(Math.min(128, given.needed));
  });
});

it('fills the stage of a slide exactly', () => {
  expect(layout(base).height).toBe(424);
});

describe('a cell', () => {
  const { grids } = layout(base);
  it('is found again in its own middle', () => {
    for (const grid of Object.values(grids) as Grid[]) {
      const cell = { column: grid.columns - 1, row: 2 };
      const { x, y, width, height } = boxOf(grid, cell);
      expect(cellAt(grid, x + width / 2, y + height / 2)).toEqual(cell);
    }
  });
  it('is the nearest one for a point outside', () => {
    expect(cellAt(grids.input, -5, 1000)).toEqual({ column: 0, row: 7 });
  });
});
