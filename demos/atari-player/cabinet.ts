import { type Checkpoint, GAMES, type Game, type GameName, type Standing } from './games';
import { Hand } from './hand';
import { type Entry, History } from './history';
import type { OwnCartridge } from './host';
import { SKIP } from './observation';
import { FRAME_MS, Reel, type Shown } from './reel';
import { Sound } from './sound';
import type { Ask, Played, Player, Start, Turn } from './task';
import type { Outcome } from './words';

/** A person plays against the clock: one minute of frames. */
export const MINUTE = 3600;
/** The end of a game is looked at for so long before the next begins. */
const REST_MS = 1500;
/** Frames in hand below which the engine is asked for more, so that a page that draws slowly still gets all of them. */
const AHEAD = 8;
/** At full speed, frames are shown about this often. */
const SLICE_MS = 40;

/** A hand that is asked more seldom than this plays a slower game. */
const MOST_BY_HAND = 4;

export interface Settings {
  readonly player: Player;
  readonly checkpoint: Checkpoint;
  readonly hue: number;
  readonly speed: string;
  readonly seed: number;
  readonly paddles: boolean;
}

export interface CabinetHooks {
  settings(): Settings;
  /** A frame is to be drawn; `entry` when the network looked at the game with it. */
  shown(entry: boolean): void;
  /** A person's minute, or game, is over. */
  over(outcome: Outcome): void;
  /** The gamepad that played is gone. */
  unplugged(): void;
}

/** The game on the page's side: what is asked of the engine next, and when what it answers is shown. */
export class Cabinet {
  readonly history = new History();
  readonly hand: Hand;
  readonly sound = new Sound();
  /** Of the reader's own. */
  own: OwnCartridge | undefined;
  picture: Uint8Array | undefined;
  standing: Standing | undefined;
  /** Of the game that is on the television. */
  frames = 0;
  /** Somebody plays a whole game by a call: the loop waits. */
  busy = false;
  #start: Start = { game: 0, seed: 0 };
  #name: GameName | undefined = 'rubble';
  #round = 0;
  #doneAt: number | undefined;
  #unseen = true;
  /** When a hand was last asked about. */
  #handAt = 0;
  #moment: unknown;
  readonly #reel = new Reel();

  constructor(private readonly hooks: CabinetHooks) {
    this.hand = new Hand(() => hooks.unplugged());
  }

  /** Nothing for a cartridge that no policy here can play. */
  get game(): Game | undefined {
    return this.#name && GAMES[this.#name];
  }

  /** A cartridge without a policy is played by hand. */
  get player(): Player {
    return this.game ? this.hooks.settings().player : 'you';
  }

  /** Frames shown in the last second. */
  get rate(): number {
    return this.#reel.rate;
  }

  get seed(): number {
    return this.#start.seed;
  }

  /** Whether there has been a game yet; a recorded one does not count. */
  get begun(): boolean {
    return this.#start.game > 0;
  }

  /** Whole seconds left of a person's minute. */
  get secondsLeft(): number | undefined {
    const plays = this.player === 'you' && this.game && (this.begun || this.frames > 0);
    return plays ? Math.ceil(Math.max(0, MINUTE - this.frames) / 60) : undefined;
  }

