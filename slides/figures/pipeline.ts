import { arrow, bracket } from './kit/arrow.ts';
import { defineFigure } from './kit/figure.ts';
import { labelOn, type Origin, origins } from './kit/layer.ts';
import { photograph } from './kit/panda.ts';
import { type Child, colour, rect, text } from './kit/svg.ts';
import {
  classifierSign,
  codingSign,
  denseSign,
  descriptorSign,
  kernelSign,
  mapSign,
  poolingSign,
  type Sign,
} from './pipeline/signs.ts';

type Stage = 'designed' | 'learned' | 'transfer';

interface Box {
  readonly name: string;
  readonly note: string;
  readonly sign: Sign;
  readonly origin: Origin;
}

const side = 144;
const pitch = 178.5;
const top = 96;
/** Middle of the last box. */
const output = 4 * pitch + side / 2;

const before: readonly Box[] = [
  { name: 'descriptors', note: 'SIFT, LBP', sign: descriptorSign, origin: 'designed' },
  { name: 'coding', note: 'Fisher vectors', sign: codingSign, origin: 'designed' },
  { name: 'pooling', note: 'over regions', sign: poolingSign, origin: 'designed' },
  { name: 'classifier', note: 'linear SVM', sign: classifierSign, origin: 'learned' },
];

function layers(below: Origin): readonly Box[] {
  return [
    { name: 'convolutions', note: 'small windows', sign: kernelSign, origin: below },
    { name: 'convolutions', note: 'on their maps', sign: mapSign, origin: below },
    { name: 'dense layers', note: 'one vector', sign: denseSign, origin: below },
    { name: 'classifier', note: 'the last layer', sign: classifierSign, origin: 'learned' },
  ];
}

const chains: Record<Stage, readonly Box[]> = {
  designed: before,
  learned: layers('learned'),
  transfer: layers('frozen'),
};

function box({ name, note, sign, origin }: Box, index: number): Child {
  const left = (index + 1) * pitch;
  return [
    arrow([
      [left - pitch + side + 4, top + side / 2],
      [left - 5, top + side / 2],
    ]),
    rect(left, top, side, side, origins[origin]),
    sign(left + side / 2, top + side / 2, labelOn[origin]),
    text(left, top + side + 30, name, { class: 'strong' }),
    text(left, top + side + 54, note, { class: 'muted' }),
  ];
}

/** Who made what, as brackets under the boxes. */
function authors(stage: Stage): Child {
  const under = top + side + 78;
  const span = (from: number, to: number, words: readonly string[], accent: boolean): Child => {
    const [x1, x2] = [from * pitch, to * pitch + side];
    return [
      bracket([x1, under], [x2, under], 10, accent ? colour.accent : colour.ink),
      text(x1, under + 42, words, { ...(accent ? { fill: colour.accent } : {}), leading: 26, face: 'serif', size: 22 }),
    ];
  };
  if (stage === 'learned') return span(1, 4, ['all learned together, from one error passed backwards'], true);
  if (stage === 'designed') return [span(1, 3, ['designed by people'], false), span(4, 4, ['learned'], true)];
  return [
    span(1, 3, ['learned on ImageNet, kept as they are'], false),
    span(4, 4, ['learned anew,', 'for your task'], true),
  ];
}

const descriptions: Record<Stage, string> = {
  designed:
    'Three hollow boxes, designed by people: local descriptors, coding, pooling. One filled box, learned: the classifier.',
  learned:
    'Four filled boxes, all learned together: convolutions, convolutions on their maps, dense layers, the classifier.',
  transfer:
    'Three grey boxes, learned on ImageNet and kept: convolutions, convolutions on their maps, dense layers. ' +
    'One filled box, learned anew for another task: the classifier.',
};

export default defineFigure({
  name: 'pipeline',
  title: 'From a picture to its name, step by step',
  description: ({ stage }) => `A picture goes through four boxes to its name. ${descriptions[stage]}`,
  parameters: { stage: { values: ['designed', 'learned', 'transfer'] } },
  height: 410,
  body: ({ stage }) => [
    photograph(0, top, side),
    text(0, top + side + 30, 'picture', { class: 'strong' }),
    chains[stage].map(box),
    arrow([
      [output, top - 6],
      [output, top - 40],
    ]),
    text(output, top - 52, stage === 'transfer' ? 'a new name' : '“red panda”', {
      anchor: 'middle',
      face: 'serif',
      size: 22,
    }),
    authors(stage),
  ],
});
