/** Arrows and brackets. Heads are drawn, not markers: a marker needs an id, and ids clash on a page of many figures. */
import { type Attributes, type Colour, colour, group, type Markup, number, type Point, path, through } from './svg.ts';

export interface ArrowOptions {
  readonly colour?: Colour;
  /** Stroke width in pixels, 2 by default. */
  readonly width?: number;
  /** Length of the head's sides along the arrow, 9 by default; 0 leaves it off. */
  readonly head?: number;
  /** Dashed where the step is optional or only meant. */
  readonly dashed?: boolean;
}

function head([fromX, fromY]: Point, [x, y]: Point, size: number): string {
  const length = Math.hypot(x - fromX, y - fromY) || 1;
  const [dx, dy] = [(x - fromX) / length, (y - fromY) / length];
  const side = size * 0.56;
  const wing = (sign: number): Point => [x - size * dx - sign * side * dy, y - size * dy + sign * side * dx];
  return through([wing(1), [x, y], wing(-1)]);
}

/** An arrow through two or more points; its tip touches the last one. */
export function arrow(points: readonly [Point, Point, ...Point[]], options: ArrowOptions = {}): Markup {
  const { width = 2, head: size = 9, dashed = false } = options;
  const stroke: Attributes = { stroke: options.colour ?? colour.ink, 'stroke-width': width };
  const [from, tip] = points.slice(-2) as [Point, Point];
  return group(
    {},
    path(through(points), { ...stroke, 'stroke-dasharray': dashed && '4 5' }),
    size > 0 && path(head(from, tip, size), stroke),
  );
}

/** An arrow on a quadratic curve that bends through `via`. */
export function curvedArrow(from: Point, via: Point, tip: Point, options: ArrowOptions = {}): Markup {
  const { width = 2, head: size = 9, dashed = false } = options;
  const stroke: Attributes = { stroke: options.colour ?? colour.ink, 'stroke-width': width };
  const d = `${through([from])}Q${via.map(number).join(' ')} ${tip.map(number).join(' ')}`;
  return group(
    {},
    path(d, { ...stroke, 'stroke-dasharray': dashed && '4 5' }),
    size > 0 && path(head(via, tip, size), stroke),
  );
}

/** A square bracket from one point to another, its serifs `depth` pixels long (negative: to the other side). */
export function bracket([x1, y1]: Point, [x2, y2]: Point, depth: number, stroke: Colour = colour.ink): Markup {
  const upright = x1 === x2;
  const out: Point = upright ? [depth, 0] : [0, depth];
  const corners: Point[] = [
    [x1, y1],
    [x1 + out[0], y1 + out[1]],
    [x2 + out[0], y2 + out[1]],
    [x2, y2],
  ];
  return path(through(corners), { stroke });
}
