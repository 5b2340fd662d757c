import { arrow } from './kit/arrow.ts';
import { defineFigure } from './kit/figure.ts';
import { type Child, colour, rect, text } from './kit/svg.ts';
import { head } from './kit/tape.ts';
import { ring, world } from './memory/example.ts';
import { vocabulary } from './memory/stories.ts';
import { sentenceAt, written } from './memory/words.ts';
import data from './new-words.json';

const { found, answer } = data.result;
const { facts, question } = ring;
const { words } = data.likeness;

/** Not in any story that the network was taught with. */
const isNew = (word: string) => !vocabulary(world).has(word);

const pitch = 33;
const baseline = (index: number) => 26 + index * pitch;
const grid = { left: 560, top: 132, side: 96 };

function story(): Child {
  const end = baseline(facts.length - 1);
  return [
    facts.map((fact, index) => [
      found.includes(index) && head(16, baseline(index) - 8, 'left'),
      sentenceAt(30, baseline(index), fact, { size: 23, lit: isNew }),
    ]),
    sentenceAt(30, end + 56, question, { size: 28, lit: isNew }),
    arrow(
      [
        [40, end + 74],
        [40, end + 102],
      ],
      { width: 2.5 },
    ),
    text(58, end + 106, answer, { class: 'big', fill: colour.accent }),
  ];
}

/** How like each new word's company is to that of the words which the network knows. */
function likeness(): Child {
  const kinds = [`people`, 'things', 'rooms'];
  const known = [world.people, world.things, world.rooms].map((group) => group.slice(0, 2));
  return [
    text(grid.left - 130, 30, 'Whose neighbours are like whose?', { class: 'strong' }),
    text(grid.left - 130, 54, 'cosine, new words by known ones', { class: 'muted' }),
    kinds.map((kind, column) => [
      text(grid.left + (column + 0.5) * grid.side, grid.top - 34, known[column]?.[0] ?? kind, { anchor: 'middle' }),
      text(grid.left + (column + 0.5) * grid.side, grid.top - 11, `${known[column]?.[1]} …`, { anchor: 'middle' }),
    ]),
    words.map(({ word, cosines }, row) => [
      sentenceAtRow(word, row),
      cosines.map((cosine, column) => cell(cosine, row, column)),
    ]),
    ['a person', 'a thing', 'a place'].map((kind, column) =>
      text(grid.left + (column + 0.5) * grid.side, grid.top + 3 * grid.side + 30, kind, {
        anchor: 'middle',
        class: 'strong',
      }),
    ),
  ];
}

function sentenceAtRow(word: string, row: number): Child {
  return text(grid.left - 14, grid.top + (row + 0.5) * grid.side + 9, word, {
    anchor: 'end',
    face: 'serif',
    size: 26,
    fill: colour.accent,
  });
}

function cell(cosine: number, row: number, column: number): Child {
  const [x, y] = [grid.left + column * grid.side, grid.top + row * grid.side];
  return [
    rect(x, y, grid.side, grid.side, { fill: colour.paper, stroke: colour.ruleStrong, 'stroke-width': 1 }),
    cosine > 0 && rect(x + 1, y + 1, grid.side - 2, grid.side - 2, { fill: colour.accent, 'fill-opacity': cosine / 2 }),
    text(x + grid.side / 2, y + grid.side / 2 + 8, cosine === 0 ? '0' : cosine.toFixed(2), {
      anchor: 'middle',
      size: 24,
      onFill: true,
      fill: colour.ink,
      class: cosine > 0.7 ? 'strong' : undefined,
    }),
  ];
}

export default defineFigure({
  name: 'new-words',
  title: 'Words that were never seen before',
  description:
    `${facts.map(written).join(' ')} ${written(question)} The network, which has never seen these names, things and places, ` +
    `answers ${answer}. Cosines of the neighbours of new words with those of known people, things and rooms: ` +
    `${words.map(({ word, cosines }) => `${word} ${cosines.join(', ')}`).join('; ')}.`,
  height: 520,
  body: () => [story(), likeness()],
});
