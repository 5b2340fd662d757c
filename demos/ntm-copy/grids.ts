import { html, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import type { TapeHost } from './host';
import { type Box, type Cell, cellAt, type Grid, type GridName } from './layout';
import { flipBit, rounded } from './task';
import type { Task } from './tasks';
import { addressingAt, focusAt, type Head, memoryAt, type Stretch, type Trace, weightAt } from './trace';

const NAMES: Readonly<Record<GridName, string>> = {
  input: 'Input',
  output: 'Output',
  write: 'Write head',
  memory: 'Memory',
  read: 'Read head',
};

const ARROWS: Readonly<Record<string, Cell>> = {
  ArrowLeft: { column: -1, row: 0 },
  ArrowRight: { column: 1, row: 0 },
  ArrowUp: { column: 0, row: -1 },
  ArrowDown: { column: 0, row: 1 },
  Home: { column: Number.NEGATIVE_INFINITY, row: 0 },
  End: { column: Number.POSITIVE_INFINITY, row: 0 },
};

/** A cell under the pointer or the focus. */
export interface Probe extends Cell {
  readonly grid: GridName;
}

/**
 * The hand on the five grids. Each is one button with a cell inside it: the pointer or the arrow keys choose the cell,
 * and pressing turns an input bit, turns a memory cell, or moves the tape to the step of that column.
 */
export class Grids {
  /** The cell that is looked at, if any. */
  probe: Probe | undefined;
  readonly #cells = new Map<GridName, Cell>();
  /** What the hand paints while it is down on the input. */
  #painting: number | undefined;
  #scrubbing = false;

  constructor(private readonly host: TapeHost) {}

  /** A grid's button, with its canvas inside. */
  render(name: GridName, grid: Grid, stretch: Stretch): TemplateResult {
    const cell = this.#cellOf(name, grid, stretch);
    const move = (event: PointerEvent) => this.#pointer(name, grid, stretch, event);
    return html`<button type="button" class="grid" data-grid=${name} style=${styleMap(place(grid))}
      data-keys=${Object.keys(ARROWS).join(' ')}
      aria-label="${NAMES[name]}: ${this.#words(name, cell, stretch)}. ${this.#help(name)}"
      @pointerdown=${(event: PointerEvent) => this.#press(name, grid, stretch, event)}
      @pointermove=${move} @pointerup=${this.#release} @pointercancel=${this.#release} @pointerleave=${this.#leave}
      @click=${(event: MouseEvent) => event.detail === 0 && this.#act(name, this.#cellOf(name, grid, stretch), stretch)}
      @keydown=${(event: KeyboardEvent) => this.#key(name, grid, stretch, event)}
      @focus=${() => this.#look(name, cell)} @blur=${this.#leave}><canvas class="poster" aria-hidden="true"></canvas></button>`;
  }

  /** The probed cell in few words, for the status line. */
  hint(stretch: Stretch): string | undefined {
    return this.probe && this.#words(this.probe.grid, this.probe, stretch);
  }

  /** The cell that the focus is on; at first where the machine is at work. */
  #cellOf(name: GridName, grid: Grid, stretch: Stretch): Cell {
    const { column, row } = this.#cells.get(name) ?? this.#cursor(name, stretch);
    return { column: Math.min(grid.columns - 1, column), row: Math.min(grid.rows - 1, row) };
  }

  #cursor(name: GridName, { from }: Stretch): Cell {
    const { trace, at } = this.host;
    if (!trace || name === 'input' || name === 'output') return { column: 0, row: 0 };
    const reading = at >= trace.split;
    const row = (focusAt(trace, reading ? 'read' : 'write', at) - from + trace.slots) % trace.slots;
    if (name === 'memory') return { column: 0, row };
    return {
      column: name === 'write' ? Math.min(at, trace.split - 1) : Math.max(0, at - trace.readFrom),
      row,
    };
  }

  #look(name: GridName, cell: Cell): void {
    this.#cells.set(name, cell);
    this.probe = { grid: name, ...cell };
    this.host.changed();
  }

  #press(name: GridName, grid: Grid, stretch: Stretch, event: PointerEvent): void {
    if (event.button !== 0) return;
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    const cell = pointed(grid, event);
    this.#look(name, cell);
    if (name === 'input' && !this.#priority(cell)) this.#painting = this.#opposite(cell);
    this.#scrubbing = name !== 'input' && name !== 'memory';
    this.#act(name, cell, stretch);
  }

  #pointer(name: GridName, grid: Grid, stretch: Stretch, event: PointerEvent): void {
    const cell = pointed(grid, event);
    if (this.probe?.grid !== name || this.probe.column !== cell.column || this.probe.row !== cell.row)
      this.#look(name, cell);
    if (this.#painting !== undefined && name === 'input') this.#paint(cell, this.#painting);
    else if (this.#scrubbing) this.#act(name, cell, stretch);
  }

  readonly #release = (): void => {
    this.#painting = undefined;
    this.#scrubbing = false;
  };

  readonly #leave = (): void => {
    this.probe = undefined;
    this.host.changed();
  };

  #key(name: GridName, grid: Grid, stretch: Stretch, event: KeyboardEvent): void {
    const by = ARROWS[event.key];
    if (!by) return;
    event.preventDefault();
    const within = (value: number, end: number) => Math.min(end - 1, Math.max(0, value));
    const { column, row } = this.#cellOf(name, grid, stretch);
    this.#cells.set(name, { column: within(column + by.column, grid.columns), row: within(row + by.row, grid.rows) });
    this.#look(name, this.#cellOf(name, grid, stretch));
  }

  #act(name: GridName, cell: Cell, stretch: Stretch): void {
    const { trace } = this.host;
    const priority = name === 'input' && this.#priority(cell);
    if (priority) this.host.prioritise(priority.all.with(cell.column, -priority.value));
    else if (name === 'input') this.#paint(cell, this.#painting ?? this.#opposite(cell));
    else if (trace && name === 'memory') this.host.flip(location(trace, stretch, cell), cell.column);
    else if (trace) this.host.seek(stepOf(trace, name, cell));
  }

  /** The bit of the input under a cell, unless a mark stands there. */
  #bit({ column, row }: Cell): { row: number; value: number } | undefined {
    const index = this.host.task.rowAt(column);
    const value = index === undefined ? undefined : this.host.bits[index]?.[row];
    return value === undefined || index === undefined ? undefined : { row: index, value };
  }

  /** The priority under a cell of the input, with those of all rows. */
  #priority({ column, row }: Cell): { value: number; all: number[] } | undefined {
    const { task, bits, sequence } = this.host;
    if (!task.sorts || row !== task.width || column >= bits.length) return undefined;
    const all = sequence.rows.slice(0, bits.length).map((fed) => fed[task.width] as number);
    return { value: all[column] as number, all };
  }

  #opposite(cell: Cell): number {
    return 1 - (this.#bit(cell)?.value ?? 0);
  }

  #paint(cell: Cell, value: number): void {
    const bit = this.#bit(cell);
    if (bit && bit.value !== value) this.host.draw(flipBit(this.host.bits, bit.row, cell.row));
  }

  #words(name: GridName, cell: Cell, stretch: Stretch): string {
    const { trace, bits, at } = this.host;
    if (name === 'input') {
      const [bit, priority] = [this.#bit(cell), this.#priority(cell)];
      if (priority) return `row ${cell.column + 1} of ${bits.length}, priority ${number(priority.value)}`;
      if (bit && this.host.task.width === 1) return `bit ${bit.row + 1} of ${bits.length} is ${bit.value}`;
      return bit ? `row ${bit.row + 1} of ${bits.length}, bit ${cell.row + 1} is ${bit.value}` : 'mark';
    }
    if (!trace) return 'nothing yet';
    if (name === 'output') return outputWords(trace, this.host.task, cell, at);
    const row = location(trace, stretch, cell);
    if (name === 'memory')
      return `row ${row + 1}, column ${cell.column + 1}: ${number(memoryAt(trace, at, row, cell.column))}`;
    return headWords(trace, name, stepOf(trace, name, cell), row);
  }

  #help(name: GridName): string {
    if (name === 'input')
      return `Arrow keys move, Space turns the bit${this.host.task.sorts ? ', or the sign of the priority' : ''}.`;
    if (name === 'memory') return 'Arrow keys move, Space turns the sign.';
    return 'Arrow keys move, Space takes the tape there.';
  }
}

