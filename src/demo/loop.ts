/** Lets a loop sleep until somebody has something for it. A wake before the sleep is not lost. */
export class Waker {
  #resolve: (() => void) | undefined;
  #early = false;

  wake(): void {
    if (this.#resolve) this.#resolve();
    else this.#early = true;
    this.#resolve = undefined;
  }

  asleep(): Promise<void> {
    if (this.#early) {
      this.#early = false;
      return Promise.resolve();
    }
    return new Promise((resolve) => {
      this.#resolve = resolve;
    });
  }
}

/** The next animation frame, so that a loop draws no more often than the screen does. */
export const nextFrame = (): Promise<void> =>
  new Promise((resolve) => {
    if (typeof requestAnimationFrame === 'function') requestAnimationFrame(() => resolve());
    else setTimeout(resolve, 0);
  });
