import { arrow } from './kit/arrow.ts';
import { defineFigure } from './kit/figure.ts';
import { type Child, colour, text } from './kit/svg.ts';
import { head, tape } from './kit/tape.ts';
import data from './ntm-addressing.json';
import { byContent, interpolate, sharpen, shift } from './turing/addressing.ts';

const { memory, key, strength, before, gate, power } = data.example;
const shifts = data.example.shifts as [number, number, number];

const content = byContent(memory, key, strength);
const gated = interpolate(content, before, gate);
const shifted = shift(gated, shifts);
const final = sharpen(shifted, power);

const side = 58;
const left = 858 - memory.length * side;
/** Hundredths without the nought, nothing below half of one. */
const short = (weight: number) => (weight >= 0.995 ? '1' : weight >= 0.005 ? weight.toFixed(2).slice(1) : '');

interface Row {
  readonly y: number;
  readonly name: string;
  readonly words: string;
  readonly weights: readonly number[];
}

const rows: readonly Row[] = [
  { y: 128, name: '1 Content', words: `what is like the key? β = ${strength}`, weights: content },
  { y: 232, name: '2 Gate', words: `${gate} of that, ${(1 - gate).toFixed(1)} of before`, weights: gated },
  { y: 336, name: '3 Shift', words: `${shifts[2]} of it one place on`, weights: shifted },
  { y: 440, name: '4 Sharpen', words: `to the power γ = ${power}`, weights: final },
];

function row({ y, name, words, weights }: Row, index: number): Child {
  return [
    text(0, y + 24, name, { class: 'strong', fill: colour.accent }),
    text(0, y + 48, words),
    tape({ x: left, y, side, values: weights }),
    weights.map((weight, index) =>
      text(left + (index + 0.5) * side, y + side / 2 + 7, short(weight), {
        anchor: 'middle',
        face: 'mono',
        size: 20,
        onFill: true,
        fill: weight > 0.8 ? colour.paper : colour.ink,
      }),
    ),
    index > 0 &&
      arrow([
        [left - 24, y - 44],
        [left - 24, y + 12],
      ]),
  ];
}

/** Memory locations as columns of three cells, and the key beside them. */
function contents(): Child {
  const small = 24;
  return [
    text(0, 40, 'A key', { class: 'strong', fill: colour.accent }),
    text(52, 40, 'and the memory'),
    tape({ x: left - 24 - small / 2, y: 8, side: small, values: key, direction: 'down', fill: colour.accent }),
    memory.map((values, index) =>
      tape({
        x: left + index * side + (side - small) / 2,
        y: 8,
        side: small,
        values,
        direction: 'down',
        fill: colour.ink,
      }),
    ),
  ];
}

/** Where the head was before, over the row in which it counts. */
function place(): Child {
  const was = before.indexOf(Math.max(...before));
  const x = left + (was + 0.5) * side;
  const y = (rows[1]?.y ?? 0) - 6;
  return [head(x, y, 'above', colour.muted), text(x + 14, y - 2, 'before', { class: 'muted' })];
}

const inWords = (weights: readonly number[]) => weights.map((weight) => weight.toFixed(2)).join(', ');

export default defineFigure({
  name: 'ntm-addressing',
  title: 'How a head finds its place, in four steps',
  description:
    `Weights over ${memory.length} memory locations. By content: ${inWords(content)}. After the gate ${gate} with the ` +
    `weighting before (${inWords(before)}): ${inWords(gated)}. After the shift: ${inWords(shifted)}. Sharpened: ${inWords(final)}.`,
  height: 504,
  body: () => [contents(), rows.map(row), place()],
});
