import { contours } from 'd3-contour';
import { defineFigure } from './kit/figure.ts';
import { descend, type Hollow, landscape } from './kit/landscape.ts';
import { point, value } from './kit/point.ts';
import { colour, group, type Markup, number, type Point, path, text, through } from './kit/svg.ts';

const [width, height] = [858, 528];
/** Pixels of the figure to one unit of weight. */
const unit = 100;
/** Pixels to one cell of the grid that the contours are traced on. */
const cell = 10;

const hollows: readonly Hollow[] = [
  { at: [2.75, 3.35], depth: 0.52, width: [0.95, 0.8] },
  { at: [6.45, 2.6], depth: 0.98, width: [1.0, 1.15] },
  { at: [4.75, 0.75], depth: 0.24, width: [0.6, 0.5] },
  { at: [0.95, 1.05], depth: -0.3, width: [0.9, 0.7] },
  { at: [4.5, 2.9], depth: -0.26, width: [0.62, 1.0] },
  { at: [5.0, 4.9], depth: 0.2, width: [0.7, 0.45] },
];
const surface = landscape(hollows, [4.4, 2.7], 0.03);
const start: Point = [1.95, 0.75];
const steps = descend(surface, start, 0.5);
const levels = Array.from({ length: 27 }, (_, index) => -0.98 + index * 0.07);

/** The lowest point near a hollow, found by walking there. */
const floor = (from: Point): Point => descend(surface, from, 0.1, 2000).at(-1) ?? from;
const deepest = floor([6.45, 2.6]);
const found = steps.at(-1) ?? start;

/** Error as the figure counts it: 0 at the bottom of the deepest hollow. */
const error = (where: Point): string => (surface.height(where) - surface.height(deepest)).toFixed(2);
const onPage = ([x, y]: Point): Point => [x * unit, y * unit];

/** The grid reaches beyond the figure by this many cells, so that its ragged border falls outside. */
const beyond = 2;
const [columns, rows] = [Math.ceil(width / cell) + 2 * beyond, Math.ceil(height / cell) + 2 * beyond];
const toPage = ([column, row]: Point): Point => [(column - beyond) * cell, (row - beyond) * cell];
/** Depths rather than heights, because d3-contour gives the region above a threshold. */
const depths = Array.from({ length: columns * rows }, (_, index) => {
  const [x, y] = toPage([(index % columns) + 0.5, Math.floor(index / columns) + 0.5]);
  return -surface.height([x / unit, y / unit]);
});
const tracer = contours().size([columns, rows]);
const ringsOf = (level: number): Point[][] =>
  tracer
    .contour(depths, -level)
    .coordinates.flat()
    .map((ring) => ring.map(toPage));

const inside = ([x, y]: Point) => x >= 0 && x <= width && y >= 0 && y <= height;

/** Where the way from a point inside to one outside leaves the figure. */
function exit([x1, y1]: Point, [x2, y2]: Point): Point {
  const share = (from: number, to: number, end: number) =>
    to < 0 ? from / (from - to) : to > end ? (end - from) / (to - from) : 1;
  const t = Math.min(share(x1, x2, width), share(y1, y2, height));
  return [x1 + t * (x2 - x1), y1 + t * (y2 - y1)];
}

/** The runs of a ring that lie on the figure, cut off at its edge. */
function visible(ring: readonly Point[]): Point[][] {
  const runs: Point[][] = [[]];
  ring.forEach((corner, index) => {
    const before = ring[index - 1];
    if (inside(corner)) {
      if (before && !inside(before)) runs.push([exit(corner, before)]);
      runs.at(-1)?.push(corner);
    } else if (before && inside(before)) runs.at(-1)?.push(exit(before, corner));
  });
  return runs.filter((run) => run.length > 2);
}

/** A curve that is tangent to every side of the polyline at its middle; closed when the polyline is. */
function smooth(points: readonly Point[]): string {
  const [first, second] = points;
  const last = points.at(-1);
  if (!first || !second || !last) return '';
  const middle = ([x1, y1]: Point, [x2, y2]: Point): Point => [(x1 + x2) / 2, (y1 + y2) / 2];
  const closed = first[0] === last[0] && first[1] === last[1];
  const corners = closed ? [...points.slice(1), second] : points.slice(1, -1);
  const bends = corners.flatMap((corner, index) => {
    const next = corners[index + 1] ?? (closed ? undefined : last);
    return next ? [`Q${corner.map(number).join(' ')} ${middle(corner, next).map(number).join(' ')}`] : [];
  });
  const start = closed ? middle(first, second) : first;
  return `${through([start])}${bends.join('')}${closed ? 'Z' : `L${last.map(number).join(' ')}`}`;
}

/** The line of one level; every fourth is stronger, as on a map. */
function contourLine(level: number, index: number): Markup {
  const lines = ringsOf(level).flatMap(visible);
  const strong = index % 4 === 0;
  return path(lines.map(smooth).join(''), {
    stroke: strong ? colour.muted : colour.ruleStrong,
    'stroke-width': strong ? 1.5 : 1,
  });
}

/** Everything below a level, in a thin wash of the accent: washes add up, as on a chart of the sea. */
function wash(level: number): Markup {
  const clamp = ([x, y]: Point): Point => [Math.min(width, Math.max(0, x)), Math.min(height, Math.max(0, y))];
  const d = ringsOf(level).map((ring) => through(ring.map(clamp), true));
  return path(d.join(''), { fill: colour.accent, 'fill-opacity': 0.07, stroke: 'none' });
}

export default defineFigure({
  name: 'loss-surface',
  title: 'Gradient descent ends in the nearer valley',
  description:
    'A landscape of error over two weights as contour lines, with two valleys. A path of gradient descent starts on ' +
    `the upper left and stops in the left valley, at error ${error(found)}, ${steps.length - 1} steps later. ` +
    'The right valley is deeper, at error 0, and the path never comes near it.',
  width,
  height,
  body: () => {
    const trail = steps.map(onPage);
    const [endX, endY] = onPage(found);
    const [deepX, deepY] = onPage(deepest);
    return [
      group({}, levels.filter((_, index) => index % 4 === 0 && index < 16).map(wash)),
      group({}, levels.map(contourLine)),
      path(through(trail), { 'stroke-width': 3, stroke: colour.accent }),
      trail.slice(1, -1).map((where) => point(where, 'filled', 5)),
      point(onPage(start), 'hollow', 9),
      point([endX, endY], 'filled', 11),
      point([deepX, deepY], 'hollow', 6),
      text(start[0] * unit - 16, start[1] * unit - 18, 'Start, at random', { anchor: 'middle' }),
      value([endX, endY + 48], error(found), 'where it stops', { anchor: 'middle', fill: colour.accent }),
      value([deepX, deepY + 44], error(deepest), 'the deeper valley', { anchor: 'middle' }),
      text(width - 12, 28, 'Error, over two of its weights', { anchor: 'end', class: 'muted' }),
    ];
  },
});
