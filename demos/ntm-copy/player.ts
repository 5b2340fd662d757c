/** Plays a tape: counts steps at a rate, and can be stopped. Time is the screen's own. */
export class Player {
  #frame = 0;

  get playing(): boolean {
    return this.#frame !== 0;
  }

  /**
   * @param rate steps a second, asked for at every frame
   * @param advance told how many whole steps have passed; false ends the playing
   */
  start(rate: () => number, advance: (steps: number) => boolean): void {
    this.stop();
    let before: number | undefined;
    let owed = 0;
    const frame = (now: number) => {
      owed += before === undefined ? 0 : (rate() * (now - before)) / 1000;
      before = now;
      const steps = Math.floor(owed);
      owed -= steps;
      this.#frame = requestAnimationFrame(frame);
      if (steps > 0 && !advance(steps)) this.stop();
    };
    this.#frame = requestAnimationFrame(frame);
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }
}
