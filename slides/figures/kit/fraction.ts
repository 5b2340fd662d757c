/** A division written as people write it: one count over another, each with what it counts. */
import { el, group, line, type Markup, type Point } from './svg.ts';

type Count = readonly [figure: string, name: string];

/** The bar of the fraction begins at (x, y); the counts stand above and below it in 32 px serif. */
export function fraction([x, y]: Point, above: Count, below: Count, length = 230): Markup {
  const count = ([figure, name]: Count, baseline: number) =>
    el('text', { x, y: baseline }, el('tspan', { class: 'big' }, figure), el('tspan', { dx: 10 }, name));
  return group({}, count(above, y - 14), line([x, y], [x + length, y], { 'stroke-width': 2 }), count(below, y + 36));
}
