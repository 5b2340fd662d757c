import { linear, marks } from './kit/axis.ts';
import { defineFigure } from './kit/figure.ts';
import { point } from './kit/point.ts';
import { type Child, circle, colour, line, text } from './kit/svg.ts';
import data from './time-line-convnets.json';

interface Network {
  readonly year: number;
  readonly name: string;
  /** Learned by backpropagation; none in the Neocognitron. */
  readonly weights?: number;
  readonly lines: readonly string[];
}

const networks: readonly Network[] = data.networks;
const base = 470;
const x = linear([1980, 2012], [14, 690]);
/** Radius of AlexNet's circle; areas are in proportion to the number of weights. */
const largest = 162;
const most = Math.max(...networks.map(({ weights = 0 }) => weights));
const radius = (weights: number) => largest * Math.sqrt(weights / most);

/** 9,760 in full, millions in words. */
const counted = (weights: number) =>
  weights >= 1e6 ? `${weights / 1e6} million weights` : `${weights.toLocaleString('en')} weights`;

function small({ year, name, weights, lines }: Network): Child {
  const left = x(year);
  return [
    line([left, base - 12], [left, 354], { stroke: colour.ruleStrong, 'stroke-width': 1 }),
    weights === undefined
      ? point([left, base], 'hollow', 6)
      : circle([left, base - radius(weights)], radius(weights), { fill: colour.accent }),
    text(left + 10, 376, name, { face: 'serif', size: 26 }),
    text(left + 10, 404, [...(weights === undefined ? [] : [counted(weights)]), ...lines], { class: 'muted' }),
  ];
}

function large({ year, name, weights = 0, lines }: Network): Child {
  const [middle, r] = [x(year), radius(weights)];
  const label = { anchor: 'middle', onFill: true } as const;
  return [
    circle([middle, base - r], r, { fill: colour.accent }),
    text(middle, base - r - 14, name, { ...label, face: 'serif', size: 32 }),
    text(middle, base - r + 16, [counted(weights), ...lines], label),
  ];
}

export default defineFigure({
  name: 'time-line-convnets',
  title: 'Convolutional networks, 1980 to 2012',
  description: `Four networks on a time line: ${networks
    .map(({ year, name, weights, lines }) =>
      [
        `${year}, ${name}`,
        weights === undefined ? 'no weights learned by backpropagation' : counted(weights),
        ...lines,
      ].join(', '),
    )
    .join(
      '; ',
    )}. Circles have areas in proportion to the number of weights: those of 1989 and 1998 are specks beside 2012.`,
  body: () => {
    const last = networks.at(-1);
    const years = networks.map(({ year }) => ({ value: year, label: String(year) }));
    return [
      line([0, base], [x(1998), base]),
      line([x(1998) + 10, base], [x(2012) - 6, base], { 'stroke-dasharray': '2 6' }),
      line([x(2012), base], [858, base]),
      marks(
        years.map(({ value: year, label }) => ({ value: year, label: year === 1980 ? '' : label })),
        x,
        base,
      ),
      text(0, base + 30, '1980', { class: 'strong' }),
      networks.slice(0, -1).map(small),
      last && large(last),
      text((x(1998) + x(2012)) / 2, base + 30, 'then, silence', { anchor: 'middle', class: 'note' }),
      text(0, 26, ['The area of a circle is the number of weights', 'that were learned by backpropagation'], {
        class: 'muted',
      }),
    ];
  },
});