  /** Another game; its first frame comes with the next answer. */
  begin(seed?: number): void {
    const { own } = this;
    this.#start = {
      game: this.#start.game + 1,
      seed: seed ?? this.hooks.settings().seed + this.#round,
      ...(own && { rom: own.bytes, paddles: this.hooks.settings().paddles, ...(own.game && { as: own.game }) }),
    };
    this.#reel.clear();
    this.history.clear();
    this.hand.rest();
    this.standing = undefined;
    this.frames = 0;
    this.#doneAt = undefined;
    this.#unseen = true;
  }

  /** Shows a recorded game while nothing runs. */
  recall(entries: readonly Entry[]): void {
    this.history.fill(entries);
    this.picture = entries.at(-1)?.picture;
    this.standing = entries.at(-1)?.standing;
  }

  /** The loop goes on: after the end of a person's minute, with another. @returns whether it is another */
  resume(): boolean {
    const another = this.player === 'you' && this.#doneAt !== undefined;
    if (another) this.begin();
    return another;
  }

  ask(turn: Turn): Ask {
    const { checkpoint, hue, speed } = this.hooks.settings();
    return { start: this.#start, turn, checkpoint, hue, sound: this.sound.on && speed === '1' };
  }

  /** What the loop asks next, or nothing while there is enough to show. */
  next(now: number): Ask | undefined {
    if (this.busy) return undefined;
    if (this.#start.game === 0) this.begin();
    if (this.#unseen) {
      this.#unseen = false;
      return this.ask({ by: 'nobody' });
    }
    if (this.#doneAt !== undefined) return this.#afterwards(now);
    const { player } = this;
    if (player === 'you') return this.#byHand(now);
    if (this.hooks.settings().speed === 'max')
      return this.ask({ by: player, decisions: 60, milliseconds: SLICE_MS, maxFrames: Infinity, all: false });
    if (this.#reel.length > AHEAD) return undefined;
    const decisions = Math.ceil((AHEAD + SKIP - this.#reel.length) / SKIP);
    return this.ask({ by: player, decisions, milliseconds: SLICE_MS, maxFrames: Infinity, all: true });
  }

  /**
   * @param paced whether frames are shown when they are due; else the last of them is shown now
   */
  take({ moments, name, done }: Played, now: number, paced: boolean): void {
    this.#name = name;
    for (const moment of moments) this.#reel.add(moment);
    if (done) this.#doneAt ??= now;
    if (!paced) this.#showAll(now);
  }

  /** Shows what is due. @returns whether the loop should ask for more */
  tick(now: number): boolean {
    if (this.player === 'you') this.hand.look();
    if (this.hooks.settings().speed === 'max') this.#showAll(now);
    else for (const frame of this.#reel.due(now)) this.#show(frame);
    if (this.player === 'you' && this.game && !this.busy && this.#minuteIsOver()) {
      this.#doneAt = now;
      this.hooks.over(this.standing ?? { score: 0 });
    }
    return this.#reel.length <= AHEAD;
  }

  /** Shows the next frame. @returns whether there was one */
  step(): boolean {
    const frame = this.#reel.next();
    if (frame) this.#show(frame);
    return frame !== undefined;
  }

  /** In the order of the game, so that the expectation over time has no gaps. */
  #showAll(now: number): void {
    for (const frame of this.#reel.all(now)) this.#show(frame);
  }

  #show({ picture, moment, sound }: Shown): void {
    const fresh = moment !== this.#moment && moment.thought !== undefined;
    if (fresh) this.history.add(moment);
    this.#moment = moment;
    this.picture = picture;
    this.standing = moment.standing;
    this.frames = moment.frame;
    if (sound) this.sound.play(sound);
    this.hooks.shown(fresh);
  }

  /** As many frames as have gone by, so that a screen of 30 frames a second does not play at half speed. */
  #byHand(now: number): Ask | undefined {
    if (this.#reel.length > 1 || !this.hand.moved) return undefined;
    const frames = Math.min(MOST_BY_HAND, Math.max(1, Math.round((now - this.#handAt) / FRAME_MS)));
    this.#handAt = now;
    return this.ask({ by: 'you', held: this.hand.held(), frames });
  }

  /** A policy goes on with the next seed; a person is asked first. */
  #afterwards(now: number): Ask | undefined {
    if (this.player === 'you' || this.#reel.length > 0 || now - (this.#doneAt ?? 0) < REST_MS) return undefined;
    this.#round += 1;
    this.begin();
    return this.next(now);
  }

  #minuteIsOver(): boolean {
    return this.#reel.length === 0 && this.frames > 0 && (this.frames >= MINUTE || this.standing?.over === true);
  }
}
