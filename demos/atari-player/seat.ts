import type { Game, Standing } from './games';
import { Console, type Held, type Pots } from './machine/console';
import { DEPTH, observe, SKIP } from './observation';
import { luminances, turnedPalette } from './palette';
import { randomFrom } from './random';
import type { Start } from './task';

/** Frames after power-on that are nobody's: the set warms up, the game sets itself up. */
const POWER_ON = 20;
/** Then 0 to 30 frames of doing nothing, so that no two games are alike (Mnih et al., 2015), and four to be seen. */
const MOST_IDLE = 30;

/** Of the paddles of a cartridge that we do not know. */
const WHOLE_WAY: Pots = { from: 0, to: 1 };

/**
 * A seat before the television: the console, what its player has seen of it, and the chance that belongs to its seed.
 */
export class Seat {
  /** The last four observations, oldest first, each [84, 84]. */
  readonly stack: Uint8Array<ArrayBuffer>[] = [];
  /** Frames and decisions of the game so far. */
  frames = 0;
  decisions = 0;
  /** 0 to 1, from the game's own seed. */
  readonly chance: () => number;
  #before: Uint8Array<ArrayBuffer>;
  #last: Uint8Array<ArrayBuffer>;
  #hue = 0;
  #luminances = luminances(turnedPalette(0));

  private constructor(
    readonly console: Console,
    /** Of a cartridge that we know. */
    readonly game: Game | undefined,
    readonly start: Start,
  ) {
    this.chance = randomFrom(start.seed);
    const idle = Math.floor(this.chance() * (MOST_IDLE + 1));
    for (let frame = 0; frame < POWER_ON; frame++) console.frame({});
    for (const held of game?.begins ?? []) console.frame(held);
    for (let frame = 0; frame < idle + SKIP - 1; frame++) console.frame({});
    this.#before = console.picture.slice();
    console.frame({});
    this.#last = console.picture.slice();
    const first = this.#observe();
    this.stack.push(...Array.from({ length: DEPTH }, () => first));
  }

  /**
   * Switches a console on and waits for the game.
   * @throws DemoError `input` if there is no game to come
   */
  static async take(bytes: Uint8Array, game: Game | undefined, start: Start): Promise<Seat> {
    const paddles = game ? game.paddles : start.paddles ? WHOLE_WAY : undefined;
    return new Seat(await Console.insert(bytes, { seed: start.seed, ...(paddles && { paddles }) }), game, start);
  }

  get standing(): Standing | undefined {
    return this.game?.standing((address) => this.console.peek(address));
  }

  /** Turns the hues of what is seen from now on. */
  setHue(degrees: number): void {
    if (degrees === this.#hue) return;
    this.#hue = degrees;
    this.#luminances = luminances(turnedPalette(degrees));
  }

  /** One frame; every fourth is looked at, with the one before it. @returns its picture, the caller's to keep */
  frame(held: Held): Uint8Array<ArrayBuffer> {
    this.console.frame(held);
    this.frames += 1;
    [this.#before, this.#last] = [this.#last, this.#before];
    this.#last.set(this.console.picture);
    if (this.frames % SKIP === 0) {
      this.stack.shift();
      this.stack.push(this.#observe());
    }
    return this.picture();
  }

  picture(): Uint8Array<ArrayBuffer> {
    return this.#last.slice();
  }

  #observe(): Uint8Array<ArrayBuffer> {
    return observe(this.#before, this.#last, this.#luminances);
  }
}
