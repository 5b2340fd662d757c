import type { CurveState } from './lesson';

/** Sequences in a window at first, and how many windows there are before they are joined two by two. */
const WINDOW = 100;
const MOST = 160;

/** Errors over a whole run, however long, in few numbers. */
export class Curve {
  #window = WINDOW;
  #wrong: number[] = [];
  #bits: number[] = [];
  #last = WINDOW;

  constructor(state?: CurveState) {
    if (!state) return;
    this.#window = state.window;
    this.#wrong = [...state.wrong];
    this.#bits = [...state.bits];
    this.#last = state.last;
  }

  get window(): number {
    return this.#window;
  }

  get state(): CurveState {
    return { window: this.#window, wrong: [...this.#wrong], bits: [...this.#bits], last: this.#last };
  }

  /** Wrong bits in per cent, of finished windows. */
  get shares(): number[] {
    const finished = this.#last < this.#window ? this.#wrong.length - 1 : this.#wrong.length;
    return Array.from(
      { length: finished },
      (_, index) => (100 * (this.#wrong[index] as number)) / (this.#bits[index] as number),
    );
  }

  add(sequences: number, wrong: number, bits: number): void {
    if (this.#last >= this.#window) this.#open();
    const at = this.#wrong.length - 1;
    this.#wrong[at] = (this.#wrong[at] as number) + wrong;
    this.#bits[at] = (this.#bits[at] as number) + bits;
    this.#last += sequences;
  }

  #open(): void {
    if (this.#wrong.length >= MOST) {
      this.#wrong = joined(this.#wrong);
      this.#bits = joined(this.#bits);
      this.#window *= 2;
    }
    this.#wrong.push(0);
    this.#bits.push(0);
    this.#last = 0;
  }
}

const joined = (values: readonly number[]): number[] =>
  Array.from(
    { length: values.length / 2 },
    (_, index) => (values[2 * index] as number) + (values[2 * index + 1] as number),
  );
