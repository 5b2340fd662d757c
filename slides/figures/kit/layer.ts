/**
 * A layer or a stage of a pipeline, the same on every slide: hollow where people designed it, filled with the
 * section's hue where it was learned from data, grey where it was learned before and is kept as it is.
 */
import { type Attributes, type Child, type Colour, colour, group, type Markup, rect, text } from './svg.ts';

/** How a part came to be. `data` is what passes through: pictures, words, feature maps. */
export type Origin = 'designed' | 'learned' | 'frozen' | 'data';

/** Fill and stroke of each origin. */
export const origins: Record<Origin, Attributes> = {
  designed: { fill: colour.paper, stroke: colour.ink, 'stroke-width': 2 },
  learned: { fill: colour.accent, stroke: colour.accent, 'stroke-width': 2 },
  frozen: { fill: colour.muted, stroke: colour.muted, 'stroke-width': 2 },
  data: { fill: colour.paper2, stroke: colour.ruleStrong, 'stroke-width': 1.5 },
};

/** Colour of a label that stands on a part of this origin. */
export const labelOn: Record<Origin, Colour> = {
  designed: colour.ink,
  learned: colour.paper,
  frozen: colour.paper,
  data: colour.ink,
};

export interface LayerOptions {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly origin?: Origin;
  /** Written in the middle of the box; an array gives several lines. */
  readonly name?: string | readonly string[];
  /** Written under the box, muted: a shape such as `28 × 28 × 6`. */
  readonly below?: string | readonly string[];
  /** Written over the box, strong. */
  readonly above?: string;
}

/** One box with its labels. Text in the box is 18 px: give it 9 px a character. */
export function layer({ x, y, width, height, origin = 'learned', name, below, above }: LayerOptions): Markup {
  const middle = x + width / 2;
  const lines = name === undefined ? [] : [name].flat();
  const firstBaseline = y + height / 2 + 6.5 - ((lines.length - 1) * 23) / 2;
  return group(
    {},
    rect(x, y, width, height, origins[origin]),
    lines.length > 0 &&
      text(middle, firstBaseline, lines, { anchor: 'middle', onFill: true, fill: labelOn[origin], class: 'strong' }),
    above !== undefined && text(middle, y - 12, above, { anchor: 'middle', class: 'strong' }),
    below !== undefined && text(middle, y + height + 26, below, { anchor: 'middle', class: 'muted' }),
  );
}

export interface MapsOptions {
  /** Left and top of the nearest map. */
  readonly x: number;
  readonly y: number;
  /** Width and height of one map, in pixels. */
  readonly width: number;
  readonly height?: number;
  readonly count: number;
  /** Pixels from one map to the next behind it, to the right and up. */
  readonly step?: number;
  readonly origin?: Origin;
  /** What is drawn on the nearest map, in page coordinates. */
  readonly front?: Child;
}

/** A stack of feature maps seen a little from the side, the nearest in front. */
export function maps({ x, y, width, height = width, count, step = 6, origin = 'data', front }: MapsOptions): Markup {
  const rim = origin === 'data' || origin === 'designed' ? {} : { stroke: colour.paper, 'stroke-width': 1.5 };
  const behind = Array.from({ length: count }, (_, index) => (count - 1 - index) * step);
  return group(
    {},
    behind.map((offset) => rect(x + offset, y - offset, width, height, { ...origins[origin], ...rim })),
    front,
  );
}
