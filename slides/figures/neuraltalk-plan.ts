import { frozenParameters, millions, type Part, trainedParts } from './captions/neuraltalk.ts';
import { arrow } from './kit/arrow.ts';
import { defineFigure } from './kit/figure.ts';
import { origins } from './kit/layer.ts';
import { type Child, colour, rect, text } from './kit/svg.ts';
import data from './neuraltalk-plan.json';

/** One captioner: what was taken over, what comes out of that, and what was trained. */
interface Plan {
  readonly name: string;
  readonly network: string;
  readonly frozen: number;
  readonly features: string;
  readonly parts: readonly Part[];
}

const whole = (value: number) => value.toLocaleString('en-GB');
const sum = (parts: readonly Part[]) => parts.reduce((total, { parameters }) => total + parameters, 0);

const then: Plan = {
  name: 'NeuralTalk, 2014: taken over',
  network: data.network,
  frozen: frozenParameters(data.sizes),
  features: `${whole(data.sizes.features)} features`,
  parts: trainedParts(data.sizes),
};
const here: Plan = {
  name: 'The captioner here: taken over',
  network: data.own.network,
  frozen: data.own.frozen,
  features: `${data.own.places} × ${whole(data.own.channels)} features`,
  parts: data.own.parts,
};

const [largest, trainedX, listX] = [272, 520, 606];
/** One scale for every square: its area is the number of parameters. */
const sideOf = (parameters: number) => largest * Math.sqrt(parameters / then.frozen);

/** Words on the square where it is large, beside it where it is small. */
function taken({ network, frozen }: Plan, middle: number): Child {
  const side = sideOf(frozen);
  const inside = side > 200;
  const [x, y] = inside ? [20, middle - side / 2 + 46] : [side + 16, middle - 2];
  const on = inside ? { onFill: true } : {};
  return [
    rect(0, middle - side / 2, side, side, { fill: origins.frozen.fill }),
    text(x, y, millions(frozen), { face: 'serif', size: 30, ...on }),
    text(x, y + 27, network, on),
  ];
}

function trained({ parts }: Plan, middle: number): Child {
  const side = sideOf(sum(parts));
  return [
    rect(trainedX, middle - side / 2, side, side, { fill: colour.accent }),
    text(listX, middle - 36, millions(sum(parts)), { face: 'serif', size: 30, fill: colour.accent }),
    parts.map(({ name, parameters }, index) =>
      text(listX, middle - 8 + 24 * index, `${(parameters / 1e6).toFixed(2)} ${name}`),
    ),
  ];
}

/** @param from where the arrow begins */
const row = (plan: Plan, top: number, middle: number, from: number): Child => [
  text(0, top, plan.name, { class: 'strong' }),
  taken(plan, middle),
  arrow([
    [from, middle],
    [trainedX - 14, middle],
  ]),
  text((from + trainedX - 14) / 2, middle - 14, plan.features, { anchor: 'middle' }),
  trained(plan, middle),
];

export default defineFigure({
  name: 'neuraltalk-plan',
  title: 'NeuralTalk and the captioner here: what was taken over and what was trained',
  description: [then, here]
    .map(
      ({ name, network, frozen, features, parts }) =>
        `${name}: ${network}, kept as it was, ${millions(frozen)} parameters, gives ${features}; trained: ${parts
          .map((part) => `${part.name} ${millions(part.parameters)}`)
          .join(', ')}, together ${millions(sum(parts))}.`,
    )
    .join(' '),
  body: () => [
    row(then, 18, 174, largest + 12),
    text(trainedX, 18, 'Trained', { class: 'strong', fill: colour.accent }),
    row(here, 366, 438, largest + 12),
    text(0, 514, 'Areas are parameters, to one scale', { class: 'muted' }),
  ],
});
