import { toDemoError } from '../../src/engine/errors';
import { type Bits, type Flip, readBits, readFlips, type Sequence, type TaskName } from './task';
import { randomRows, TASKS, type Task } from './tasks';
import type { TapeInput } from './trace';

/** The attributes that say what is put in, as written. */
export interface Written {
  readonly task: TaskName;
  readonly bits: string;
  readonly flips: string;
  /** 0 for the task's usual one. */
  readonly length: number;
  readonly seed: number;
  readonly repeats: number;
}

/** What is put in: rows of bits and turned memory cells, read from attributes once and kept until these change. */
export class Given {
  #bits: Bits | undefined;
  #sequence: Sequence | undefined;
  #flips: readonly Flip[] | undefined;

  constructor(
    private readonly written: () => Written,
    private readonly refuse: (error: unknown) => void,
  ) {}

  get bits(): Bits {
    this.#bits ??= this.#readBits();
    return this.#bits;
  }

  get flips(): readonly Flip[] {
    this.#flips ??= this.#or(() => readFlips(this.written().flips), []);
    return this.#flips;
  }

  get task(): Task {
    return TASKS[this.written().task];
  }

  get sequence(): Sequence {
    const { seed, repeats } = this.written();
    this.#sequence ??= this.task.sequence(this.bits, seed, repeats);
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

  #readBits(): Bits {
    const { bits, length, seed } = this.written();
    const random = randomRows(this.task, length || this.task.usual, seed);
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
