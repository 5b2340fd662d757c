/** The photograph that several figures compute with: a red panda's face, 64 × 64, and what simple layers make of it. */
import { fallingEdge, levelEdge, risingEdge, uprightEdge } from './filters.ts';
import { cellOf, convolve, fromHex, type Grid, gridOf, maxPool, meanPool, scaled, tones } from './grid.ts';
import data from './red-panda.json';
import { colour, group, type Markup, rect } from './svg.ts';

/** Luminance from 0 to 1. */
export const panda: Grid = fromHex(data.rows);

/** The photograph in grey cells on shade, `cells` to a side (a divisor of 64), the same in either theme. */
export function photograph(x: number, y: number, side: number, cells = 64): Markup {
  return group(
    {},
    rect(x, y, side, side, { fill: colour.shade }),
    tones(meanPool(panda, 64 / cells), { x, y, cell: side / cells, ink: colour.shine }),
  );
}

/** Only what is positive, as a rectifier leaves it. */
function rectified(grid: Grid): Grid {
  return grid.map((row) => row.map((value) => Math.max(0, value)));
}

/** The size of the strongest answer, to which a map is scaled. */
function normal(grid: Grid): Grid {
  return scaled(grid, 1 / Math.max(...grid.flat(), 1e-9));
}

/**
 * A layer of four known filters, rectified and pooled 2 × 2: where the picture has level, upright, falling and rising
 * edges. Four maps of 30 × 30 from 0 to 1; the kernels have no padding, so that the frame makes no edges.
 */
export const edges: readonly Grid[] = [levelEdge, uprightEdge, fallingEdge, risingEdge].map(({ kernel }) =>
  normal(maxPool(rectified(convolve(panda, kernel)), 2)),
);

/** Two maps joined: strong where both are, so that two edges make a corner; pooled again, 15 × 15. */
function both(first: Grid | undefined, second: Grid | undefined): Grid {
  const side = first?.length ?? 0;
  const product = gridOf(
    side,
    side,
    (row, column) => cellOf(first ?? [], row, column) * cellOf(second ?? [], row, column),
  );
  return normal(maxPool(product, 2));
}

/** Corners: level with upright edges, and falling with rising ones. */
export const corners: readonly Grid[] = [both(edges[0], edges[1]), both(edges[2], edges[3])];