export const place = ({ x, y, width, height }: Box) => ({
  left: `${x}px`,
  top: `${y}px`,
  width: `${width}px`,
  height: `${height}px`,
});

function pointed(grid: Grid, event: PointerEvent): Cell {
  const box = (event.currentTarget as Element).getBoundingClientRect();
  const x = grid.x + ((event.clientX - box.left) / box.width) * grid.width;
  return cellAt(grid, x, grid.y + ((event.clientY - box.top) / box.height) * grid.height);
}

const location = (trace: Trace, { from }: Stretch, { row }: Cell): number => (from + row) % trace.slots;

const stepOf = (trace: Trace, name: GridName, { column }: Cell): number =>
  Math.min(trace.rows.length - 1, column + (name === 'write' ? 0 : trace.readFrom));

const number = (value: number): string => value.toFixed(2).replace('-', '−');

function outputWords(trace: Trace, task: Task, { column, row }: Cell, at: number): string {
  const answer = trace.readFrom + column - trace.answersFrom;
  if (answer < 0) return task.guesses ? 'not asked for yet' : 'the question';
  if (at < trace.readFrom + column) return `row ${answer + 1} is yet to come`;
  if (row >= task.answerWidth) return `row ${answer + 1}: priority ${number(trace.order?.[answer] ?? 0)} asked for`;
  const [probability, asked] = [trace.output[answer]?.[row] ?? 0, trace.target[answer]?.[row]];
  if (task.guesses) return `bit ${trace.answersFrom + answer + 2}: ${number(probability)} for a 1, it was ${asked}`;
  const verdict = rounded(probability) === asked ? 'right' : 'wrong';
  return `row ${answer + 1}, bit ${row + 1}: ${number(probability)} for a 1, ${verdict}`;
}

function headWords(trace: Trace, head: Head, step: number, row: number): string {
  const { gate, shift, sharpening } = addressingAt(trace, head, step);
  const moved = shift === 0 ? 'stays' : `shift ${shift > 0 ? '+1' : '−1'}`;
  const weight = number(weightAt(trace, head, step, row));
  return `step ${step + 1}, row ${row + 1}: ${weight} · gate ${number(gate)}, ${moved}, γ ${sharpening.toFixed(0)}`;
}
