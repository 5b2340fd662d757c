/** A tape or a memory: cells in a row, each filled with the accent at an opacity equal to its value. */
import { type Colour, colour, group, type Markup, path, rect, text, through } from './svg.ts';

export interface TapeOptions {
  readonly x: number;
  readonly y: number;
  /** Side of one cell in pixels. */
  readonly side: number;
  /** One value a cell, 0 to 1: nothing looks like nothing. */
  readonly values: readonly number[];
  /** `across` by default. */
  readonly direction?: 'across' | 'down';
  readonly fill?: Colour;
  /** Text in each cell, e.g. bits or symbols. */
  readonly symbols?: readonly string[];
}

/** The tape. Adjacent cells share their hairline. */
export function tape({ x, y, side, values, direction = 'across', fill, symbols = [] }: TapeOptions): Markup {
  return group(
    {},
    values.map((value, index) => {
      const [left, top] = direction === 'across' ? [x + index * side, y] : [x, y + index * side];
      const symbol = symbols[index];
      return [
        rect(left, top, side, side, { fill: colour.paper, stroke: colour.ruleStrong, 'stroke-width': 1 }),
        value > 0 &&
          rect(left + 1, top + 1, side - 2, side - 2, { fill: fill ?? colour.accent, 'fill-opacity': value }),
        symbol !== undefined &&
          text(left + side / 2, top + side / 2 + 6, symbol, {
            anchor: 'middle',
            face: 'mono',
            onFill: true,
            fill: value > 0.8 ? colour.paper : colour.ink,
          }),
      ];
    }),
  );
}

/** A read or write head: a solid triangle whose tip touches (x, y) from above, below, left or right. */
export function head(
  x: number,
  y: number,
  from: 'above' | 'below' | 'left' | 'right',
  fill: Colour = colour.ink,
): Markup {
  const [dx, dy] = { above: [0, -1], below: [0, 1], left: [-1, 0], right: [1, 0] }[from] as [number, number];
  const corner = (sign: number) => [x + 13 * dx + sign * 8 * dy, y + 13 * dy + sign * 8 * dx] as const;
  return path(through([[x, y], corner(1), corner(-1)], true), { fill, stroke: 'none' });
}
