import type { Grid, GridName, Layout } from './layout';
import { CellCanvas, type Inks, inksOf } from './paint';
import { type Bits, rounded, type Sequence } from './task';
import { memoryAt, type Stretch, type Trace, turnedBy, weightAt } from './trace';

/** How a run is to be drawn; all of it the element's, none of it the view's. */
export interface Drawing {
  readonly layout: Layout;
  readonly scale: number;
  /** What is put in; it may be newer than the run. */
  readonly sequence: Sequence;
  /** Bits in a row; further channels are marks. */
  readonly bits: number;
  /** The channel behind the bits is a priority. */
  readonly sorts: boolean;
  /** Answers are chances, and none is wrong. */
  readonly guesses: boolean;
  /** The step up to which the tape has been played, from 0. */
  readonly at: number;
  /** The memory rows in sight. */
  readonly stretch: Stretch;
}

/** A weight below this would colour no pixel. */
const INVISIBLE = 0.004;

/** What a write adds at most, and so the end of the memory's colours; a cell written over and over goes beyond. */
const FULL = 1;

/** Draws one run up to one step: bits in, bits out, both weightings over time, and the memory between them. */
export class NtmCopyView {
  constructor(private readonly canvases: Readonly<Record<GridName, HTMLCanvasElement>>) {}

  /** Without a run, what is put in stands alone. */
  draw(trace: Trace | undefined, drawing: Drawing): void {
    const inks = inksOf(this.canvases.input);
    const open = (name: GridName) => openGrid(this.canvases[name], drawing.layout.grids[name], drawing.scale, inks);
    const { rows, split } = drawing.sequence;
    const input = open('input');
    drawFed(input, rows.slice(0, split), drawing, 'ink');
    const [output, write, read, memory] = [open('output'), open('write'), open('read'), open('memory')];
    if (!trace) return;
    const after = Math.max(0, drawing.at + 1 - trace.readFrom);
    drawFed(output, trace.rows.slice(trace.readFrom, trace.answersFrom).slice(0, after), drawing, 'mark');
    const asked = trace.answersFrom - trace.readFrom;
    drawAnswers(output, trace.output, drawing.guesses ? trace.output : trace.target, after - asked, asked);
    trace.order?.slice(0, after).forEach((priority, answer) => {
      drawPriority(output, answer, drawing.bits, priority);
    });
    drawWeightings(write, trace, 'write', 0, Math.min(drawing.at + 1, trace.split), drawing.stretch);
    drawWeightings(read, trace, 'read', trace.readFrom, after, drawing.stretch);
    drawMemory(memory, trace, drawing);
  }
}

function openGrid(canvas: HTMLCanvasElement, grid: Grid, scale: number, inks: Inks): CellCanvas {
  const [width, height] = [Math.round(grid.width * scale), Math.round(grid.height * scale)];
  return new CellCanvas(canvas, grid.columns, grid.rows, width, height, inks);
}

/** Rows as columns of bits; a row that bears a mark is a bar, for a mark is a channel of its own. */
function drawFed(grid: CellCanvas, rows: Bits, { bits, sorts }: Drawing, colour: 'ink' | 'mark'): void {
  for (const [column, row] of rows.entries()) {
    const marked = row.slice(sorts ? bits + 1 : bits).some((mark) => mark !== 0);
    for (let bit = 0; bit < (marked ? grid.rows : bits); bit++)
      grid.cell(column, bit, marked ? 'accent' : colour, marked ? 1 : (row[bit] as number));
    if (sorts && !marked) drawPriority(grid, column, bits, row[bits] as number);
  }
}

/** From -1 to 1 in the colours of the memory, whose cells have the same bounds. */
const drawPriority = (grid: CellCanvas, column: number, row: number, priority: number): void =>
  grid.magnitude(column, row, 0.5 + priority / 2);

/**
 * Probabilities as ink, with what is wrong after rounding crossed out.
 * @param target what was asked for; the output itself where nothing can be wrong
 * @param until how many rows have been answered
 * @param from the column of the first
 */
export function drawAnswers(grid: CellCanvas, output: Bits, target: Bits, until: number, from = 0): void {
  for (let answer = 0; answer < until; answer++) {
    for (const [bit, probability] of (output[answer] as readonly number[]).entries()) {
      grid.cell(from + answer, bit, 'ink', probability);
      if (rounded(probability) !== rounded(target[answer]?.[bit] as number)) grid.cross(from + answer, bit);
    }
  }
}

function drawWeightings(
  grid: CellCanvas,
  trace: Trace,
  head: 'read' | 'write',
  from: number,
  columns: number,
  { from: first }: Stretch,
): void {
  for (let column = 0; column < columns; column++) {
    for (let row = 0; row < grid.rows; row++) {
      const weight = weightAt(trace, head, from + column, (first + row) % trace.slots);
      if (weight > INVISIBLE) grid.cell(column, row, 'accent', weight);
    }
  }
}

function drawMemory(grid: CellCanvas, trace: Trace, { at, stretch }: Drawing): void {
  for (let row = 0; row < grid.rows; row++) {
    const location = (stretch.from + row) % trace.slots;
    for (let column = 0; column < trace.width; column++)
      grid.magnitude(column, row, 0.5 + memoryAt(trace, at, location, column) / (2 * FULL));
  }
  for (const { location, column } of turnedBy(trace, at)) {
    const row = (location - stretch.from + trace.slots) % trace.slots;
    if (row < grid.rows) grid.ring(column ?? 0, row, column === undefined ? trace.width : 1, 'wrong');
  }
}
