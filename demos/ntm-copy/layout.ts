/** A rectangle in CSS pixels from the stage's top left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A grid of equal cells, each a whole number of device pixels. */
export interface Grid extends Box {
  readonly columns: number;
  readonly rows: number;
}

export type GridName = 'input' | 'output' | 'write' | 'memory' | 'read';

export interface Layout {
  readonly grids: Readonly<Record<GridName, Grid>>;
  /** Space of each heading, above its grid. */
  readonly headings: Readonly<Record<GridName, Box>>;
  /** The step and its slider. */
  readonly counter: Box;
  /** Where an error is reported, in place of the output; it may grow downwards. */
  readonly report: Box;
  /** The lesser controls at the foot of the stage. */
  readonly foot: Box;
  readonly height: number;
  /** Whether input stands over write head and output over read head, so that one cursor runs through both. */
  readonly aligned: boolean;
}

export interface LayoutInput {
  /** Of the stage, in CSS pixels. */
  readonly width: number;
  /** Device pixels in one CSS pixel, the deck's own scale included. */
  readonly scale: number;
  /** Steps before the answers, and answers. */
  readonly fed: number;
  readonly answers: number;
  /** Bits in a row of the input, and of the output. */
  readonly bits: number;
  readonly answerBits: number;
  /** Memory rows that must be seen, of `slots`. */
  readonly needed: number;
  readonly slots: number;
  readonly memoryWidth: number;
}

const HEADING = 28;
const HEADS_HEIGHT = 256;
const FOOT = 28;
const MIN_HEADING = 230;
/** Narrower than this, input and output stand above the heads over the full width. */
const WIDE = 700;

/** Cells narrower than this, in device pixels, are as narrow in all grids: one pixel more would show. */
const FINE = 8;

/**
 * A grid at the top left of a box, with cells of whole device pixels.
 * @param most the columns of the grid with most of them, which has its cells no narrower than half of these
 */
function fitted(box: Box, columns: number, rows: number, scale: number, most = columns): Grid {
  const cell = (length: number, count: number) => Math.max(1, Math.floor((length * scale) / count + 1e-6));
  const [own, least] = [cell(box.width, columns), cell(box.width, most)];
  const few = own > 1.5 * least;
  const width = few ? Math.min(own, 2 * least) : least < FINE ? least : own;
  return { ...box, columns, rows, width: (width * columns) / scale, height: (cell(box.height, rows) * rows) / scale };
}

/** Memory rows shown: as many of the largest cells as the height holds, and at least those needed. */
function shownRows({ scale, needed, slots }: LayoutInput): number {
  const cell = Math.max(1, Math.floor((HEADS_HEIGHT * scale) / Math.min(needed, slots)));
  return Math.min(slots, Math.floor((HEADS_HEIGHT * scale) / cell));
}

/** As wide as its grid, unless that is too narrow for words. */
const above = ({ x, y, width }: Box, room: number): Box => ({
  x,
  y: y - HEADING,
  width: width < MIN_HEADING ? room : width,
  height: HEADING,
});

/** Where everything stands. Write head, memory and read head share one axis of rows. */
export function layout(input: LayoutInput): Layout {
  return input.width >= WIDE ? wide(input) : narrow(input);
}

function wide(input: LayoutInput): Layout {
  const { width, scale, fed, answers, bits, answerBits, memoryWidth } = input;
  const middle = 160;
  const gap = 24;
  const side = (width - middle - 2 * gap) / 2;
  const [centre, right] = [side + gap, side + middle + 2 * gap];
  const bitsHeight = 80;
  const low = HEADING + bitsHeight + 4 + HEADING;
  const rows = shownRows(input);
  const most = Math.max(fed, answers);
  const grids = {
    input: fitted({ x: 0, y: HEADING, width: side, height: bitsHeight }, fed, bits, scale, most),
    output: fitted({ x: right, y: HEADING, width: side, height: bitsHeight }, answers, answerBits, scale, most),
    write: fitted({ x: 0, y: low, width: side, height: HEADS_HEIGHT }, fed, rows, scale, most),
    memory: fitted({ x: centre, y: low, width: middle, height: HEADS_HEIGHT }, memoryWidth, rows, scale),
    read: fitted({ x: right, y: low, width: side, height: HEADS_HEIGHT }, answers, rows, scale, most),
  };
  const foot = low + HEADS_HEIGHT;
  return {
    grids,
    headings: {
      input: above(grids.input, side),
      output: above(grids.output, side),
      write: above(grids.write, side),
      memory: above(grids.memory, middle),
      read: above(grids.read, side),
    },
    counter: { x: centre, y: 0, width: middle, height: low - HEADING },
    report: { x: right, y: 0, width: side, height: HEADING + bitsHeight },
    foot: { x: 0, y: foot, width, height: FOOT },
    height: foot + FOOT,
    aligned: true,
  };
}

function narrow(input: LayoutInput): Layout {
  const { width, scale, fed, answers, bits, answerBits, memoryWidth } = input;
  const middle = Math.floor(width / 6);
  const gap = 12;
  const side = (width - middle - 2 * gap) / 2;
  const bitsHeight = 112;
  const outputAt = 2 * HEADING + bitsHeight;
  const counterAt = outputAt + bitsHeight + 8;
  const low = counterAt + 52 + HEADING;
  const rows = shownRows(input);
  const most = Math.max(fed, answers);
  const grids = {
    input: fitted({ x: 0, y: HEADING, width, height: bitsHeight }, fed, bits, scale, most),
    output: fitted({ x: 0, y: outputAt, width, height: bitsHeight }, answers, answerBits, scale, most),
    write: fitted({ x: 0, y: low, width: side, height: HEADS_HEIGHT }, fed, rows, scale, most),
    memory: fitted({ x: side + gap, y: low, width: middle, height: HEADS_HEIGHT }, memoryWidth, rows, scale),
    read: fitted({ x: side + middle + 2 * gap, y: low, width: side, height: HEADS_HEIGHT }, answers, rows, scale, most),
  };
  const foot = low + HEADS_HEIGHT + 8;
  return {
    grids,
    headings: {
      input: above(grids.input, width),
      output: above(grids.output, width),
      write: above(grids.write, side),
      memory: above(grids.memory, middle + gap),
      read: above(grids.read, side),
    },
    counter: { x: 0, y: counterAt, width, height: 52 },
    report: { x: 0, y: HEADING + bitsHeight, width, height: HEADING + bitsHeight },
    foot: { x: 0, y: foot, width, height: 3 * FOOT },
    height: foot + 3 * FOOT,
    aligned: false,
  };
}

export interface Cell {
  readonly column: number;
  readonly row: number;
}

/** The cell at a point of the stage, the nearest if the point lies outside. */
export function cellAt(grid: Grid, x: number, y: number): Cell {
  const within = (value: number, end: number) => Math.min(end - 1, Math.max(0, Math.floor(value)));
  return {
    column: within(((x - grid.x) / grid.width) * grid.columns, grid.columns),
    row: within(((y - grid.y) / grid.height) * grid.rows, grid.rows),
  };
}

export function boxOf(grid: Grid, { column, row }: Cell): Box {
  const [width, height] = [grid.width / grid.columns, grid.height / grid.rows];
  return { x: grid.x + column * width, y: grid.y + row * height, width, height };
}
