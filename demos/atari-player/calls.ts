import { DemoError } from '../../src/engine/errors';

/** Answers calls one after another, in the order in which they came. */
export class Calls {
  #last: Promise<unknown> = Promise.resolve();
  #cancelled = 0;

  /** @throws DemoError `step` if `cancel()` came before its turn */
  do<T>(work: () => Promise<T>): Promise<T> {
    const cancelled = this.#cancelled;
    const answer = this.#last.then(() => {
      if (this.#cancelled === cancelled) return work();
      throw new DemoError('step', 'The demo was put away before it answered.', 'put away');
    });
    this.#last = answer.catch(() => undefined);
    return answer;
  }

  /** Those that wait are refused when their turn comes; whoever is at work sees to himself. */
  cancel(): void {
    this.#cancelled += 1;
  }
}
