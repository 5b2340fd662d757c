import type { DemoState } from '../../../src/demo/lifecycle';
import type { Bits } from '../task';
import type { Lesson, LessonInput, Saved } from './lesson';

/** The worker learns for so long between two looks at the page's wishes. */
const STEP_MS = 60;
/** A screen reader hears of it once in so many sequences. */
const TOLD_EVERY = 1000;

export interface LearningOwner {
  /** Seed of the first weights and of all sequences. */
  seed(): number;
  /** The sequence to be tried. */
  bits(): Bits;
}

/** A course of learning as the page knows it: what to ask for next, what came last, and what to go on from. */
export class Learning {
  /** Nothing before the first answer. */
  lesson: Lesson | undefined;
  #run = 1;
  #saved: Saved | undefined;
  /** The engine is another one than before, and knows nothing. */
  #forgotten = true;
  #left = false;
  #words = '';
  #told = -1;

  constructor(private readonly owner: LearningOwner) {}

  /** Learns on for a moment. */
  next(): LessonInput {
    const from = this.#forgotten ? this.#saved : undefined;
    this.#forgotten = false;
    return this.#input(STEP_MS, from);
  }

  /** Only tries the sequence with what has been learned so far. */
  trial(): LessonInput {
    return this.#input(0, this.#saved);
  }

  /** Learns on, one moment after another, until it has seen so many sequences. */
  async until(sequences: number, call: (input: LessonInput) => Promise<Lesson>): Promise<Lesson> {
    let lesson = await call(this.trial());
    while (lesson.sequences < sequences) lesson = await call(this.#input(STEP_MS, this.#saved, sequences));
    return lesson;
  }

  /** From first weights, again or others. */
  restart(): void {
    this.#run += 1;
    this.lesson = undefined;
    this.#saved = undefined;
    this.#told = -1;
    this.#words = '';
  }

  /**
   * @param anyRun in a copy, whose runs another window counts
   * @returns the lesson without what only this side needs to keep
   */
  take(lesson: Lesson, anyRun: boolean): Lesson {
    const { saved, ...seen } = lesson;
    if (!anyRun && lesson.run !== this.#run) return seen;
    if (saved) this.#saved = saved;
    this.lesson = seen;
    return seen;
  }

  follow(state: DemoState): void {
    if (state === 'loading') this.#forgotten = true;
  }

  /** The reader goes away; it is to go on when he comes back, if it was at it. */
  leave(state: DemoState): void {
    this.#left ||= state === 'running';
  }

  /** The reader is there again. @returns whether it is to go on */
  comeBack(): boolean {
    const goesOn = this.#left;
    this.#left = false;
    return goesOn;
  }

  /** How far it has come, in words that change seldom. */
  get words(): string {
    const { lesson } = this;
    if (!lesson) return '';
    const reached = Math.floor(lesson.sequences / TOLD_EVERY);
    if (reached === this.#told) return this.#words;
    this.#told = reached;
    const share = lesson.curve.at(-1);
    this.#words =
      share === undefined
        ? 'nothing learned yet'
        : `${grouped(reached * TOLD_EVERY)} sequences seen, ${share.toFixed(1)} per cent of bits wrong`;
    return this.#words;
  }

  #input(milliseconds: number, from: Saved | undefined, most = Number.POSITIVE_INFINITY): LessonInput {
    const [seed, bits] = [this.owner.seed(), this.owner.bits()];
    return { learn: { run: this.#run, seed, milliseconds, most, bits, from } };
  }
}

/** A whole number with commas between thousands. */
export const grouped = (count: number): string => Math.round(count).toLocaleString('en');
