import type { Checkpoint, GameName, Standing } from './games';
import type { Held } from './machine/console';

/** Who holds the joystick. */
export type Player = 'dqn' | 'random' | 'you';

/** The cartridge and how its game begins. Another number begins another game. */
export interface Start {
  readonly game: number;
  /** Of the console's memory at power-on, of the wait before the first move, and of moves by chance. */
  readonly seed: number;
  /** A cartridge of the reader's own; ours, where there is none. */
  readonly rom?: Uint8Array;
  /** Takes that cartridge for a game, whatever its sum. */
  readonly as?: GameName;
  /** Whether paddles are plugged in, for a cartridge that we do not know. */
  readonly paddles?: boolean;
}

/** What is asked of the console in one step. */
export type Turn =
  /** Decisions by a policy, each of four frames, until one of the limits is reached; at least one. */
  | {
      readonly by: 'dqn' | 'random';
      readonly decisions: number;
      readonly milliseconds: number;
      /** Frames of the game, counted from its first decision. */
      readonly maxFrames: number;
      /** Whether all frames are to be shown, or the last of each decision. */
      readonly all: boolean;
    }
  /** Frames by a person's hand: one, or as many as have gone by since the last ask on a slow screen. */
  | { readonly by: 'you'; readonly held: Held; readonly frames: number }
  /** The picture as it stands. */
  | { readonly by: 'nobody' }
  /** What four observations are worth to the network, [4][84 × 84]. */
  | { readonly by: 'judge'; readonly stack: readonly Uint8Array[] }
  /** Which places of four observations matter to their values. */
  | { readonly by: 'doubt'; readonly stack: readonly Uint8Array[] };

export interface Ask {
  readonly start: Start;
  readonly turn: Turn;
  readonly checkpoint: Checkpoint;
  /** By how much all hues of the television are turned, in degrees. */
  readonly hue: number;
  readonly sound: boolean;
}

/** What a network thought of what it saw last. */
export interface Thought {
  /** Action values Q(s, a), discounted score still to come, one a move. */
  readonly values: readonly number[];
  /** The newest of the four observations, [84, 84] in 0..255. */
  readonly seen: Uint8Array;
}

/** One decision and the frames that followed, or one frame by hand. */
export interface Moment {
  /** Frames of the game up to the last picture. */
  readonly frame: number;
  /** Colour indices, [192, 160] each. */
  readonly pictures: readonly Uint8Array[];
  readonly standing: Standing | undefined;
  /** Before the frames were played; for a cartridge without a network, `values` is empty. */
  readonly thought: Thought | undefined;
  /** Index into the game's moves. */
  readonly move: number | undefined;
  /** Whether chance chose the move. */
  readonly byChance: boolean;
  /** What was heard, frame by frame, where it was asked for. */
  readonly sound: readonly Float32Array[];
}

/** The answer to an ask. */
export interface Played {
  readonly game: number;
  /** Nothing for a cartridge that no policy here can play. */
  readonly name: GameName | undefined;
  readonly seed: number;
  readonly moments: readonly Moment[];
  readonly frames: number;
  readonly decisions: number;
  readonly standing: Standing | undefined;
  /** The game has ended, or its limit of frames has come. */
  readonly done: boolean;
  /** Action values of the observations that were to be judged. */
  readonly judged?: readonly number[];
  /** [14, 14] how much the values change at most when that place is covered. */
  readonly doubts?: readonly number[];
}

/** V(s) = max Q(s, a): what is still to come if one plays well from here. */
export const stateValue = ({ values }: Thought): number | undefined =>
  values.length > 0 ? Math.max(...values) : undefined;

/** The first of the largest, as in training. */
export function best(values: ArrayLike<number>): number {
  let index = 0;
  for (let move = 1; move < values.length; move++)
    if ((values[move] as number) > (values[index] as number)) index = move;
  return index;
}
