import { type Bits, type Flip, type Sequence, touches } from './task';

/** What the engine is asked for: a sequence, and what is done to the memory meanwhile. */
export interface TapeInput extends Sequence {
  readonly flips: readonly Flip[];
}

/** Mean wrong bits of a sequence, by the number of its rows; measured with the weights that run here. */
export interface ErrorCurve {
  readonly lengths: readonly number[];
  readonly ntm: readonly number[];
  readonly lstm: readonly number[];
}

/** Everything that happened in one run. Arrays are flat, step by step. */
export interface Trace extends TapeInput {
  /** Probabilities of the answers, [answers, bits]. */
  readonly output: Bits;
  /** The same of a plain LSTM on the same rows; empty where none stands beside. */
  readonly lstm: Bits;
  /** How many heads there are of each kind. */
  readonly heads: number;
  /** Rows and columns of the memory. */
  readonly slots: number;
  readonly width: number;
  /** [steps, 2 · heads, slots]; read heads first; each head's weights of sum 1 */
  readonly weightings: ArrayLike<number>;
  /** [steps, 2 · heads, 6]: key strength β, gate g, shift by -1, 0 and 1, sharpening γ */
  readonly addressing: ArrayLike<number>;
  /** After each step, [steps, slots, width]; or after the last step only, [slots, width]. */
  readonly memory: ArrayLike<number>;
  readonly curve: ErrorCurve;
}

/** Sequences of one shape, whatever their bits. */
export const alike = (a: Sequence, b: Sequence): boolean => a.task === b.task && a.rows.length === b.rows.length;

export const same = (a: Sequence, b: Sequence): boolean =>
  alike(a, b) && a.rows.every((row, step) => String(row) === String(b.rows[step]));

/** The run that belongs to what is put in: the last one or the recorded one. While it can run, a changed bit waits with the old run. */
export function fitting(sequence: Sequence, last: Trace | undefined, canRun: boolean, recorded: Trace) {
  if (canRun && last && alike(last, sequence)) return last;
  return [last, recorded].find((trace) => trace && same(trace, sequence));
}

/** The step itself while there is something left to be read; otherwise one in the midst of the answers. */
export function readingStep({ rows, target, readFrom, answersFrom }: Trace, at: number): number {
  const last = rows.length - 1;
  if (at >= readFrom && at < last - 1) return at;
  return Math.min(last - 1, answersFrom + Math.floor(target.length / 3));
}

export type Head = 'read' | 'write';

/** The heads whose work is shown at a step: the writing ones while something is fed, the reading ones once it answers. */
export const headsAt = ({ split, readFrom }: Sequence, step: number): Head[] => [
  ...(step < split ? (['write'] as const) : []),
  ...(step >= readFrom ? (['read'] as const) : []),
];

/** A head's own parameters in one step (Graves et al., 2014, section 3.3). */
export interface Addressing {
  readonly strength: number;
  /** 1 takes what the key finds, 0 stays with the step before. */
  readonly gate: number;
  /** Where the shift sends most: -1, 0 or 1. */
  readonly shift: number;
  readonly sharpening: number;
}

const FIELDS = 6;

/** How much a kind of head attends to a memory row in a step; with several heads, the most of any. */
export function weightAt(trace: Trace, head: Head, step: number, location: number): number {
  let most = 0;
  for (let index = 0; index < trace.heads; index++) {
    const row = step * 2 * trace.heads + (head === 'read' ? 0 : trace.heads) + index;
    most = Math.max(most, trace.weightings[row * trace.slots + location] as number);
  }
  return most;
}

/** The memory row that a kind of head attends to most. */
export function focusAt(trace: Trace, head: Head, step: number): number {
  let best = 0;
  for (let location = 1; location < trace.slots; location++)
    if (weightAt(trace, head, step, location) > weightAt(trace, head, step, best)) best = location;
  return best;
}

export function addressingAt(trace: Trace, head: Head, step: number): Addressing {
  const from = (step * 2 * trace.heads + (head === 'read' ? 0 : trace.heads)) * FIELDS;
  const [strength, gate, back, stay, on, sharpening] = Array.from(
    { length: FIELDS },
    (_, field) => trace.addressing[from + field] as number,
  ) as [number, number, number, number, number, number];
  const shift = back > Math.max(stay, on) ? -1 : on > stay ? 1 : 0;
  return { strength, gate, shift, sharpening };
}

/** A memory cell after a step, with what is turned before the next. */
export function memoryAt(trace: Trace, step: number, location: number, column: number): number {
  const cells = trace.slots * trace.width;
  const frames = trace.memory.length / cells;
  const cell = trace.memory[Math.min(step, frames - 1) * cells + location * trace.width + column] as number;
  const turned = trace.flips.filter((flip) => flip.step === step + 1 && touches(flip, location, column));
  return turned.length % 2 === 1 ? -cell : cell;
}

/** What was turned by the end of a step, and what is turned before the next. */
export const turnedBy = (trace: Trace, step: number): Flip[] => trace.flips.filter((flip) => flip.step <= step + 1);

/** A stretch of memory rows; it may run over the end of the memory and on from its beginning, as heads do. */
export interface Stretch {
  readonly from: number;
  readonly rows: number;
}

/** A head that attends less than this is not there. */
const NOTICEABLE = 0.1;
const MARGIN = 3;

/** The shortest stretch that holds every row that a head is shown at, and a few more. */
export function usedStretch(trace: Trace): Stretch {
  const used = Array.from({ length: trace.slots }, () => false);
  for (let step = 0; step < trace.rows.length; step++) {
    for (const head of headsAt(trace, step))
      for (let location = 0; location < trace.slots; location++)
        if (weightAt(trace, head, step, location) > NOTICEABLE) used[location] = true;
  }
  // The longest gap of unused rows, counted round the end, is what is left out.
  let gap = { from: 0, rows: 0 };
  for (let from = 0; from < trace.slots; from++) {
    let rows = 0;
    while (rows < trace.slots && !used[(from + rows) % trace.slots]) rows++;
    if (rows > gap.rows) gap = { from, rows };
  }
  const rows = Math.min(trace.slots, trace.slots - gap.rows + 2 * MARGIN);
  return { from: (gap.from + gap.rows - MARGIN + trace.slots) % trace.slots, rows };
}
