import { asText, generate } from './execute/generator.ts';
import data from './execute-task.json';
import { arrow, bracket } from './kit/arrow.ts';
import { cell } from './kit/cell.ts';
import { defineFigure } from './kit/figure.ts';
import { randomFrom } from './kit/random.ts';
import { type Child, colour, text } from './kit/svg.ts';

const { input, answer } = asText(generate(data.program, randomFrom(data.program.seed)));
/** Read: the program, then the network's own digits. Written: nothing, then the answer. */
const read = [...input.trimEnd(), ...answer.slice(0, -1)];
const asked = input.trimEnd().length;

const pitch = 858 / read.length;
const side = 32;
const rows = { output: 92, upper: 150, lower: 236, input: 336 };
const left = (step: number) => step * pitch + (pitch - side) / 2;
const middle = (step: number) => left(step) + side / 2;

function column(character: string, step: number): Child {
  const written = answer[step - asked + 1];
  const own = step >= asked;
  const x = middle(step);
  return [
    [rows.upper, rows.lower].map((y) => [
      cell({ x: left(step), y, side, origin: 'learned' }),
      step > 0 &&
        arrow(
          [
            [left(step) - (pitch - side) + 2, y + side / 2],
            [left(step) - 2, y + side / 2],
          ],
          { head: 6 },
        ),
    ]),
    arrow([
      [x, rows.lower - 4],
      [x, rows.upper + side + 3],
    ]),
    arrow([
      [x, rows.input - 26],
      [x, rows.lower + side + 3],
    ]),
    text(x, rows.input, character, {
      anchor: 'middle',
      face: 'mono',
      size: 26,
      fill: own ? colour.accent : undefined,
    }),
    written && [
      arrow(
        [
          [x, rows.upper - 4],
          [x, rows.output + 12],
        ],
        { colour: colour.accent },
      ),
      text(x, rows.output, written, { anchor: 'middle', face: 'mono', size: 40, fill: colour.accent }),
    ],
  ];
}

export default defineFigure({
  name: 'execute-task',
  title: 'A network reads a program and writes what it prints',
  description:
    `Two layers of recurrent cells, one column a character. The program ${input.trim()} goes in from below, character ` +
    `by character; then ${answer} comes out above, each digit being fed back in below before the next is written.`,
  height: 440,
  body: () => [
    text(middle(asked) - 26, 30, 'digits out', { class: 'strong', anchor: 'end', fill: colour.accent }),
    read.map(column),
    bracket([left(0), rows.input + 22], [left(asked - 1) + side, rows.input + 22], 9),
    text(0, rows.input + 60, 'characters in, one at a time', { class: 'strong' }),
    bracket([left(asked), rows.input + 22], [858 - (pitch - side) / 2, rows.input + 22], 9, colour.accent),
    text(858, rows.input + 60, 'its own digits', { class: 'strong', anchor: 'end', fill: colour.accent }),
    text(858, rows.input + 84, 'fed back in', { anchor: 'end', class: 'muted' }),
    text(
      0,
      rows.input + 84,
      `${data.layers} layers of ${data.unitsALayer} LSTM units; every column has the same weights`,
      { class: 'muted' },
    ),
  ],
});
