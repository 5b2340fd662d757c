import data from './bleu.json';
import { columns, linear } from './kit/axis.ts';
import { defineFigure } from './kit/figure.ts';
import { point } from './kit/point.ts';
import { type Child, colour, line, type Point, path, text } from './kit/svg.ts';

type System = (typeof data.systems)[number];

const x = linear([30, 38], [380, 800]);
const [first, pitch, bottom] = [64, 88, 470];

/** Filled: neural. Hollow: phrases and counts. Half of each: both. */
function mark([cx, cy]: Point, kind: string): Child {
  if (kind !== 'both') return point([cx, cy], kind === 'neural' ? 'filled' : 'hollow', 11);
  return [
    point([cx, cy], 'hollow', 11),
    path(`M${cx} ${cy - 11}A11 11 0 0 1 ${cx} ${cy + 11}Z`, { fill: colour.accent, stroke: colour.accent }),
  ];
}

function row({ name, detail, bleu, label, kind, single }: System, index: number): Child {
  const y = first + index * pitch;
  const fill = kind === 'phrases' ? colour.ink : colour.accent;
  return [
    text(0, y, name, { face: 'serif', size: 26 }),
    text(0, y + 26, detail, { class: 'muted' }),
    single !== undefined && [
      line([x(single), y], [x(bleu), y], { stroke: colour.accent, 'stroke-width': 2 }),
      point([x(single), y], 'filled', 6),
      text(x(single), y + 28, `${single.toFixed(2)} one LSTM`),
    ],
    mark([x(bleu), y], kind),
    text(x(bleu), y - 24, label, { anchor: 'middle', class: 'big', fill }),
  ];
}

export default defineFigure({
  name: 'bleu',
  title: 'Translation from English to French, WMT’14, BLEU',
  description: `BLEU on the WMT’14 English-French test: ${data.systems
    .map(({ name, label, single }) => `${name} ${label}${single === undefined ? '' : ` (one LSTM ${single})`}`)
    .join('; ')}. Higher is better.`,
  body: () => [
    columns(
      [30, 32, 34, 36, 38].map((value) => ({ value, label: value === 38 ? '38 BLEU' : String(value) })),
      x,
      [8, bottom],
    ),
    data.systems.map(row),
  ],
});
