import data from './caption-groups.json';
import { linear } from './kit/axis.ts';
import { defineFigure } from './kit/figure.ts';
import { point } from './kit/point.ts';
import { type Child, colour, line, text } from './kit/svg.ts';

type Group = (typeof data.groups)[number];

const day = 86_400_000;
const days = (date: string) => Date.parse(date) / day;
const x = linear([days('2014-10-04'), days('2014-12-07')], [64, 778]);
const [axisY, tableY, rowPitch] = [92, 214, 60];
const columnsX = [0, 216, 404, 592] as const;

/** “4 October”, whatever language the machine speaks. */
function dayAndMonth(date: string): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(Date.parse(date));
}

function timeLine(): Child {
  const dates = [...new Set(data.groups.map(({ date }) => date))];
  const [first = '', last = ''] = [dates[0], dates.at(-1)];
  return [
    line([0, axisY], [858, axisY]),
    line([x(days(first)), axisY], [x(days(last)), axisY], { stroke: colour.accent, 'stroke-width': 4 }),
    text((x(days(first)) + x(days(last))) / 2 - 40, axisY - 20, `${days(last) - days(first)} days`, {
      anchor: 'middle',
      class: 'big',
      fill: colour.accent,
    }),
    dates.map((date, index) => {
      const at = x(days(date));
      const anchor = (['middle', 'end', 'start'] as const)[index];
      const shift = anchor === 'end' ? 22 : anchor === 'start' ? -22 : 0;
      const names = data.groups.filter((group) => group.date === date).map(({ name }) => name);
      return [
        text(at, axisY - 24 - (names.length - 1) * 24, names, { anchor: 'middle', class: 'strong', leading: 24 }),
        point([at, axisY], 'filled'),
        text(at + shift, axisY + 36, dayAndMonth(date), { anchor, fill: colour.accent }),
      ];
    }),
    data.groups.map(
      ({ name, arxiv }) =>
        arxiv !== undefined && [
          text(x(days(arxiv)), axisY - 24, `${name} on arXiv`, { anchor: 'middle', class: 'muted' }),
          point([x(days(arxiv)), axisY], 'hollow', 6),
          text(x(days(arxiv)), axisY + 36, dayAndMonth(arxiv), { anchor: 'middle', class: 'muted' }),
        ],
    ),
  ];
}

function table(): Child {
  const heads = ['', 'Picture encoder', 'Sentence decoder', 'Data'];
  const row = ({ name, encoder, decoder, data: sets }: Group, index: number): Child => {
    const y = tableY + (index + 1) * rowPitch;
    return [
      line([0, y - rowPitch + 16], [858, y - rowPitch + 16], { stroke: colour.rule, 'stroke-width': 1 }),
      text(columnsX[0], y - 6, name, { face: 'serif', size: 26 }),
      [encoder, decoder, sets].map((words, column) => text(columnsX[column + 1] ?? 0, y - 6, words, { size: 20 })),
    ];
  };
  return [
    heads.map((words, column) => words !== '' && text(columnsX[column] ?? 0, tableY, words, { class: 'muted' })),
    data.groups.map(row),
  ];
}

export default defineFigure({
  name: 'caption-groups',
  title: 'Five groups that taught networks to describe pictures, October to November 2014',
  description: data.groups
    .map(
      ({ name, date, encoder, decoder, data: sets }) =>
        `${name}, ${dayAndMonth(date)}: ${encoder} into ${decoder}, trained on ${sets}.`,
    )
    .join(' '),
  body: () => [timeLine(), table()],
});
