import data from './encoder-decoder.json';
import { arrow, curvedArrow } from './kit/arrow.ts';
import { cell } from './kit/cell.ts';
import { defineFigure } from './kit/figure.ts';
import { value } from './kit/point.ts';
import { randomFrom } from './kit/random.ts';
import { type Child, colour, line, text } from './kit/svg.ts';
import { tape } from './kit/tape.ts';

const { english, french } = data.sentence;
const side = 80;
const [top, middle, bottom] = [184, 224, 264];
const encoderX = english.map((_, index) => 2 + index * 118);
const decoderX = french.map((_, index) => 470 + index * 102);
const vectorX = 374;
const busY = 384;
const words = { anchor: 'middle', face: 'serif', size: 30 } as const;

function encoder(): Child {
  return encoderX.map((x, index) => [
    cell({ x, y: top, side, origin: 'learned' }),
    text(x + side / 2, 350, english[index] ?? '', words),
    arrow([
      [x + side / 2, 318],
      [x + side / 2, bottom + 4],
    ]),
    arrow([
      [x + side + 3, middle],
      [(encoderX[index + 1] ?? vectorX) - 5, middle],
    ]),
  ]);
}

/** All that is left of the sentence; the values are invented. */
function vector(): Child {
  const random = randomFrom(31);
  const values = Array.from({ length: 7 }, () => 0.1 + 0.9 * random());
  return [
    value([vectorX + 14, 78], data.vector.numbers.toLocaleString('en-GB'), 'numbers', {
      anchor: 'middle',
      fill: colour.accent,
    }),
    tape({ x: vectorX, y: middle - 98, side: 28, values, direction: 'down' }),
  ];
}

/** The vector goes to every step of the decoder, and each word that is written to the next step. */
function decoder(): Child {
  return decoderX.map((x, index) => {
    const centre = x + side / 2;
    const next = decoderX[index + 1];
    return [
      cell({ x, y: top, side, origin: 'learned' }),
      text(centre, 90, french[index] ?? '', words),
      arrow([
        [centre, top - 3],
        [centre, 108],
      ]),
      arrow([
        [index === 0 ? vectorX + 31 : x - 19, middle],
        [x - 5, middle],
      ]),
      arrow(
        [
          [centre, busY],
          [centre, bottom + 4],
        ],
        { colour: colour.accent },
      ),
      next !== undefined && curvedArrow([centre + 20, 104], [next + 4, 116], [next + 12, top - 5], { dashed: true }),
    ];
  });
}

export default defineFigure({
  name: 'encoder-decoder',
  title: 'Two recurrent networks and one vector between them',
  description:
    `The encoder reads “${english.join(' ')}” one word at a time and hands on one vector of ${data.vector.numbers} numbers. ` +
    `The decoder gets that vector at every step, and the word it wrote before, and writes “${french.slice(0, -1).join(' ')}” and an end mark.`,
  height: 490,
  body: () => [
    encoder(),
    line([vectorX + 14, middle + 101], [vectorX + 14, busY], { stroke: colour.accent, 'stroke-width': 2 }),
    line([vectorX + 13, busY], [(decoderX.at(-1) ?? 0) + side / 2 + 1, busY], {
      stroke: colour.accent,
      'stroke-width': 2,
    }),
    vector(),
    decoder(),
    text(2, 446, 'Encoder', { face: 'serif', size: 32 }),
    text(2, 476, 'reads word by word, keeps only its state'),
    text(470, 446, 'Decoder', { face: 'serif', size: 32 }),
    text(470, 476, 'sees the vector and its own last word'),
  ],
});
