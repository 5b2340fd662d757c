import { defineFigure } from './kit/figure.ts';
import { value } from './kit/point.ts';
import {
  type Child,
  type Colour,
  colour,
  group,
  type Markup,
  type Point,
  path,
  rect,
  text,
  through,
} from './kit/svg.ts';
import data from './receptive-field.json';

/** Pixels to one cell along a row, and what one row further back moves a point right and up. */
const cell = 29;
const depth: Point = [14, 12];
/** Pixels from one plane up to the next. */
const storey = 98;
const floor = 376;

/** Cells that one number sees along a side after some layers of one window. */
export function fieldOf(windowPx: number, layers: number): number {
  return 1 + layers * (windowPx - 1);
}

/** Weights for one pair of channels. */
export function weightsOf({ windowPx, layers }: { windowPx: number; layers: number }): number {
  return layers * windowPx ** 2;
}

interface Plane {
  /** Cells along a side. */
  readonly side: number;
  /** Pixels above the floor. */
  readonly height: number;
}

/** A corner of a cell of a plane on the page; planes stand with their middles over one another. */
function corner({ side, height }: Plane, middle: number, column: number, row: number): Point {
  const [x, y] = [column - side / 2, row - side / 2];
  return [middle + x * cell - y * depth[0], floor - height + y * depth[1]];
}

/** The outline of a square of cells from (column, row). */
function patch(plane: Plane, middle: number, [column, row]: Point, side: number): Point[] {
  const at = (right: number, down: number) => corner(plane, middle, column + right, row + down);
  return [at(0, 0), at(side, 0), at(side, side), at(0, side)];
}

function grid(plane: Plane, middle: number): Markup {
  const lines = Array.from({ length: plane.side + 1 }, (_, index) => [
    through([corner(plane, middle, index, 0), corner(plane, middle, index, plane.side)]),
    through([corner(plane, middle, 0, index), corner(plane, middle, plane.side, index)]),
  ]);
  return group(
    {},
    path(through(patch(plane, middle, [0, 0], plane.side), true), { fill: colour.paper2, stroke: 'none' }),
    path(lines.flat().join(''), { stroke: colour.ruleStrong, 'stroke-width': 1 }),
  );
}

/** Planes from the floor to the single cell on top; each is what the one above sees, with one window drawn strongly. */
function tower(middle: number, windowPx: number, layers: number): Child {
  const sides = Array.from({ length: layers + 1 }, (_, level) => fieldOf(windowPx, layers - level));
  const planes = sides.map((side, level): Plane => ({ side, height: level * ((3 * storey) / layers) }));
  const whole = (plane: Plane) => patch(plane, middle, [0, 0], plane.side);
  const ties = (from: readonly Point[], to: readonly Point[]) =>
    from.map((point, index) => through([point, to[index] ?? point])).join('');
  return planes.map((plane, level) => {
    const below = planes[level - 1];
    // The window in the front left corner of a plane makes the cell in the front left corner of the next.
    const made = patch(plane, middle, [0, plane.side - 1], 1);
    const window = below && patch(below, middle, [0, below.side - windowPx], windowPx);
    return [
      below && path(ties(whole(below), whole(plane)), { stroke: colour.ruleStrong, 'stroke-width': 1 }),
      window && path(ties(window, made), { stroke: colour.accent }),
      grid(plane, middle),
      window && path(through(made, true), { fill: colour.accent, stroke: 'none' }),
      level < layers &&
        path(through(patch(plane, middle, [0, plane.side - windowPx], windowPx), true), {
          fill: colour.accent,
          'fill-opacity': 0.2,
          stroke: colour.accent,
          'stroke-width': 2.5,
        }),
    ];
  });
}

/** The weights of all layers as cells, layer after layer. */
function weights([left, top]: Point, windowPx: number, layers: number, fill: Colour): Child {
  const side = 11;
  return Array.from({ length: layers }, (_, layer) =>
    Array.from({ length: windowPx ** 2 }, (_, index) =>
      rect(
        left + layer * (windowPx * side + 12) + (index % windowPx) * side,
        top + Math.floor(index / windowPx) * side,
        side - 2,
        side - 2,
        { fill },
      ),
    ),
  );
}

const { small, large } = data;

export default defineFigure({
  name: 'receptive-field',
  title: 'Three small windows against one large one',
  description:
    `Left: ${small.layers} layers of ${small.windowPx} by ${small.windowPx} windows, one on another; the number on top depends on ` +
    `${fieldOf(small.windowPx, small.layers)} by ${fieldOf(small.windowPx, small.layers)} cells at the bottom and takes ${weightsOf(small)} weights ` +
    `for a pair of channels. Right: one ${large.windowPx} by ${large.windowPx} window sees as many cells with ${weightsOf(large)} weights.`,
  body: () => [
    tower(190, small.windowPx, small.layers),
    tower(648, large.windowPx, large.layers),
    value([36, 490], String(weightsOf(small)), `weights: three times ${small.windowPx} × ${small.windowPx}`, {
      fill: colour.accent,
    }),
    weights([266, 468], small.windowPx, small.layers, colour.accent),
    value([494, 490], String(weightsOf(large)), `weights: one ${large.windowPx} × ${large.windowPx}`),
    weights([712, 446], large.windowPx, large.layers, colour.ink),
    text(0, 20, 'Three layers', { class: 'strong' }),
    text(458, 20, 'One layer', { class: 'strong' }),
  ],
});
