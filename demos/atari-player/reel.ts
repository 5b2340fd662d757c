import type { Moment } from './task';

/** One frame of the console. */
export const FRAME_MS = 1000 / 60;
/** Screens are not on time to the millisecond: a frame that is almost due is shown. */
const EARLY_MS = 3;
/** Further behind than this, time lost is not made up for: the game waits. */
const LATE_MS = 120;

/** One frame, and the moment it belongs to. */
export interface Shown {
  readonly picture: Uint8Array;
  readonly moment: Moment;
  readonly sound: Float32Array | undefined;
}

/**
 * Frames on their way from the engine to the television, shown at the console's 60 a second whatever the screen's rate.
 * If they come too slowly the game waits for them, none is left out.
 */
export class Reel {
  #frames: Shown[] = [];
  #due = 0;
  #shownAt: number[] = [];

  get length(): number {
    return this.#frames.length;
  }

  add(moment: Moment): void {
    moment.pictures.forEach((picture, index) => {
      this.#frames.push({ picture, moment, sound: moment.sound[index] });
    });
  }

  clear(): void {
    this.#frames = [];
    this.#shownAt = [];
  }

  /** The frames that are due. @param now in milliseconds */
  due(now: number): Shown[] {
    if (now - this.#due > LATE_MS) this.#due = now;
    const due: Shown[] = [];
    while (this.#frames.length > 0 && this.#due <= now + EARLY_MS) {
      due.push(this.#frames.shift() as Shown);
      this.#due += FRAME_MS;
    }
    this.#count(due.length, now);
    return due;
  }

  /** The next frame, due or not. */
  next(): Shown | undefined {
    return this.#frames.shift();
  }

  /** Everything at once, for a game that is played as fast as it goes. */
  all(now: number): Shown[] {
    const frames = this.#frames.splice(0);
    this.#count(frames.length, now);
    return frames;
  }

  /** Frames shown in the last second. */
  get rate(): number {
    return this.#shownAt.length;
  }

  #count(shown: number, now: number): void {
    for (let frame = 0; frame < shown; frame++) this.#shownAt.push(now);
    while (this.#shownAt.length > 0 && now - (this.#shownAt[0] as number) > 1000) this.#shownAt.shift();
  }
}
