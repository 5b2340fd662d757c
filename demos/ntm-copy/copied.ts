import { rounded, wrongBits } from './task';
import { type Head, type Trace, weightAt } from './trace';

/** The answer to `copy()`. */
export interface Copied {
  /** What it wrote, [rows, 8], 0 or 1. */
  readonly output: number[][];
  /** How many of these differ from what it was given. */
  readonly bitErrors: number;
  /** Where it wrote while the rows and the end mark came in, [rows + 1, 128]. */
  readonly writeWeightings: number[][];
  /** Where it read while it answered, [rows, 128]. */
  readonly readWeightings: number[][];
}

export const copiedOf = (trace: Trace): Copied => ({
  output: trace.output.map((row) => row.map(rounded)),
  bitErrors: wrongBits(trace.output, trace.target),
  writeWeightings: weightings(trace, 'write', 0, trace.answersFrom),
  readWeightings: weightings(trace, 'read', trace.answersFrom, trace.rows.length),
});

/** [to - from, slots] */
const weightings = (trace: Trace, head: Head, from: number, to: number): number[][] =>
  Array.from({ length: to - from }, (_, step) =>
    Array.from({ length: trace.slots }, (_, location) => weightAt(trace, head, from + step, location)),
  );
