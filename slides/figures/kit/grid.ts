/** Small pictures as numbers: read from hexadecimal rows, convolved, pooled, drawn as squares. */
import { type Attributes, type Colour, group, type Markup, number, path } from './svg.ts';

/** Rows of equal length; `grid[row][column]`. */
export type Grid = readonly (readonly number[])[];

/** Rows of hexadecimal digits as numbers from 0 to 1. */
export function fromHex(rows: readonly string[]): Grid {
  return rows.map((row) => [...row].map((digit) => Number.parseInt(digit, 16) / 15));
}

/** A grid of the given size, each cell computed. */
export function gridOf(rows: number, columns: number, at: (row: number, column: number) => number): Grid {
  return Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_, column) => at(row, column)));
}

/** Every value times `factor`. */
export function scaled(grid: Grid, factor: number): Grid {
  return grid.map((row) => row.map((value) => value * factor));
}

/** The value at a cell, and 0 outside. */
export function cellOf(grid: Grid, row: number, column: number): number {
  return grid[row]?.[column] ?? 0;
}

/**
 * The convolution of networks: the kernel lies on the picture unmirrored (strictly, a cross-correlation) and moves by
 * one cell. The picture is bordered with `padding` cells of zeros.
 */
export function convolve(picture: Grid, kernel: Grid, padding = 0): Grid {
  const [height, width] = [picture.length, picture[0]?.length ?? 0];
  const [tall, wide] = [kernel.length, kernel[0]?.length ?? 0];
  return gridOf(height + 2 * padding - tall + 1, width + 2 * padding - wide + 1, (row, column) =>
    products(picture, kernel, row - padding, column - padding).reduce((sum, product) => sum + product, 0),
  );
}

/** The products that make one number of a convolution, row by row, for a window whose first cell is (top, left). */
export function products(picture: Grid, kernel: Grid, top: number, left: number): number[] {
  return kernel.flatMap((weights, row) =>
    weights.map((weight, column) => weight * cellOf(picture, top + row, left + column)),
  );
}

/** Values of each side × side block; cells beyond the last whole block are dropped. */
function blocks(grid: Grid, side: number, summary: (values: readonly number[]) => number): Grid {
  const cells = Array.from({ length: side }, (_, index) => index);
  return gridOf(Math.floor(grid.length / side), Math.floor((grid[0]?.length ?? 0) / side), (row, column) =>
    summary(cells.flatMap((y) => cells.map((x) => cellOf(grid, row * side + y, column * side + x)))),
  );
}

/** The largest value of each side × side block. */
export function maxPool(grid: Grid, side: number): Grid {
  return blocks(grid, side, (values) => Math.max(...values));
}

/** The mean of each side × side block. */
export function meanPool(grid: Grid, side: number): Grid {
  return blocks(grid, side, (values) => values.reduce((sum, value) => sum + value, 0) / values.length);
}

export interface SquaresOptions {
  /** Left and top of the first cell. */
  readonly x: number;
  readonly y: number;
  /** Side of a cell in pixels; a value of ±1 or beyond fills it but for a hair. */
  readonly cell: number;
  readonly positive: Colour;
  /** Colour of negative values, which are left out without it. */
  readonly negative?: Colour;
}

const sizes = 24;
/** As short as can be, but not nothing: PDF paints no caps on a line of no length. */
const stub = 0.1;

/**
 * A grid as squares whose area is the value's size and whose colour is its sign. All squares of one size and colour are
 * one path of strokes of no length to speak of with square caps: a tenth of the bytes of as many rectangles.
 */
export function squares(grid: Grid, { x, y, cell, positive, negative }: SquaresOptions): Markup {
  const bySize = new Map<string, { style: Attributes; last: [number, number]; d: string }>();
  grid.forEach((values, row) => {
    values.forEach((value, column) => {
      const size = Math.round(Math.sqrt(Math.min(1, Math.abs(value))) * sizes);
      const stroke = value > 0 ? positive : negative;
      if (size < 3 || !stroke) return;
      const key = `${stroke} ${size}`;
      const style = { stroke, 'stroke-width': (size / sizes) * cell * 0.98, 'stroke-linecap': 'square' };
      const strokes = bySize.get(key) ?? { style, last: [0, 0], d: '' };
      const [toX, toY] = [x + (column + 0.5) * cell, y + (row + 0.5) * cell];
      strokes.d += `m${number(toX - strokes.last[0])} ${number(toY - strokes.last[1])}h${stub}`;
      strokes.last = [toX + stub, toY];
      bySize.set(key, strokes);
    });
  });
  return group(
    {},
    [...bySize.values()].map(({ style, d }) => path(d, style)),
  );
}

export interface TonesOptions {
  readonly x: number;
  readonly y: number;
  readonly cell: number;
  readonly ink: Colour;
}

const levels = 16;

/**
 * A grid from 0 to 1 as flat cells of ink at an opacity equal to the value, in sixteen levels. Runs of one level in a
 * row are one stroke. Edges are crisp, so that no ground shows between neighbours.
 */
export function tones(grid: Grid, { x, y, cell, ink }: TonesOptions): Markup {
  const strokes = Array.from({ length: levels }, () => ({ last: [0, 0] as [number, number], d: '' }));
  grid.forEach((values, row) => {
    const toned = values.map((value) => Math.round(Math.min(1, Math.max(0, value)) * (levels - 1)));
    for (let from = 0, to = 0; from < toned.length; from = to) {
      while (to < toned.length && toned[to] === toned[from]) to++;
      const stroke = strokes[toned[from] ?? 0];
      if (!stroke) continue;
      const [left, middle] = [x + from * cell, y + (row + 0.5) * cell];
      stroke.d += `m${number(left - stroke.last[0])} ${number(middle - stroke.last[1])}h${number((to - from) * cell)}`;
      stroke.last = [x + to * cell, middle];
    }
  });
  return group(
    { 'shape-rendering': 'crispEdges' },
    strokes.map(({ d }, level) =>
      level > 0 && d ? path(d, { stroke: ink, 'stroke-width': cell, 'stroke-opacity': level / (levels - 1) }) : null,
    ),
  );
}
