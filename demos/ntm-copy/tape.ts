import { Player } from './player';
import type { Trace } from './trace';

export interface TapeOwner {
  /** The run that is on the tape, if there is one. */
  trace(): Trace | undefined;
  /** Factor on the speed. */
  speed(): number;
  moved(): void;
  /** It has played to its end. */
  ended(): void;
}

/** At speed 1 a tape takes this long, but is never slower than so many steps a second. */
const TAPE_SECONDS = 6;
const SLOWEST = 8;

/** Where a run has been played to, and what moves it. */
export class Tape {
  /** The step shown, from 0. */
  at: number;
  readonly #player = new Player();

  constructor(
    at: number,
    private readonly owner: TapeOwner,
  ) {
    this.at = at;
  }

  /** The last step of the run, 0 without one. */
  get last(): number {
    return (this.owner.trace()?.rows.length ?? 1) - 1;
  }

  /** Plays on from where it stands, or again from the beginning if that is the end. */
  play(): void {
    if (this.at >= this.last) this.at = 0;
    if (this.#player.playing) return;
    this.#player.start(
      () => Math.max(SLOWEST, (this.last + 1) / TAPE_SECONDS) * this.owner.speed(),
      (steps) => {
        this.seek(this.at + steps);
        const ended = this.at >= this.last;
        if (ended) this.owner.ended();
        return !ended;
      },
    );
  }

  stop(): void {
    this.#player.stop();
  }

  seek(at: number): void {
    this.at = Math.min(this.last, Math.max(0, at));
    this.owner.moved();
  }
}
