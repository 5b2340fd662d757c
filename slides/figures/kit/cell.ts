/** A recurrent cell and a row of them unrolled through time. */
import { arrow } from './arrow.ts';
import { labelOn, type Origin, origins } from './layer.ts';
import { type Child, group, type Markup, rect, text } from './svg.ts';

export interface CellOptions {
  /** Left and top. */
  readonly x: number;
  readonly y: number;
  /** Width and height, 56 by default. */
  readonly side?: number;
  readonly origin?: Origin;
  /** At most five characters, such as `h₁` or `LSTM`. */
  readonly name?: string;
}

/** One cell: a square whose second, inner edge on the right stands for the state it hands on. */
export function cell({ x, y, side = 56, origin = 'designed', name }: CellOptions): Markup {
  const label = labelOn[origin];
  return group(
    {},
    rect(x, y, side, side, origins[origin]),
    rect(x + side - 7, y, 2, side, { fill: label }),
    name !== undefined &&
      text(x + (side - 7) / 2, y + side / 2 + 6.5, name, {
        anchor: 'middle',
        onFill: true,
        fill: label,
        class: 'strong',
      }),
  );
}

export interface UnrolledOptions {
  /** Left of the first cell, top of the row. */
  readonly x: number;
  readonly y: number;
  readonly side?: number;
  /** Pixels from one cell's left edge to the next one's. */
  readonly pitch: number;
  readonly origin?: Origin;
  /** A label in each cell. */
  readonly names?: readonly string[];
  /** What comes in from below at each step; null where nothing does. Its length is the number of steps. */
  readonly inputs: readonly (string | null)[];
  /** What goes out above at each step; null where nothing does. */
  readonly outputs?: readonly (string | null)[];
}

/** Length in pixels of the arrows between a row of cells and its words. */
export const reach = 34;

/** Cells in a row, the state going right, words in from below and out above. */
export function unrolled(options: UnrolledOptions): Markup {
  const { x, y, side = 56, pitch, inputs, outputs = [], names = [], origin = 'designed' } = options;
  const step = (input: string | null, index: number): Child => {
    const left = x + index * pitch;
    const middle = left + side / 2;
    const output = outputs[index] ?? null;
    const name = names[index];
    return [
      index > 0 &&
        arrow([
          [left - pitch + side + 3, y + side / 2],
          [left - 4, y + side / 2],
        ]),
      input !== null && [
        arrow([
          [middle, y + side + reach],
          [middle, y + side + 4],
        ]),
        text(middle, y + side + reach + 22, input, { anchor: 'middle' }),
      ],
      output !== null && [
        arrow([
          [middle, y - 3],
          [middle, y - reach],
        ]),
        text(middle, y - reach - 10, output, { anchor: 'middle' }),
      ],
      cell({ x: left, y, side, origin, ...(name === undefined ? {} : { name }) }),
    ];
  };
  return group({}, inputs.map(step));
}
