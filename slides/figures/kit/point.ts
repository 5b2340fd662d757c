/** A datum on a chart and the number that belongs to it. */
import { type Attributes, type Colour, circle, colour, el, type Markup, type Point } from './svg.ts';

/** Hollow: made by people or a baseline. Filled: learned, in the section's hue. */
export type Mark = 'filled' | 'hollow';

/** A dot with a rim of paper (filled) or ink (hollow); 10 px in radius for what matters, 6 for the rest. */
export function point(where: Point, mark: Mark, r = 10, fill: Colour = colour.accent): Markup {
  const style: Attributes =
    mark === 'filled'
      ? { fill, stroke: colour.paper, 'stroke-width': 2 }
      : { fill: colour.paper, stroke: colour.ink, 'stroke-width': 2.5 };
  return circle(where, r, style);
}

export interface ValueOptions {
  readonly anchor?: 'start' | 'middle' | 'end';
  /** Colour of the number; ink by default. */
  readonly fill?: Colour;
}

/** A number in 32 px serif at the baseline (x, y), and the name of what it measures under it. */
export function value(
  [x, y]: Point,
  figure: string,
  name: string,
  { anchor = 'start', fill }: ValueOptions = {},
): Markup {
  return el(
    'text',
    { x, y, 'text-anchor': anchor },
    el('tspan', { class: 'big', fill }, figure),
    name !== '' && el('tspan', { x, dy: 23 }, name),
  );
}
