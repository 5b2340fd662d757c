import { defineFigure } from './kit/figure.ts';
import { circle, colour, type Point, text } from './kit/svg.ts';
import { spread, thread } from './kit/threads.ts';

const english = ['the', 'tide', 'is', 'coming', 'in'];
const french = ['la', 'mer', 'est', 'en', 'train', 'de', 'monter'];
const [left, right] = [216, 690];
const point: Point = [452, 236];
const word = { face: 'serif-italic', size: 30, fill: colour.onGround } as const;

export default defineFigure({
  name: 'map-translation',
  title: 'A sentence through one point',
  description: `The words “${english.join(' ')}” run into one point, and “${french.join(' ')}” runs out of it.`,
  width: 824,
  height: 560,
  halo: false,
  body: () => [
    spread(english.length, 22, 270).map((y, index) => [
      thread([left, y], point, colour.onGround),
      text(left - 14, y + 9, english[index] ?? '', { ...word, anchor: 'end' }),
    ]),
    spread(french.length, 22, 486).map((y, index) => [
      thread(point, [right, y], colour.onGround),
      text(right + 14, y + 9, french[index] ?? '', word),
    ]),
    circle(point, 11, { fill: colour.onGround }),
  ],
});
