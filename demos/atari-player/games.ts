import type { Held, Pots } from './machine/console';

/** Reads a byte of the console's memory, by its address. */
export type Peek = (address: number) => number;

/** What a hand can press. */
export type Button = 'left' | 'right' | 'up' | 'down' | 'fire';

/** A move that a policy can make: what is held down for four frames. */
export interface Move {
  readonly name: string;
  readonly held: Held;
}

/** What the scoreboard beside the television says. No policy ever sees it. */
export interface Standing {
  /** The player's own. */
  readonly score: number;
  readonly bricks?: number;
  /** Of whoever plays against the player. */
  readonly opponentScore?: number;
  readonly lives?: number;
  readonly over: boolean;
}

export type GameName = 'rubble' | 'pong';

/** A cartridge that a policy was trained on. */
export interface Game {
  readonly name: GameName;
  readonly title: string;
  /** MD5 of the file, as collectors list them; none for our own, which is fetched with its weights. */
  readonly md5?: string;
  /** Where it is played with paddles: how far they turn. */
  readonly paddles?: Pots;
  /** What is held, frame by frame, to begin a game. */
  readonly begins: readonly Held[];
  /** Of the network's outputs, in their order. */
  readonly moves: readonly Move[];
  /** Folders of the policy's states of learning, first to last. */
  readonly checkpoints: readonly Checkpoint[];
  /** What `tally` counts. */
  readonly unit: string;
  /** Whether it can fall, so that what is still to come may be less than nothing. */
  readonly signed: boolean;
  /** What a person needs a button for, where there are no keys, in the order of the screen. */
  readonly buttons: readonly Button[];
  standing(peek: Peek): Standing;
}

/** A policy on its way: before training, early and midway, and at its end. */
export type Checkpoint = 'random' | 'early' | 'middle' | 'final';

/**
 * What a game came to, as one number that compares players: bricks broken, or points won less points lost, as the paper
 * counts Pong (Mnih et al., 2013, table 1).
 */
export const tally = ({ score, bricks, opponentScore = 0 }: Standing): number => bricks ?? score - opponentScore;

const decimal = (byte: number): number => 10 * (byte >> 4) + (byte & 15);

/** Our own cartridge (`cartridge/`): a paddle, a ball, and two walls of 108 bricks. */
const rubble: Game = {
  name: 'rubble',
  title: 'Rubble',
  begins: [{ reset: true }],
  moves: [
    { name: 'stay', held: {} },
    { name: 'left', held: { left: true } },
    { name: 'right', held: { right: true } },
  ],
  checkpoints: ['random', 'early', 'middle', 'final'],
  unit: 'bricks',
  signed: false,
  buttons: ['left', 'fire', 'right'],
  standing: (peek) => ({
    score: decimal(peek(0x80)) + 100 * decimal(peek(0x81)),
    bricks: peek(0x85) + 256 * peek(0x86),
    lives: peek(0x82),
    over: peek(0x83) === 2,
  }),
};

/**
 * The learning environment turns its paddles by 23,000 ohms a frame, between 27,450 and 790,196 (ale-py 0.12). Both
 * emulators count the lines until a capacitor is charged, the one 2.505e-4 an ohm, the other 3.793e-4 (and 1,800 ohms more).
 */
const turned = (ohms: number): number => (0.6605 * ohms) / 1e6;

/** Pong, game 1 of Video Olympics (Atari, 1978), against the console. The cartridge is the reader's own. */
const pong: Game = {
  name: 'pong',
  title: 'Pong',
  md5: '60e0ea3cbe0913d39803477945e9e5ec',
  paddles: { from: turned(27_450) - 0.0018, to: turned(790_196) - 0.0018 },
  begins: Array.from({ length: 4 }, () => ({ reset: true })),
  // The more a paddle resists, the lower the bat.
  moves: [
    { name: 'stay', held: {} },
    { name: 'down', held: { turn: turned(23_000) } },
    { name: 'up', held: { turn: -turned(23_000) } },
  ],
  checkpoints: ['final'],
  unit: 'points',
  signed: true,
  buttons: ['up', 'down'],
  standing: (peek) => ({
    score: peek(0x8e),
    opponentScore: peek(0x8d),
    over: Math.max(peek(0x8d), peek(0x8e)) >= 21,
  }),
};

export const GAMES: Readonly<Record<GameName, Game>> = { rubble, pong };
