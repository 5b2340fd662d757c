import { defineFigure } from './kit/figure.ts';
import { point } from './kit/point.ts';
import { type Child, colour, type Point, path, text, through } from './kit/svg.ts';
import data from './sentence-groups.json';

/** Places of a group's three sentences, from its corner. A scheme: chosen by eye, alike in both groups. */
const places: readonly Point[] = [
  [36, 84],
  [112, 138],
  [14, 192],
];
const corners: readonly Point[] = [
  [0, 2],
  [330, 250],
];

type Group = (typeof data.order.groups)[number];

function groupOf({ name, sentences }: Group, [left, top]: Point, filled: boolean): Child {
  const at = places.map(([x, y]): Point => [left + x, top + y]);
  return [
    text(left + 6, top + 30, name, { face: 'serif-italic', size: 28, fill: filled ? colour.accent : colour.ink }),
    path(through(at, true), { stroke: colour.ruleStrong, 'stroke-dasharray': '4 5' }),
    at.map(([x, y], index) => [
      point([x, y], filled ? 'filled' : 'hollow', 10),
      text(x + 22, y + 8, sentences[index] ?? '', { face: 'serif', size: 27 }),
    ]),
  ];
}

const said = ({ name, sentences }: Group) => `${name}: ${sentences.join('; ')}.`;

export default defineFigure({
  name: 'sentence-groups',
  title: 'Sentences grouped by meaning',
  description: ({ group }) =>
    `A scheme after figure 2 of Sutskever et al., places not to scale: two groups of three sentences, alike inside. ${data[group].groups.map(said).join(' ')}`,
  parameters: { group: { values: ['order', 'voice'] } },
  body: ({ group }) => [
    data[group].groups.map((item, index) => groupOf(item, corners[index] ?? [0, 0], index === 0)),
    text(0, 514, 'A scheme after figure 2 of the paper: places are not to scale', { class: 'muted' }),
  ],
});
