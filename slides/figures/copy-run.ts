import data from './copy-run.json';
import { linear } from './kit/axis.ts';
import { defineFigure } from './kit/figure.ts';
import { type Child, colour, group, line, type Markup, path, rect, text } from './kit/svg.ts';
import { head } from './kit/tape.ts';
import { type Paint, pixels, Raster } from './play/raster.ts';

const { run } = data;
const bits = run.input.map((row) => [...row].map(Number));
const width = bits[0]?.length ?? 0;
/** Memory slots shown: those that the run uses, and a few on either side where there are any. */
const shown = run.length + 6;

const column = { left: 0, middle: 349, right: 538 };
const panel = 320;
const memoryWidth = 160;
const top = 30;
const bitHeight = 12;
const low = 168;
const slotHeight = 13;
const step = { write: panel / run.write.length, read: panel / run.read.length };

/** The row that is followed from the input to the output. */
const followed = 12;

/** Cells of one panel, each at an opacity equal to its value. */
function field(
  x: number,
  y: number,
  across: number,
  down: number,
  rows: number,
  cells: readonly Cell[],
  fill: string,
): Markup {
  const shape = ({ at: [column, row] }: Cell) =>
    `M${x + column * across + 0.5} ${y + row * down + 0.5}h${across - 1}v${down - 1}h${1 - across}z`;
  const byValue = new Map<number, string>();
  for (const cell of cells) {
    const value = Math.round(cell.value * 50) / 50;
    byValue.set(value, (byValue.get(value) ?? '') + shape(cell));
  }
  return group(
    { 'shape-rendering': 'crispEdges' },
    rect(x, y, panel, rows * down, { fill: colour.paper2 }),
    [...byValue].map(([value, d]) =>
      path(d, { fill, 'fill-opacity': value === 1 ? undefined : value, stroke: 'none' }),
    ),
  );
}

interface Cell {
  readonly at: readonly [column: number, row: number];
  readonly value: number;
}

const bitCells = (rows: readonly (readonly number[])[]): Cell[] =>
  rows
    .flatMap((row, step) => row.map((value, bit) => ({ at: [step, bit] as const, value })))
    .filter(({ value }) => value > 0.01);

const headCells = (steps: readonly (readonly (readonly number[])[])[]): Cell[] =>
  steps.flatMap((weights, step) => weights.map(([slot = 0, value = 0]) => ({ at: [step, slot] as const, value })));

/** Memory after the last row was written, in ten stops of cividis, nought in the middle. */
function memory(): Markup {
  const values = run.memory.slice(0, shown);
  const largest = Math.max(...values.flat().map(Math.abs));
  const stop = linear([-largest, largest], [0, 9.999]);
  const paints = Array.from({ length: 10 }, (_, index): Paint => ({ fill: `var(--seq-${index})` }));
  const raster = new Raster(values[0]?.length ?? 0, shown);
  values.forEach((row, y) => {
    row.forEach((value, x) => {
      raster.fill(x, y, 1, 1, paints[Math.floor(stop(value))]);
    });
  });
  return pixels(raster, { x: column.middle, y: low, pixel: [memoryWidth / raster.width, slotHeight] });
}

/** Lines that follow one row: where it came in, where it was written and read, where it came out. */
function cursor(): Child {
  const slot = run.read[followed]?.[0]?.[0] ?? 0;
  const written = run.write.findIndex((weights, at) => at > followed && weights[0]?.[0] === slot);
  const y = low + slot * slotHeight;
  const from = column.left + written * step.write;
  const to = column.right + (followed + 1) * step.read;
  const frame = { stroke: colour.ink, 'stroke-width': 2 };
  return [
    [y - 1, y + slotHeight + 1].map((level) => line([from, level], [to + 1, level], frame)),
    [from - 1, from + step.write + 1].map((x) => line([x, y - 1], [x, y + slotHeight + 1], frame)),
    [to - step.read - 1, to + 1].map((x) => line([x, top], [x, y + slotHeight + 1], frame)),
    rect(column.left + followed * step.write - 1, top - 1, step.write + 2, width * bitHeight + 2, {
      fill: 'none',
      ...frame,
    }),
    head(column.middle - 6, y + slotHeight / 2, 'left'),
    text(column.middle, 18, 'Row', { class: 'strong' }),
    text(column.middle, 78, String(followed + 1), { face: 'serif', size: 57 }),
    text(column.middle + 72, 52, `in at step ${followed + 1}`, { class: 'muted' }),
    text(column.middle + 72, 76, `out at ${run.length + followed + 2}`, { class: 'muted' }),
  ];
}

function heading(x: number, y: number, extent: number, name: string, note: string): Child {
  return [text(x, y, name, { class: 'strong' }), text(x + extent, y, note, { anchor: 'end', class: 'muted' })];
}

const wrong = run.output.flatMap((row, index) =>
  row.filter((value, bit) => value > 0.5 !== (bits[index]?.[bit] === 1)),
).length;
const total = run.length * width;

export default defineFigure({
  name: 'copy-run',
  title: 'A neural Turing machine copies twenty rows',
  description:
    `A run of the machine of this page. ${run.length} rows of ${width} bits go in. The write head's weights lie on one ` +
    'memory slot after another, a diagonal; after the end mark the read head’s weights follow the same diagonal, and ' +
    `the rows come out; ${wrong} of ${total} bits are wrong. Row ${followed + 1} is followed through.`,
  height: low + shown * slotHeight + 4,
  body: () => [
    heading(column.left, 18, panel, 'Input', `${width} bits a step, then an end mark`),
    heading(column.right, 18, panel, 'Output', `${wrong} of ${total} bits wrong`),
    field(column.left, top, step.write, bitHeight, width, bitCells(bits), colour.ink),
    rect(column.left + run.length * step.write + 5, top, step.write - 10, width * bitHeight, { fill: colour.accent }),
    field(column.right, top, step.read, bitHeight, width, bitCells(run.output), colour.ink),
    heading(column.left, low - 12, panel, 'Write head', 'time →'),
    heading(column.middle, low - 12, memoryWidth, 'Memory', `${shown} of ${run.slots}`),
    heading(column.right, low - 12, panel, 'Read head', 'time →'),
    field(column.left, low, step.write, slotHeight, shown, headCells(run.write), colour.accent),
    memory(),
    field(column.right, low, step.read, slotHeight, shown, headCells(run.read), colour.accent),
    cursor(),
  ],
});
