import { type Cabinet, MINUTE } from './cabinet';
import { Calls } from './calls';
import type { Desk } from './desk';
import { checkRequest, type PlayedGame, type PlayRequest, summary } from './request';
import type { Ask, Played } from './task';
import { type Outcome, outcomeWords } from './words';

/** A call plays in slices of this length, so that others get their turn. */
const SLICE_MS = 80;

/** What whole games need of the element in which they are played. */
export interface MatchHooks {
  /** Seed of a game for which none is asked. */
  seed(): number;
  newGame(seed: number): void;
  pause(): void;
  call(ask: Ask): Promise<{ readonly result: Played }>;
  /** The call is over: the loop may go on. */
  wake(): void;
  /** Says and tells an error. @returns it */
  refuse(error: unknown): Error;
  say(message: string): void;
}

/** Whole games, one after another: those that a call asks for, and the network's minute after a person's. */
export class Match {
  readonly #calls = new Calls();

  constructor(
    private readonly cabinet: Cabinet,
    private readonly desk: Desk,
    private readonly hooks: MatchHooks,
  ) {}

  /** Has its turn after the calls before it. @throws DemoError `step` if the demo is put away meanwhile */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    return this.#calls.do(work);
  }

  /** @throws DemoError `input` for a request that cannot be met, any other code for the engine itself */
  play(request: PlayRequest): Promise<PlayedGame> {
    return this.inTurn(async () => {
      const { policy, seed, maxFrames } = this.#checked({ seed: this.hooks.seed(), ...request });
      this.hooks.newGame(seed);
      this.cabinet.busy = true;
      try {
        const turn = { by: policy, decisions: Infinity, milliseconds: SLICE_MS, maxFrames, all: false } as const;
        let played: Played;
        do played = (await this.hooks.call(this.cabinet.ask(turn))).result;
        while (!played.done);
        return summary(played);
      } finally {
        this.cabinet.busy = false;
        this.hooks.wake();
      }
    });
  }

  /** The network has the same minute: same cartridge, same seed, as fast as it goes. */
  async minuteOver(you: Outcome): Promise<void> {
    this.hooks.pause();
    this.desk.duel = { you, network: undefined };
    const network = await this.play({ seed: this.cabinet.seed, maxFrames: MINUTE }).catch(() => undefined);
    if (!network) return;
    this.desk.duel = { you, network };
    this.hooks.say(`You ${outcomeWords(you)}, the network ${outcomeWords(network)} in the same minute.`);
  }

  /** Those that wait are refused. */
  cancel(): void {
    this.#calls.cancel();
  }

  #checked(request: PlayRequest): Required<PlayRequest> {
    try {
      return checkRequest(request);
    } catch (error) {
      throw this.hooks.refuse(error);
    }
  }
}
