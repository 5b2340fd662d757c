import { toDemoError } from '../../src/engine/errors';
import { readPriorities } from './priority-sort';
import { type Bits, type Flip, readBits, readFlips, type Sequence, type TaskName } from './task';
import { type Choice, randomRows, TASKS, type Task } from './tasks';
import type { TapeInput } from './trace';

/** Reads the element's attributes. */
export interface Written {
  text(name: string): string;
  numeric(name: string): number;
}

/** What is put in: rows of bits and turned memory cells, read from attributes once and kept until these change. */
export class Given {
  #bits: Bits | undefined;
  #sequence: Sequence | undefined;
  #flips: readonly Flip[] | undefined;

  constructor(
    private readonly written: Written,
    private readonly refuse: (error: unknown) => void,
  ) {}

  get bits(): Bits {
    this.#bits ??= this.#readBits();
    return this.#bits;
  }

  get flips(): readonly Flip[] {
    this.#flips ??= this.#or(() => readFlips(this.written.text('flips')), []);
    return this.#flips;
  }

  get task(): Task {
    return TASKS[this.written.text('task') as TaskName];
  }

  get sequence(): Sequence {
    this.#sequence ??= this.task.sequence(this.bits, this.#choice());
    return this.#sequence;
  }

  get input(): TapeInput {
    return { ...this.sequence, flips: this.flips };
  }

  forget(): void {
    this.#bits = undefined;
    this.#sequence = undefined;
    this.#flips = undefined;
  }

  #choice(): Choice {
    const priorities = this.written.text('priorities');
    const given = this.task.sorts && priorities !== '';
    return {
      seed: this.written.numeric('seed'),
      repeats: Math.round(this.written.numeric('repeats')),
      priorities: given ? this.#or(() => readPriorities(priorities, this.bits.length), undefined) : undefined,
    };
  }

  #readBits(): Bits {
    const bits = this.written.text('bits');
    // 0 stands for the task's usual number.
    const length = this.written.numeric('length') || this.task.usual;
    const random = randomRows(this.task, length, this.written.numeric('seed'));
    return bits ? this.#or(() => readBits(bits, this.task), random) : random;
  }

  #or<T>(read: () => T, otherwise: T): T {
    try {
      return read();
    } catch (error) {
      // Told after this turn: it may be a rendering that asks.
      queueMicrotask(() => this.refuse(toDemoError(error, 'input')));
      return otherwise;
    }
  }
}
