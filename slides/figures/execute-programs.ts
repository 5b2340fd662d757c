import { asText, generate } from './execute/generator.ts';
import data from './execute-programs.json';
import { arrow } from './kit/arrow.ts';
import { defineFigure } from './kit/figure.ts';
import { randomFrom } from './kit/random.ts';
import { type Child, colour, line, text } from './kit/svg.ts';

const size = 26;
const leading = 40;
const gap = 58;
const programs = data.programs.map((choice) => ({ ...choice, ...asText(generate(choice, randomFrom(choice.seed))) }));
const linesOf = (input: string) => input.trimEnd().split('\n');

function block({ length, nesting, input, answer }: (typeof programs)[number], top: number): Child {
  const lines = linesOf(input);
  const last = top + 50 + (lines.length - 1) * leading;
  return [
    top > 0 && line([0, top], [858, top], { stroke: colour.rule, 'stroke-width': 1 }),
    text(0, top + 48, [`length ${length}`, `nesting ${nesting}`], { class: 'muted' }),
    text(104, top + 50, lines, { face: 'mono', size, leading }),
    arrow([
      [694, last - 9],
      [730, last - 9],
    ]),
    text(744, last, answer, { face: 'mono', size: 30, fill: colour.accent }),
  ];
}

function topOf(index: number): number {
  return programs.slice(0, index).reduce((top, { input }) => top + linesOf(input).length * leading + gap, 0);
}

export default defineFigure({
  name: 'execute-programs',
  title: 'Three programs and what they print',
  description: `Three programs of growing length and nesting. ${programs
    .map(
      ({ length, nesting, input, answer }) =>
        `Length ${length}, nesting ${nesting}: ${linesOf(input).join('; ')} gives ${answer}`,
    )
    .join(' ')}`,
  body: () => programs.map((program, index) => block(program, topOf(index))),
});
