import { asText, generate } from './execute/generator.ts';
import { scramble, substitution } from './execute/scramble.ts';
import data from './execute-scrambled.json';
import { arrow } from './kit/arrow.ts';
import { defineFigure } from './kit/figure.ts';
import { randomFrom } from './kit/random.ts';
import { at, type Child, colour, el, line, rect, text } from './kit/svg.ts';

const { input, answer } = asText(generate(data.program, randomFrom(data.program.seed)));
const plain = input.trimEnd().split('\n');
const code = substitution(randomFrom(data.code.seed));

/** The character that is followed through both texts. */
const followed = '7';
const size = 32;
/** Every character has a cell of its own, so that both texts lie on one grid. */
const advance = 27;
const leading = 50;

/** One line of text on the grid, the followed character marked. */
function row(words: string, y: number, mark: string): Child {
  return [...words].map((character, column) => {
    const x = column * advance;
    const marked = character === mark;
    return [
      marked && rect(x, y - 32, advance, 42, { fill: colour.accent }),
      el(
        'text',
        { x: x + advance / 2, y, 'text-anchor': 'middle' },
        el(
          'tspan',
          {
            'font-family': 'var(--mono)',
            'font-stretch': '75%',
            'font-weight': 400,
            'font-size': size,
            fill: marked ? colour.paper : undefined,
            stroke: 'none',
          },
          character,
        ),
      ),
    ];
  });
}

function program(top: number, title: string, lines: readonly string[], target: string, mark: string): Child {
  const last = top + 56 + (lines.length - 1) * leading;
  const end = (lines.at(-1)?.length ?? 0) * advance;
  return [
    top > 0 && line([0, top], [858, top], { stroke: colour.rule, 'stroke-width': 1 }),
    text(858, top + 26, title, { class: 'strong', anchor: 'end' }),
    lines.map((words, index) => row(words, top + 56 + index * leading, mark)),
    arrow([
      [end + 22, last - 11],
      [end + 70, last - 11],
    ]),
    at(end + 88, 0, row(target, last, mark)),
  ];
}

export default defineFigure({
  name: 'execute-scrambled',
  title: 'A program, and what the network sees of it',
  description:
    `Above, a program as people read it: ${plain.join('; ')} gives ${answer} Below, the same with every character ` +
    `replaced by a letter of its own: ${scramble(plain.join(' / '), new Map([...code, ['/', '/']]))} gives ` +
    `${scramble(answer, code)}`,
  body: () => [
    program(0, 'what we read', plain, answer, followed),
    program(
      270,
      'what it sees',
      plain.map((words) => scramble(words, code)),
      scramble(answer, code),
      code.get(followed) ?? '',
    ),
  ],
});
