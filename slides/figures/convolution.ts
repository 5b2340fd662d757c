import data from './convolution.json';
import { defineFigure } from './kit/figure.ts';
import { convolve, products } from './kit/grid.ts';
import { at, type Child, colour, type Markup, rect, text } from './kit/svg.ts';

const { picture, kernel } = data;
const result = convolve(picture, kernel);
const cell = 50;
const resultCell = 44;
const pitch = 304;

interface Step {
  /** First row and column that the window covers. */
  readonly top: number;
  readonly left: number;
  readonly name: string;
}

const steps: readonly Step[] = [
  { top: 0, left: 0, name: 'The window’s first place' },
  { top: 0, left: 1, name: 'one cell on' },
  { top: 2, left: 2, name: 'the ninth and last' },
];

/** One cell of the picture; under the window it also shows the weight that multiplies it. */
function pictureCell(row: number, column: number, step: Step): Markup {
  const value = picture[row]?.[column] ?? 0;
  const weight = kernel[row - step.top]?.[column - step.left];
  const [x, y] = [column * cell, row * cell];
  const box = rect(x, y, cell, cell, {
    fill: value ? colour.rule : colour.paper,
    'fill-opacity': 0.5,
    stroke: colour.ruleStrong,
    'stroke-width': 1,
  });
  if (weight === undefined) {
    const label = text(x + cell / 2, y + 32, String(value), { anchor: 'middle', onFill: true, fill: colour.ink });
    return at(0, 0, box, label);
  }
  return at(
    0,
    0,
    box,
    text(x + 9, y + 22, String(value), { onFill: true, fill: colour.ink, class: 'strong' }),
    text(x + cell - 7, y + cell - 8, `×${weight}`, { anchor: 'end', onFill: true, fill: colour.accent }),
  );
}

/** The nine products of a step, three to a line. */
function sumLines(step: Step): string[] {
  const factors = kernel.flatMap((weights, row) =>
    weights.map((weight, column) => `${picture[step.top + row]?.[step.left + column] ?? 0}×${weight}`),
  );
  const rows = [0, 3, 6].map((first) => factors.slice(first, first + 3).join(' + '));
  const sum = products(picture, kernel, step.top, step.left).reduce((total, product) => total + product, 0);
  return [`${rows[0]} +`, `${rows[1]} +`, `${rows[2]} = ${sum}`];
}

/** The result as far as it is known after a step, the newest number filled. */
function resultSoFar(step: Step): Child {
  const done = step.top * 3 + step.left;
  return result.flatMap((values, row) =>
    values.map((value, column) => {
      const index = row * 3 + column;
      const newest = index === done;
      return [
        rect(column * resultCell, row * resultCell, resultCell, resultCell, {
          fill: newest ? colour.accent : colour.paper,
          stroke: colour.ruleStrong,
          'stroke-width': 1,
        }),
        index <= done &&
          text(column * resultCell + resultCell / 2, row * resultCell + 29, String(value), {
            anchor: 'middle',
            onFill: true,
            class: 'strong',
            fill: newest ? colour.paper : colour.ink,
          }),
      ];
    }),
  );
}

function panel(step: Step, index: number): Markup {
  return at(
    index * pitch,
    0,
    text(0, 18, step.name, { class: 'strong' }),
    at(
      0,
      34,
      picture.map((row, y) => row.map((_, x) => pictureCell(y, x, step))),
      rect(step.left * cell, step.top * cell, 3 * cell, 3 * cell, {
        fill: 'none',
        stroke: colour.accent,
        'stroke-width': 4,
      }),
    ),
    text(0, 314, sumLines(step), { face: 'mono' }),
    at(0, 382, resultSoFar(step)),
  );
}

export default defineFigure({
  name: 'convolution',
  title: 'A convolution, three of its nine steps',
  description:
    'A picture of 5 by 5 ones and zeros; a window of 3 by 3 weights lies over it. Each number under the window is ' +
    'multiplied by its weight and the nine products are added to one number of the result. ' +
    `Three steps are drawn; the whole result is ${result.map((row) => row.join(' ')).join(', ')}.`,
  height: 518,
  body: () => steps.map(panel),
});
