import type { Held } from './machine/console';

/** Reads a byte of the console's memory, by its address. */
export type Peek = (address: number) => number;

/** A move that a policy can make: what is held down for four frames. */
export interface Move {
  readonly name: string;
  readonly held: Held;
}

/** What the scoreboard beside the television says. No policy ever sees it. */
export interface Standing {
  readonly score: number;
  readonly bricks?: number;
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
  readonly paddles: boolean;
  /** What is held, frame by frame, to begin a game. */
  readonly begins: readonly Held[];
  /** Of the network's outputs, in their order. */
  readonly moves: readonly Move[];
  /** Folders of the policy's states of learning, first to last. */
  readonly checkpoints: readonly Checkpoint[];
  /** What the score counts. */
  readonly unit: string;
  standing(peek: Peek): Standing;
}

/** A policy on its way: before training, early and midway, and at its end. */
export type Checkpoint = 'random' | 'early' | 'middle' | 'final';

const decimal = (byte: number): number => 10 * (byte >> 4) + (byte & 15);

/** Our own cartridge (`cartridge/`): a paddle, a ball, and two walls of 108 bricks. */
const rubble: Game = {
  name: 'rubble',
  title: 'Rubble',
  paddles: false,
  begins: [{ reset: true }],
  moves: [
    { name: 'stay', held: {} },
    { name: 'left', held: { left: true } },
    { name: 'right', held: { right: true } },
  ],
  checkpoints: ['random', 'early', 'middle', 'final'],
  unit: 'bricks',
  standing: (peek) => ({
    score: decimal(peek(0x80)) + 100 * decimal(peek(0x81)),
    bricks: peek(0x85) + 256 * peek(0x86),
    lives: peek(0x82),
    over: peek(0x83) === 2,
  }),
};

export const GAMES: Readonly<Partial<Record<GameName, Game>>> & { readonly rubble: Game } = { rubble };
