import type { TemplateResult } from 'lit';
import type { DemoState } from '../../src/demo/lifecycle';
import type { Bits, Sequence } from './task';
import type { Task } from './tasks';
import type { Trace } from './trace';

/** The pictures on the stage. */
export type View = 'tape' | 'lstm' | 'learn';

/** What the parts of the demo need of its element. */
export interface TapeHost {
  readonly state: DemoState;
  readonly task: Task;
  readonly bits: Bits;
  /** What is fed: these bits, and the task's marks. */
  readonly sequence: Sequence;
  /** The run that belongs to it, if there is one yet. */
  readonly trace: Trace | undefined;
  /** The step up to which the tape has been played, from 0. */
  readonly at: number;
  readonly repeats: number;
  readonly speed: number;
  /** Seed of what learns in the page. */
  readonly start: number;
  /** Puts other bits in; the machine runs again. */
  draw(bits: Bits): void;
  /** Gives the rows other priorities; the machine runs again. */
  prioritise(priorities: readonly number[]): void;
  /** Moves the tape to a step; what plays stops. */
  seek(at: number): void;
  /** Turns the sign of a memory cell before the step after this one; the machine runs again from there. */
  flip(location: number, column: number): void;
  /** Turns the whole memory row that is read next, and plays on. */
  flipRow(): void;
  /** Forgets what was learned in the page, and begins from first weights. */
  learnAnew(): void;
  set(attributes: Readonly<Record<string, string | number | undefined>>): void;
  /** Something is to be drawn anew. */
  changed(): void;
  report(): TemplateResult | undefined;
}
