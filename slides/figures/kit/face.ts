/** A face as a pictogram: a circle, two eyes, and a mouth that may carry the sign that is counted. */
import { circle, colour, group, type Markup, type Point, path } from './svg.ts';

/** What is looked for on a face. */
export type Sign = 'smile' | 'moustache' | 'lipstick';

/** Path data for a face of radius 20 around (0, 0): the mouth with the sign, and without. */
const mouths: Record<Sign | 'plain', string> = {
  plain: 'M-6 8H6',
  smile: 'M-9 4C-7 13 7 13 9 4',
  moustache: 'M0 3C-3 0 -9 1 -12 7C-8 8 -3 8 0 5C3 8 8 8 12 7C9 1 3 0 0 3Z',
  lipstick: 'M-9 8C-6 4 -3 4 0 6C3 4 6 4 9 8C6 13 -6 13 -9 8Z',
};

/** A face with the sign, filled with the section's hue, or without one, in outline. */
export function face([x, y]: Point, radius: number, sign?: Sign): Markup {
  const scale = radius / 20;
  const ink = sign ? colour.paper : colour.muted;
  const solid = sign === 'moustache' || sign === 'lipstick';
  return group(
    { transform: `translate(${x} ${y}) scale(${scale})` },
    circle([0, 0], 19, {
      fill: sign ? colour.accent : colour.paper,
      stroke: sign ? colour.accent : colour.ruleStrong,
      'stroke-width': 1.5 / scale,
    }),
    circle([-6.5, -4.5], 2.2, { fill: ink }),
    circle([6.5, -4.5], 2.2, { fill: ink }),
    path(mouths[sign ?? 'plain'], {
      fill: solid ? ink : 'none',
      stroke: solid ? 'none' : ink,
      'stroke-width': 2.4,
      'stroke-linecap': 'round',
    }),
  );
}
