import { defineFigure } from './kit/figure.ts';
import { squares } from './kit/grid.ts';
import { panda } from './kit/panda.ts';
import { circle, colour, type Point, text } from './kit/svg.ts';
import { spread, thread } from './kit/threads.ts';

const words = ['a', 'red', 'panda', 'on', 'a', 'branch'];
const picture = { x: 20, y: 0, cell: 4.5 };
const side = panda.length;
const point: Point = [496, 236];
const right = 690;

/** Luminance as area with the middle tones darkened, so that the face stands out of its ground. */
const lights = panda.map((row) => row.map((value) => value ** 2));

export default defineFigure({
  name: 'map-captions',
  title: 'A picture through one point',
  description: `A picture of squares, the face of a red panda, runs into one point, and the words “${words.join(' ')}” run out of it.`,
  width: 824,
  height: 560,
  halo: false,
  body: () => {
    const edge = picture.x + side * picture.cell;
    return [
      squares(lights, { ...picture, positive: colour.onGround }),
      spread(8, 18, side * picture.cell - 18).map((y) => thread([edge + 8, y], point, colour.onGround)),
      spread(words.length, 22, 486).map((y, index) => [
        thread(point, [right, y], colour.onGround),
        text(right + 14, y + 9, words[index] ?? '', { face: 'serif-italic', size: 30, fill: colour.onGround }),
      ]),
      circle(point, 11, { fill: colour.onGround }),
    ];
  },
});
