import { arrow } from './kit/arrow.ts';
import { cell } from './kit/cell.ts';
import { defineFigure } from './kit/figure.ts';
import { origins } from './kit/layer.ts';
import { photograph } from './kit/panda.ts';
import { randomFrom } from './kit/random.ts';
import { type Child, colour, rect, text } from './kit/svg.ts';
import { tape } from './kit/tape.ts';

const caption = ['a', 'red', 'panda', 'on', 'a', 'branch'];
const side = 66;
const pitch = 128;
const left = 2;
const cellTop = 370;
const middle = cellTop + side / 2;
const picture = 208;
const vectorX = 770;

/** Layers that shrink the picture to a vector; heights stand for the maps’ sides, widths for their number. */
function convNet(): Child {
  const sizes = [
    { x: 262, width: 14, height: 196 },
    { x: 306, width: 22, height: 152 },
    { x: 358, width: 34, height: 108 },
    { x: 422, width: 50, height: 72 },
    { x: 502, width: 74, height: 42 },
    { x: 606, width: 110, height: 14 },
  ];
  return [
    sizes.map(({ x, width, height }) => rect(x, picture / 2 - height / 2, width, height, origins.frozen)),
    text(262, 222, 'ConvNet, trained on ImageNet before', { class: 'muted' }),
    arrow([
      [picture + 10, picture / 2],
      [254, picture / 2],
    ]),
    arrow([
      [724, picture / 2],
      [vectorX - 8, picture / 2],
    ]),
  ];
}

function vector(): Child {
  const random = randomFrom(5);
  const values = Array.from({ length: 7 }, () => 0.1 + 0.9 * random());
  return tape({ x: vectorX, y: picture / 2 - 98, side: 28, values, direction: 'down' });
}

function sentence(): Child {
  const steps = ['', 'start', ...caption];
  return steps.slice(0, -1).map((input, index) => {
    const x = left + index * pitch;
    const centre = x + side / 2;
    const output = caption[index - 1];
    return [
      cell({ x, y: cellTop, side, origin: 'learned', name: 'LSTM' }),
      index > 0 &&
        arrow([
          [x - pitch + side + 3, middle],
          [x - 5, middle],
        ]),
      input !== '' && [
        arrow([
          [centre, cellTop + side + 40],
          [centre, cellTop + side + 4],
        ]),
        text(centre, 506, input, { anchor: 'middle', face: 'serif', size: 24, fill: colour.muted }),
      ],
      output !== undefined && [
        arrow([
          [centre, cellTop - 3],
          [centre, cellTop - 36],
        ]),
        text(centre, cellTop - 48, output, { anchor: 'middle', face: 'serif', size: 30 }),
      ],
    ];
  });
}

export default defineFigure({
  name: 'captioner-unrolled',
  title: 'A convolutional network and an LSTM, unrolled over a caption',
  description: `A picture of a red panda goes through the layers of a convolutional network and becomes one vector. The vector is the first input of an LSTM, which then writes “${caption.join(' ')}”, each word being the next step’s input. The caption is an example of ours.`,
  body: () => [
    photograph(0, 0, picture),
    convNet(),
    vector(),
    arrow(
      [
        [vectorX + 14, 206],
        [vectorX + 14, 262],
        [left + side / 2, 262],
        [left + side / 2, cellTop - 5],
      ],
      { colour: colour.accent, width: 3 },
    ),
    sentence(),
  ],
});
