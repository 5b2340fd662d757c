import { arrow } from './kit/arrow.ts';
import { defineFigure } from './kit/figure.ts';
import { formula } from './kit/formula.ts';
import { layer } from './kit/layer.ts';
import { type Child, circle, colour, line, type Point, path, text, through } from './kit/svg.ts';

const [left, right] = [96, 762];
const [memoryY, gateY, stateY] = [96, 272, 378];
const productY = 184;
const gateHeight = 46;
const xs = { forget: 190, write: 352, candidate: 484, read: 652 };

/** A circle on a line where two signals meet: a product or a sum. */
function meeting([x, y]: Point, sign: '×' | '+'): Child {
  const arm = sign === '+' ? 9 : 6.5;
  const strokes =
    sign === '+'
      ? [
          [x - arm, y, x + arm, y],
          [x, y - arm, x, y + arm],
        ]
      : [
          [x - arm, y - arm, x + arm, y + arm],
          [x - arm, y + arm, x + arm, y - arm],
        ];
  return [
    circle([x, y], 19, { fill: colour.paper, stroke: colour.ink, 'stroke-width': 2 }),
    strokes.map(([x1 = 0, y1 = 0, x2 = 0, y2 = 0]) => line([x1, y1], [x2, y2], { 'stroke-width': 2.5 })),
  ];
}

function gate(x: number, name: string, symbol: string): Child {
  return [
    layer({ x: x - 56, y: gateY, width: 112, height: gateHeight, name }),
    arrow([
      [x, stateY],
      [x, gateY + gateHeight + 4],
    ]),
    formula(x + 12, gateY - 14, symbol, { size: 24 }),
  ];
}

/** The memory: a straight line through time that is scaled and added to, never passed through a layer. */
const memory: Child = [
  arrow(
    [
      [left - 60, memoryY],
      [right + 66, memoryY],
    ],
    { colour: colour.accent, width: 6, head: 18 },
  ),
  formula(left - 60, memoryY - 22, 'c_{t−1}', { size: 28 }),
  text(xs.write + 34, memoryY - 22, 'the memory, a straight line', { class: 'note', fill: colour.accent }),
  formula(right + 62, memoryY - 22, 'c_t', { size: 28, anchor: 'end' }),
];

const output: Child = [
  path(
    through([
      [xs.read, memoryY + 3],
      [xs.read, productY - 19],
    ]),
    { 'stroke-width': 2 },
  ),
  text(xs.read + 14, productY - 34, 'tanh', { face: 'serif', size: 22 }),
  arrow([
    [xs.read, gateY],
    [xs.read, productY + 23],
  ]),
  arrow([
    [xs.read + 20, productY],
    [right + 62, productY],
  ]),
  formula(right + 62, productY - 16, 'h_t', { size: 28, anchor: 'end' }),
];

export default defineFigure({
  name: 'lstm-cell',
  title: 'A long short-term memory cell',
  description:
    'The memory c runs straight through the cell. A forget gate multiplies it, the product of a write gate and a ' +
    'candidate is added to it, and a read gate decides how much of it becomes the state h that the next step and the ' +
    'layer above see. Every gate looks at the input x and the state before.',
  body: () => [
    memory,
    output,
    arrow([
      [xs.forget, gateY],
      [xs.forget, memoryY + 23],
    ]),
    arrow([
      [xs.write, gateY],
      [xs.write, productY + 23],
    ]),
    path(
      through([
        [xs.candidate, gateY],
        [xs.candidate, productY],
        [xs.write + 20, productY],
      ]),
    ),
    arrow([
      [xs.write, productY - 19],
      [xs.write, memoryY + 23],
    ]),
    meeting([xs.forget, memoryY], '×'),
    meeting([xs.write, memoryY], '+'),
    meeting([xs.write, productY], '×'),
    meeting([xs.read, productY], '×'),
    gate(xs.forget, 'forget', 'f'),
    gate(xs.write, 'write', 'i'),
    gate(xs.candidate, 'candidate', 'g'),
    gate(xs.read, 'read', 'o'),
    text(xs.read + 72, gateY + 20, ['gates: 0 shut,', '1 open'], { class: 'muted' }),
    line([left - 60, stateY], [xs.read + 1, stateY], { 'stroke-width': 2 }),
    formula(left - 60, stateY - 14, 'h_{t−1}', { size: 28 }),
    formula(left - 60, stateY + 34, 'x_t', { size: 28 }),
    formula(left + 38, 486, 'c_t = f ⊙ c_{t−1} + i ⊙ g', { size: 30 }),
    formula(xs.candidate + 30, 486, 'h_t = o ⊙ tanh c_t', { size: 30 }),
  ],
});
