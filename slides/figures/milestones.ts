import { linear } from './kit/axis.ts';
import { defineFigure } from './kit/figure.ts';
import { type Child, circle, colour, line, type Point, path, text, through } from './kit/svg.ts';
import data from './milestones.json';

/** Written with its source where the row has no room for a name. */
interface Event {
  readonly date: string;
  readonly source: string;
  readonly lstm: boolean;
  readonly name?: string;
  readonly label?: string;
}

const top = 0;
const pitch = 88;
const base = top + data.rows.length * pitch;
/** Five years, then one that is drawn by the month, six times as wide. */
const years = linear([2009, 2014], [160, 440]);
const months = linear([2014, 2015], [440, 852]);
const x = (time: number) => (time < 2014 ? years : months)(time);
const y = (row: number) => top + row * pitch + 50;

/** A date as a year with a fraction; a year alone is its middle. */
function timeOf(date: string): number {
  const [year = 0, month, day = 15] = date.split('-').map(Number);
  if (month === undefined) return year + 0.5;
  const start = Date.UTC(year, 0, 1);
  return year + (Date.UTC(year, month - 1, day) - start) / (Date.UTC(year + 1, 0, 1) - start);
}

const placed = data.rows.flatMap(({ events }, row) =>
  events.map((event: Event) => ({ ...event, at: [x(timeOf(event.date)), y(row)] as Point })),
);

function axis(): Child {
  return [
    line([160, base + 0.5], [852, base + 0.5]),
    [2009, 2010, 2011, 2012, 2013, 2014].map((year) => line([x(year), base], [x(year), base + 8])),
    [2009, 2010, 2011, 2012, 2013].map((year) =>
      text(x(year + 0.5), base + 30, String(year), { anchor: 'middle', class: 'strong' }),
    ),
    Array.from({ length: 11 }, (_, month) =>
      line([x(2014 + (month + 1) / 12), base], [x(2014 + (month + 1) / 12), base + 5]),
    ),
    line([x(2014), top + 8], [x(2014), base], { stroke: colour.rule, 'stroke-width': 1 }),
    text(x(2014) + 10, base + 30, '2014', { class: 'strong' }),
    text(x(2014) + 62, base + 30, 'by the month', { class: 'muted' }),
    text(852, base + 30, 'Dec', { anchor: 'end', class: 'muted' }),
  ];
}

/** Along the rows and down, from paper to paper, and round those on its way that do without. */
function route(stops: readonly Point[]): Point[] {
  const others = placed.filter(({ lstm }) => !lstm).map(({ at }) => at);
  return stops.flatMap(([left, row], index) => {
    const [from, last] = stops[index - 1] ?? [left, row];
    const passed = others.filter(([other, level]) => level === last && other > from && other < left);
    const around = passed.flatMap(([other, level]): Point[] => [
      [other - 22, level],
      [other - 14, level + 17],
      [other + 14, level + 17],
      [other + 22, level],
    ]);
    return [...around, [left, last], [left, row]] as Point[];
  });
}

/** The line that joins papers with LSTM units, and where it comes from. */
function thread(): Child {
  const stops = data.thread.map((key) => placed.find(({ source }) => source === key)?.at as Point);
  const [start] = stops as [Point];
  return [
    path(through([[start[0] - 34, start[1]], ...route(stops)]), {
      stroke: colour.accent,
      'stroke-width': 5,
      'stroke-linejoin': 'round',
    }),
    text(start[0] - 34, start[1] + 31, 'LSTM, since 1997', { class: 'strong', fill: colour.accent }),
  ];
}

/** Where a name stands: over the dot, in its middle or from it to one side; or beside the dot, at its left. */
const labels = {
  middle: { dx: 0, dy: -19, anchor: 'middle' },
  right: { dx: 10, dy: -19, anchor: 'start' },
  left: { dx: 9, dy: -19, anchor: 'end' },
  beside: { dx: -18, dy: 6, anchor: 'end' },
} as const;

function event({ at: [left, row], lstm, name, label = 'middle' }: Event & { readonly at: Point }): Child {
  const { dx, dy, anchor } = labels[label as keyof typeof labels];
  return [
    lstm
      ? circle([left, row], 9, { fill: colour.accent, stroke: colour.paper, 'stroke-width': 2 })
      : circle([left, row], 8, { fill: colour.paper, stroke: colour.ink, 'stroke-width': 2.5 }),
    name && text(left + dx, row + dy, name, { anchor, class: lstm ? 'strong' : undefined }),
  ];
}

export default defineFigure({
  name: 'milestones',
  title: 'Milestones, 2009 to 2014',
  description: `${data.rows
    .map(
      ({ name, events }) =>
        `${name}: ${events.map((e: Event) => `${e.name ?? e.source} ${e.date}${e.lstm ? ' (LSTM)' : ''}`).join(', ')}.`,
    )
    .join(' ')} A line joins papers that use LSTM units, from handwriting in 2009 to captions in 2014.`,
  height: base + 42,
  body: () => [
    data.rows.map(({ name }, row) => [
      row > 0 &&
        line([0, top + row * pitch + 0.5], [858, top + row * pitch + 0.5], { stroke: colour.rule, 'stroke-width': 1 }),
      text(0, y(row) - 19, name, { class: 'muted' }),
    ]),
    axis(),
    thread(),
    placed.map(event),
  ],
});
