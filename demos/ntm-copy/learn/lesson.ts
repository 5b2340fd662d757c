import { DemoError } from '../../../src/engine/errors';
import type { Bits } from '../task';
import type { Trace } from '../trace';

/** Everything that goes on learning where it was, on whichever machine. */
export interface Saved {
  readonly seed: number;
  readonly iterations: number;
  /** Weights, and Adam's two running means of each. */
  readonly weights: Float64Array<ArrayBuffer>;
  readonly mean: Float64Array<ArrayBuffer>;
  readonly square: Float64Array<ArrayBuffer>;
  readonly curve: CurveState;
}

/** Wrong bits of all bits asked for, summed over windows of so many sequences; the last may be unfinished. */
export interface CurveState {
  readonly window: number;
  readonly wrong: readonly number[];
  readonly bits: readonly number[];
  /** Sequences in the last window. */
  readonly last: number;
}

/** What the engine is asked for in place of a run: learn on for a while, then try one sequence. */
export interface LessonInput {
  readonly learn: {
    /** Counts beginnings: another number than before begins anew. */
    readonly run: number;
    /** Of the first weights, and of the sequences to learn from. */
    readonly seed: number;
    /** About how long to learn; 0 only tries. */
    readonly milliseconds: number;
    /** Stops once it has seen so many sequences in all. */
    readonly most: number;
    /** The sequence to be tried, [rows, 8]. */
    readonly bits: Bits;
    /** What had been learned when another engine ended. */
    readonly from?: Saved | undefined;
  };
}

/** How far it has come. */
export interface Lesson {
  readonly run: number;
  readonly seed: number;
  readonly sequences: number;
  /** Sequences learned from in a second, of late; 0 while that is not known. */
  readonly perSecond: number;
  /** Wrong bits in per cent, a number a window of `window` sequences, each judged before it was learned from. */
  readonly curve: readonly number[];
  readonly window: number;
  /** What it makes of the sequence to be tried with the weights it has now. */
  readonly sample: Trace;
  /** Every now and then. */
  readonly saved?: Saved | undefined;
}

export const isLesson = (result: object): result is Lesson => 'sequences' in result;
export const asksToLearn = (input: object): input is LessonInput => 'learn' in input;

const MOST = 1_000_000;

/** @throws DemoError `input`, saying what is allowed */
export function checkSequences(sequences: unknown): void {
  if (Number.isInteger(sequences) && (sequences as number) >= 0 && (sequences as number) <= MOST) return;
  throw new DemoError('input', `It learns from 0 to ${MOST} sequences, not from ${sequences}.`, 'sequences');
}
