import { arrow } from './kit/arrow.ts';
import { defineFigure } from './kit/figure.ts';
import { formula } from './kit/formula.ts';
import { layer } from './kit/layer.ts';
import { point } from './kit/point.ts';
import { randomFrom } from './kit/random.ts';
import { at, type Child, colour, line, rect, text } from './kit/svg.ts';
import { tape } from './kit/tape.ts';
import data from './word-window.json';

const pitch = 80;
const width = 5 * pitch;
const { words, intruder } = data.window;
const middle = (words.length - 1) / 2;
const [wordsY, vectorsY, hiddenY, scoreTop, scoreBottom] = [86, 112, 274, 352, 446];

/** Five numbers for a word, the same wherever the word stands; invented, as the vectors before any training are. */
function vectorOf(word: string): number[] {
  const random = randomFrom([...word].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % 1_000_003);
  return Array.from({ length: 5 }, () => Math.round((0.08 + 0.9 * random()) * 100) / 100);
}

/** The score as a place on a scale, and the way training pushes it. */
function score(direction: 'up' | 'down'): Child {
  const x = width / 2;
  const [from, to] = direction === 'up' ? [420, 364] : [380, 436];
  const fill = direction === 'up' ? colour.accent : colour.ink;
  return [
    line([x, scoreTop], [x, scoreBottom], { stroke: colour.ruleStrong }),
    [scoreTop, scoreBottom].map((y) => line([x - 8, y], [x + 8, y], { stroke: colour.ruleStrong })),
    arrow(
      [
        [x, from],
        [x, to],
      ],
      { colour: fill, width: 5, head: 16 },
    ),
    point([x, from], 'hollow', 8),
    text(x - 28, 407, 'score', { anchor: 'end' }),
    text(x + 28, 409, direction === 'up' ? 'pushed up' : 'pushed down', { face: 'serif', size: 30, fill }),
  ];
}

/** One window on its way through the network. */
function column(heading: string, window: readonly string[], direction: 'up' | 'down'): Child {
  return [
    text(0, 22, heading, { class: 'strong' }),
    window.map((word, index) => {
      const x = (index + 0.5) * pitch;
      const isMiddle = index === middle;
      const fill = direction === 'up' ? colour.accent : colour.ink;
      return [
        isMiddle && rect(x - 41, wordsY - 29, 82, 42, { fill: direction === 'up' ? colour.accent : colour.ink }),
        text(x, wordsY, word, {
          anchor: 'middle',
          face: 'serif',
          size: 22,
          onFill: isMiddle,
          fill: isMiddle ? colour.paper : colour.ink,
        }),
        tape({
          x: x - 12,
          y: vectorsY,
          side: 24,
          values: vectorOf(word),
          direction: 'down',
          fill: isMiddle ? fill : colour.ink2,
        }),
        line([x, vectorsY + 122], [width / 2 + (x - width / 2) * 0.7, hiddenY - 1], { stroke: colour.ruleStrong }),
      ];
    }),
    layer({ x: 40, y: hiddenY, width: 320, height: 44, name: 'hidden layer' }),
    line([width / 2, hiddenY + 44], [width / 2, scoreTop], { stroke: colour.ruleStrong }),
    score(direction),
  ];
}

const corrupted = words.with(middle, intruder);

export default defineFigure({
  name: 'word-window',
  title: 'Learning word vectors by telling real text from corrupted text',
  description:
    `The window “${words.join(' ')}” and the same window with its middle word replaced by a random one, ` +
    `“${corrupted.join(' ')}”, go through one small network: a vector for each word, a hidden layer, a score. ` +
    `Training pushes the score of the real window up and that of the corrupted one down, until they are at least ` +
    `${data.margin.value} apart. The vectors’ values are invented.`,
  body: () => [
    column('A window of real text', words, 'up'),
    at(858 - width, 0, column('The middle word drawn at random', corrupted, 'down')),
    text(429, 170, ['same', 'vectors'], { anchor: 'middle', class: 'muted' }),
    text(429, 290, ['same', 'weights'], { anchor: 'middle', class: 'muted' }),
    formula(429, 512, `loss = max(0, ${data.margin.value} − score(${words[middle]}) + score(${intruder}))`, {
      anchor: 'middle',
    }),
  ],
});
