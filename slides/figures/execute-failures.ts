import { add } from './execute/addition.ts';
import { generate } from './execute/generator.ts';
import data from './execute-failures.json';
import { defineFigure } from './kit/figure.ts';
import { randomFrom } from './kit/random.ts';
import { type Child, colour, line, rect, text } from './kit/svg.ts';

const { program: difficulty, forgotten } = data.scheme;
const { lines, target } = generate(difficulty, randomFrom(difficulty.seed));
const program = lines.join('\n');
const [first = 0, second = 0] = program.match(/\d+/g)?.map(Number) ?? [];
const truth = add(first, second);
const answers = forgotten.map((places) => add(first, second, places).digits);
const asNumber = (digits: readonly number[]) => Number(digits.join(''));

const pitch = 66;
const left = 858 - truth.digits.length * pitch;
const middle = (column: number) => left + (column + 0.5) * pitch;
const wrong = 'var(--wrong)';

interface Style {
  readonly size: number;
  readonly fill?: 'var(--muted)' | 'var(--accent)';
}

function row(y: number, digits: readonly (number | string)[], style: Style): Child {
  return digits.map((digit, column) =>
    text(middle(column), y, String(digit), {
      anchor: 'middle',
      face: 'mono',
      onFill: true,
      fill: colour.ink,
      ...style,
    }),
  );
}

/** An answer; a digit that is not the true one is boxed, in the colour of mistakes. */
function answer(digits: readonly number[], index: number): Child {
  const y = 346 + index * 58;
  const off = (100 * Math.abs(asNumber(digits) - target)) / target;
  return [
    text(0, y - 3, `off by ${off.toPrecision(1)} %`, { class: 'muted' }),
    digits.map((digit, column) => {
      const right = digit === truth.digits[column];
      return [
        !right && rect(middle(column) - 25, y - 40, 50, 50, { fill: 'none', stroke: wrong, 'stroke-width': 2.5 }),
        text(middle(column), y, String(digit), {
          anchor: 'middle',
          face: 'mono',
          size: 46,
          onFill: true,
          fill: right ? colour.ink : wrong,
        }),
      ];
    }),
  ];
}

export default defineFigure({
  name: 'execute-failures',
  title: 'Answers that are nearly right',
  description:
    `A scheme. The program ${program} prints ${target}. Three answers in which some carries were forgotten: ` +
    `${answers.map(asNumber).join(', ')}. Their first digits and their last are right, digits in the middle are not. ` +
    'These are not answers of the paper’s network.',
  height: 516,
  body: () => [
    text(0, 30, program, { face: 'mono', size: 24 }),
    text(0, 84, 'to be carried', { class: 'muted' }),
    row(
      84,
      truth.carries.map((carry) => carry || ''),
      { size: 24, fill: colour.muted },
    ),
    row(130, [...String(first)], { size: 38 }),
    row(178, [...String(second)], { size: 38 }),
    line([left, 198], [858, 198], { 'stroke-width': 2 }),
    text(0, 253, 'target', { class: 'strong', fill: colour.accent }),
    row(256, truth.digits, { size: 54, fill: colour.accent }),
    text(0, 310, 'answers', { class: 'strong' }),
    answers.map(answer),
    text(0, 508, 'A scheme: our own sums with a carry or two forgotten, not the network’s own answers', {
      class: 'muted',
    }),
  ],
});
