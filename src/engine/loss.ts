import type { EngineLost } from './errors';

type Hear = (error: EngineLost) => void;

/** The end of an engine, should it come: it ends every call that would never be answered. */
export class Loss {
  #error: EngineLost | undefined;
  readonly #listeners = new Set<Hear>();

  /** Once; what is told later is not heard. */
  tell(error: EngineLost): void {
    if (this.#error) return;
    this.#error = error;
    for (const hear of [...this.#listeners]) hear(error);
    this.#listeners.clear();
  }

  /** @returns takes the listener away again */
  listen(hear: Hear): () => void {
    if (this.#error) hear(this.#error);
    else this.#listeners.add(hear);
    return () => this.#listeners.delete(hear);
  }

  /**
   * The answer, or the loss if that comes first. `Promise.race` against one promise that lasts as long as the engine would
   * keep every answer for as long.
   */
  race<T>(answer: Promise<T> | T): Promise<T> {
    return new Promise((resolve, reject) => {
      const forget = this.listen(reject);
      Promise.resolve(answer).then(resolve, reject).finally(forget);
    });
  }
}
