import { arrow } from './kit/arrow.ts';
import { defineFigure } from './kit/figure.ts';
import { type LabelRequest, placeLabels } from './kit/labels.ts';
import { circle, colour, type Point, text } from './kit/svg.ts';
import data from './map-words.json';
import { shown } from './words/names.ts';

const [width, height] = [824, 560];
const turn = (-72 * Math.PI) / 180;
/** Left out because there is no room for them between two arrows. */
const hidden = new Set(['palace']);
const words = data.words.filter(({ word }) => !hidden.has(word));
const [acrossPx, upPx] = [640, 420];

/** The plane turned so that the step from man to woman runs to the right and a little up; parallels stay parallel. */
function place({ x, y }: { x: number; y: number }): Point {
  const across = x * Math.cos(turn) - y * Math.sin(turn);
  const up = x * Math.sin(turn) + y * Math.cos(turn);
  return [446 + across * acrossPx, 276 - up * upPx];
}

export default defineFigure({
  name: 'map-words',
  title: 'Words as points',
  description: `Real word vectors in a plane. Arrows of one direction lead ${data.pairs.map(([from, to]) => `from ${from?.word} to ${to?.word}`).join(', ')}. Other words lie around them: ${words.map(({ word }) => shown(word)).join(', ')}.`,
  width,
  height,
  halo: false,
  body: () => {
    const pairs = data.pairs.map((pair) => pair.map(place) as [Point, Point]);
    const requests: LabelRequest[] = [
      ...data.pairs.flatMap((pair) => pair.map((word) => ({ at: place(word), words: word.word, size: 30, radius: 6 }))),
      ...words.map((word) => ({ at: place(word), words: shown(word.word), size: 22, radius: 0 })),
    ];
    const labels = placeLabels(requests, { lines: pairs, bounds: [0, 0, width, height], lineCost: 20 });
    return [
      pairs.map((pair) => [
        circle(pair[0], 4.5, { fill: colour.onGround }),
        arrow(pair, { colour: colour.onGround, width: 2.5, head: 11 }),
      ]),
      labels.map(({ x, y, anchor }, index) => {
        const { words: shownAs = '', size } = requests[index] ?? {};
        return text(x, y, shownAs, { anchor, face: 'serif-italic', size, fill: colour.onGround });
      }),
    ];
  },
});
