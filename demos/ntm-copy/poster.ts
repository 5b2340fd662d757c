import { type Bits, readBits, rounded, writeBits } from './task';
import { TASKS } from './tasks';
import type { ErrorCurve, Trace } from './trace';

/** A run of the copy task as it is kept in a file: the memory only as it is at the end, and of the weightings only what can be seen. */
export interface Poster {
  readonly bits: string;
  readonly output: Bits;
  readonly lstm: Bits;
  readonly heads: number;
  readonly slots: number;
  readonly width: number;
  /** [step and head, location, weight], one after another */
  readonly weightings: readonly number[];
  readonly addressing: readonly number[];
  readonly memory: readonly number[];
  readonly curve: ErrorCurve;
}

const VISIBLE = 0.01;

const hundredths = (value: number): number => Math.round(100 * value) / 100;

/** A probability in hundredths that is taken for the same bit as before. */
const sameSide = (probability: number): number =>
  rounded(probability) === 1 ? Math.max(0.51, hundredths(probability)) : Math.min(0.5, hundredths(probability));

export function packTrace(trace: Trace): Poster {
  const { heads, slots, width, curve, target } = trace;
  const cells = slots * width;
  const weightings = Array.from(trace.weightings, (weight, index) =>
    weight < VISIBLE ? [] : [Math.floor(index / slots), index % slots, hundredths(weight)],
  ).flat();
  return {
    bits: writeBits(target),
    output: trace.output.map((row) => row.map(sameSide)),
    lstm: trace.lstm.map((row) => row.map(sameSide)),
    heads,
    slots,
    width,
    weightings,
    addressing: Array.from(trace.addressing, hundredths),
    memory: Array.from(trace.memory).slice(-cells).map(hundredths),
    curve,
  };
}

export function unpackTrace({ bits, weightings: seen, ...rest }: Poster): Trace {
  const sequence = TASKS.copy.sequence(readBits(bits, TASKS.copy), { seed: 0 });
  const weightings = new Float32Array(sequence.rows.length * 2 * rest.heads * rest.slots);
  for (let at = 0; at < seen.length; at += 3) {
    const [row, location, weight] = seen.slice(at, at + 3) as [number, number, number];
    weightings[row * rest.slots + location] = weight;
  }
  return { ...sequence, ...rest, flips: [], weightings };
}
