import { frozenParameters, millions, type Part, trainedParts } from './captions/neuraltalk.ts';
import { arrow } from './kit/arrow.ts';
import { defineFigure } from './kit/figure.ts';
import { origins } from './kit/layer.ts';
import { type Child, colour, rect, text } from './kit/svg.ts';
import data from './neuraltalk-plan.json';

const frozen = frozenParameters(data.sizes);
const parts = trainedParts(data.sizes);
const trained = parts.reduce((sum, { parameters }) => sum + parameters, 0);
const features = data.sizes.features.toLocaleString('en-GB');

const [side, top, right] = [360, 52, 486];
/** One scale for every square: its area is the number of parameters. */
const sideOf = (parameters: number) => side * Math.sqrt(parameters / frozen);

function trainedPart({ name, parameters }: Part, index: number): Child {
  const size = sideOf(parameters);
  const middle = top + 34 + index * 86;
  return [
    rect(right, middle - size / 2, size, size, { fill: colour.accent }),
    text(right + 50, middle + 3, millions(parameters), { face: 'serif', size: 30, fill: colour.accent }),
    text(right + 50, middle + 28, name),
  ];
}

export default defineFigure({
  name: 'neuraltalk-plan',
  title: 'NeuralTalk: what was taken over and what was trained',
  description:
    `Areas are parameters. ${data.network}, computed in Caffe and kept as it was, has ${millions(frozen)} up to its ${features} features. ` +
    `Trained in NumPy, with the vocabulary of Flickr8k: ${parts.map((part) => `${part.name} ${millions(part.parameters)}`).join(', ')}; together ${millions(trained)}.`,
  body: () => [
    text(0, 26, 'Taken over, computed in Caffe', { class: 'strong' }),
    rect(0, top, side, side, { fill: origins.frozen.fill }),
    text(22, top + 46, millions(frozen), { face: 'serif', size: 32, onFill: true }),
    text(22, top + 76, data.network, { onFill: true }),
    text(0, 450, 'Areas are parameters, to scale', { class: 'muted' }),
    arrow([
      [side + 6, top + side / 2],
      [right - 16, top + side / 2],
    ]),
    text((side + right - 10) / 2, top + side / 2 - 14, features, { anchor: 'middle', class: 'strong' }),
    text((side + right - 10) / 2, top + side / 2 + 28, 'features', { anchor: 'middle' }),
    text(right, 26, 'Trained, in NumPy', { class: 'strong', fill: colour.accent }),
    parts.map(trainedPart),
    text(right, 474, `${millions(trained)} in all`, { face: 'serif', size: 32, fill: colour.accent }),
    text(right, 504, `${((100 * trained) / (trained + frozen)).toFixed(1)} % of the whole network`),
  ],
});
