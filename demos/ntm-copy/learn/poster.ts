import { type Poster, packTrace, unpackTrace } from '../poster';
import type { Lesson } from './lesson';

/** A course of learning as it is kept in a file: the curve, and the sequence that was tried at its end. */
export interface PackedLesson {
  readonly seed: number;
  readonly sequences: number;
  readonly window: number;
  /** Per cent, in tenths. */
  readonly curve: readonly number[];
  readonly sample: Poster;
}

const tenths = (value: number): number => Math.round(10 * value) / 10;

/** Of the sample only what the view draws: neither memory nor addressing. */
export function packLesson({ seed, sequences, window, curve, sample }: Lesson): PackedLesson {
  const nothing = { memory: [], addressing: [], curve: { lengths: [], ntm: [], lstm: [] } };
  return { seed, sequences, window, curve: curve.map(tenths), sample: packTrace({ ...sample, ...nothing }) };
}

export const unpackLesson = ({ sample, ...rest }: PackedLesson): Lesson => ({
  ...rest,
  run: 0,
  perSecond: 0,
  sample: unpackTrace(sample),
});
