import data from './error-by-year.json';
import { bracket } from './kit/arrow.ts';
import { linear, marks, rows } from './kit/axis.ts';
import { defineFigure } from './kit/figure.ts';
import { point, value } from './kit/point.ts';
import { type Child, colour, line, type Point, path, text, through } from './kit/svg.ts';

type Until = '2012' | '2013' | '2014';
type Entry = (typeof data.winners)[number];

const x = linear([2010, 2014], [46, 742]);
const y = linear([0, 30], [480, 24]);
const place = ({ year, errorPercent }: { year: number; errorPercent: number }): Point => [x(year), y(errorPercent)];
const percent = (error: number): string => error.toFixed(1);

/** Where a winner's number stands beside its point. */
const labels: Record<string, { dx: number; dy: number; anchor: 'start' | 'middle' | 'end' }> = {
  'NEC-UIUC': { dx: 0, dy: 46, anchor: 'middle' },
  XRCE: { dx: 2, dy: 46, anchor: 'end' },
  AlexNet: { dx: -20, dy: 18, anchor: 'end' },
  Clarifai: { dx: -8, dy: 40, anchor: 'end' },
  GoogLeNet: { dx: -8, dy: -54, anchor: 'start' },
};

function grid(until: Until): Child {
  const [top, ...others] = [30, 20, 10, 0];
  const ticks = [
    { value: top ?? 30, label: '30 % top-5 error' },
    ...others.map((error) => ({ value: error, label: error ? String(error) : '' })),
  ];
  const years = data.winners.map(({ year }) => ({ value: year, label: String(year) }));
  const past = years.filter(({ value: year }) => year <= Number(until));
  const future = years.filter(({ value: year }) => year > Number(until));
  return [
    rows(ticks, y, [0, 858]),
    marks(past, x, y(0)),
    future.map(({ value: year, label }) => text(x(year), y(0) + 30, label, { anchor: 'middle', class: 'muted' })),
  ];
}

function winners(until: Until): Child {
  const shown = data.winners.filter(({ year }) => year <= Number(until));
  const designed = shown.filter(({ year }) => year <= 2012).map(place);
  const learned = shown.filter(({ year }) => year >= 2012).map(place);
  const label = (entry: Entry) => {
    const { dx, dy, anchor } = labels[entry.name] ?? { dx: 16, dy: 0, anchor: 'start' as const };
    const [left, top] = place(entry);
    const fill = entry.convNet ? { fill: colour.accent } : {};
    return value([left + dx, top + dy], percent(entry.errorPercent), entry.name, { anchor, ...fill });
  };
  return [
    path(through(designed), { 'stroke-width': 2 }),
    learned.length > 1 && path(through(learned), { stroke: colour.accent, 'stroke-width': 4 }),
    shown.map((entry) => point(place(entry), entry.convNet ? 'filled' : 'hollow')),
    shown.map(label),
  ];
}

/** The gap of 2012, as a bracket from the second to the first. */
function gap(): Child {
  const { second, winners: all } = data;
  const first = all.find(({ year }) => year === 2012);
  if (!first) return null;
  const [left, top] = place(second);
  const points = percent(second.errorPercent - first.errorPercent);
  return [
    bracket([left + 14, top], [left + 14, y(first.errorPercent)], 10, colour.accent),
    text(left + 36, y(20.2), ['a ConvNet wins', `by ${points} points`], { class: 'note', leading: 25 }),
  ];
}

function entries(until: Until): Child {
  const { second, overFeat, more2013, vgg } = data;
  const minor = (entry: Parameters<typeof place>[0], dx = 0) => {
    const [left, top] = place(entry);
    return point([left + dx, top], 'filled', 6);
  };
  const [overX, overY] = place(overFeat);
  const [vggX, vggY] = place(vgg);
  const later = until === '2013' ? `, ${percent(overFeat.laterPercent)} soon after` : '';
  return [
    point(place(second), 'hollow', 6),
    text(x(2012) + 18, y(second.errorPercent) - 12, `${percent(second.errorPercent)} ${second.name}`, {
      class: 'muted',
    }),
    until !== '2012' && [
      minor(overFeat),
      text(overX + 14, overY - 4, `${percent(overFeat.errorPercent)} ${overFeat.name}${later}`, { class: 'muted' }),
    ],
    until === '2013' && more2013.map((entry, index) => minor(entry, 16 + index * 16)),
    until === '2014' && [minor({ ...vgg, year: vgg.year + 28 / 174 })],
    until === '2014' && text(vggX + 40, vggY + 6, `${percent(vgg.errorPercent)} ${vgg.name}`, { class: 'muted' }),
  ];
}

/** What the empty years to come leave room for: how large the task was, or how many joined. */
function beside(until: Until): Child {
  if (until === '2012') {
    return data.facts2012.map((fact, index) => value([600, 216 + index * 76], fact.value, fact.name));
  }
  if (until === '2013') {
    const lead = data.more2013[1];
    return (
      lead &&
      text(x(2013) + 76, y(lead.errorPercent) + 14, ['and three more ConvNets', 'under 14 %'], {
        class: 'note',
        leading: 25,
      })
    );
  }
  const { errorPercent } = data.person;
  return [
    line([46, y(errorPercent)], [858, y(errorPercent)], { 'stroke-dasharray': '2 5' }),
    text(46, y(errorPercent) - 9, `One trained person, ${percent(errorPercent)}`),
  ];
}

function inWords(until: Until): string {
  const list = data.winners.filter(({ year }) => year <= Number(until));
  const rest = until === '2014' ? ` A trained person: ${percent(data.person.errorPercent)} per cent.` : '';
  const wins = list.map(({ year, name, errorPercent }) => `${year} ${name} ${percent(errorPercent)} per cent`);
  const { second } = data;
  return (
    `Top-5 error of the winners: ${wins.join(', ')}. From 2012 on they are convolutional networks. ` +
    `The second of 2012, with designed features: ${percent(second.errorPercent)} per cent.${rest}`
  );
}

export default defineFigure({
  name: 'error-by-year',
  title: 'Error in the ImageNet challenge, by year',
  description: ({ until }) => inWords(until),
  parameters: { until: { values: ['2012', '2013', '2014'], default: '2014' } },
  body: ({ until }) => [
    grid(until),
    until === '2014' && beside(until),
    until !== '2013' && gap(),
    entries(until),
    winners(until),
    until !== '2014' && beside(until),
  ],
});
