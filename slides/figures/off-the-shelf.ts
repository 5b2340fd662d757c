import { columns, linear } from './kit/axis.ts';
import { defineFigure } from './kit/figure.ts';
import { point } from './kit/point.ts';
import { type Child, colour, el, line, text } from './kit/svg.ts';
import data from './off-the-shelf.json';

type Row = (typeof data.recognition)[number];

const x = linear([40, 100], [330, 836]);
const pitch = 37;
const top = 62;
/** Where the rows of retrieval begin, below a heading of their own. */
const second = top + data.recognition.length * pitch + 36;
const bottom = second + data.retrieval.length * pitch - 18;

const percent = (value: number) => value.toFixed(1);

/** One data set: the earlier best hollow, the off-the-shelf features filled, each with its number on its outer side. */
function row({ name, measure, earlier, offTheShelf }: Row, y: number): Child {
  const ahead = offTheShelf > earlier;
  const outside = (isHigher: boolean) => ({ dx: isHigher ? 16 : -16, anchor: isHigher ? 'start' : 'end' }) as const;
  const [old, now] = [outside(!ahead), outside(ahead)];
  return [
    el('text', { x: 0, y: y + 6 }, el('tspan', {}, name), el('tspan', { dx: 8, fill: colour.muted }, measure)),
    line([x(earlier), y], [x(offTheShelf), y], {
      stroke: ahead ? colour.accent : colour.ink,
      'stroke-width': ahead ? 4 : 2,
    }),
    point([x(earlier), y], 'hollow', 7),
    point([x(offTheShelf), y], 'filled', 9),
    text(x(earlier) + old.dx, y + 6, percent(earlier), { anchor: old.anchor, class: 'muted' }),
    text(x(offTheShelf) + now.dx, y + 6, percent(offTheShelf), {
      anchor: now.anchor,
      class: 'strong',
      fill: colour.accent,
    }),
  ];
}

const list = (rows: readonly Row[]) =>
  rows.map((one) => `${one.name} ${percent(one.earlier)} and ${percent(one.offTheShelf)}`).join(', ');

export default defineFigure({
  name: 'off-the-shelf',
  title: 'Off-the-shelf features against the best earlier methods',
  description:
    'Two numbers for each data set in per cent, the best earlier method without a convolutional network and then ' +
    `OverFeat’s features unchanged. Recognition: ${list(data.recognition)}. Retrieval: ${list(data.retrieval)}. ` +
    'The features are ahead on all six of the first and three of the five of the second.',
  body: () => {
    const [first] = data.recognition;
    const ticks = [40, 60, 80, 100].map((value) => ({ value, label: value === 40 ? '40 %' : String(value) }));
    return [
      columns(ticks, x, [top - 26, bottom]),
      text(0, 26, 'Recognition', { class: 'strong' }),
      first && text(x(first.earlier), 26, 'best before', { anchor: 'end' }),
      first && text(x(first.offTheShelf), 26, 'off the shelf', { fill: colour.accent }),
      data.recognition.map((one, index) => row(one, top + index * pitch)),
      text(0, second - 32, 'Retrieval of the same object or place', { class: 'strong' }),
      data.retrieval.map((one, index) => row(one, second + index * pitch)),
    ];
  },
});
