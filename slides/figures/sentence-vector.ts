import { defineFigure } from './kit/figure.ts';
import { type Child, circle, colour, type Point, text } from './kit/svg.ts';
import { spread, thread } from './kit/threads.ts';

interface Sentence {
  readonly language: string;
  readonly words: string;
}

const into: readonly Sentence[] = [
  { language: 'English', words: 'The sea is calm.' },
  { language: 'German', words: 'Das Meer ist ruhig.' },
  { language: 'Spanish', words: 'El mar está en calma.' },
  { language: 'Dutch', words: 'De zee is kalm.' },
];
const out: readonly Sentence[] = [
  { language: 'French', words: 'La mer est calme.' },
  { language: 'Italian', words: 'Il mare è calmo.' },
  { language: 'Portuguese', words: 'O mar está calmo.' },
  { language: 'Danish', words: 'Havet er roligt.' },
];

const point: Point = [429, 236];

function sentences(list: readonly Sentence[], side: 'left' | 'right'): Child {
  const sign = side === 'left' ? -1 : 1;
  const anchor = side === 'left' ? 'end' : 'start';
  const edge = point[0] + sign * 166;
  return spread(list.length, 40, 432).map((y, index) => [
    thread([edge, y], point, colour.accent),
    text(edge + sign * 12, y + 8, list[index]?.words ?? '', { anchor, face: 'serif', size: 27 }),
    text(edge + sign * 12, y + 34, list[index]?.language ?? '', { anchor, class: 'muted' }),
  ]);
}

const listOf = (list: readonly Sentence[]) => list.map(({ language, words }) => `${language}: ${words}`).join(' ');

export default defineFigure({
  name: 'sentence-vector',
  title: 'One vector for a sentence in any language',
  description: `A scheme. Sentences that mean the same run into one point: ${listOf(into)} The same point runs out into others: ${listOf(out)} Each model of 2014 was trained on one pair of languages.`,
  body: () => [
    sentences(into, 'left'),
    sentences(out, 'right'),
    circle(point, 17, { fill: colour.accent }),
    text(point[0], point[1] - 40, 'one vector', { anchor: 'middle', class: 'note' }),
    text(429, 514, 'A scheme: the models of 2014 were each trained on one pair of languages', {
      anchor: 'middle',
      class: 'muted',
    }),
  ],
});
