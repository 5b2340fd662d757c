/** Threads that run through one point: what a sentence or a picture does on its way into another sentence. */
import { type Colour, type Markup, number, type Point, path } from './svg.ts';

/** A smooth line from one point to another, level at both ends, so that threads which meet go on as one. */
export function thread([x, y]: Point, [toX, toY]: Point, stroke: Colour, width = 2.5): Markup {
  const bend = (x + toX) / 2;
  const curve = [bend, y, bend, toY, toX, toY].map(number).join(' ');
  return path(`M${number(x)} ${number(y)}C${curve}`, { stroke, 'stroke-width': width });
}

/** `count` places at equal distances from `first` to `last`, both included. */
export function spread(count: number, first: number, last: number): number[] {
  return Array.from({ length: count }, (_, index) => first + (index / Math.max(1, count - 1)) * (last - first));
}
