import { DemoError } from '../../src/engine/errors';
import type { Played } from './task';

/** What `play()` is asked for. */
export interface PlayRequest {
  readonly policy?: 'dqn' | 'random';
  /** Of the console's memory, of the wait before the first move, and of moves by chance. */
  readonly seed?: number;
  /** The game is broken off after so many, counted from its first decision. */
  readonly maxFrames?: number;
}

/** The answer to `play()`. */
export interface PlayedGame {
  readonly score: number;
  /** Bricks broken, of our own cartridge. */
  readonly bricks?: number;
  readonly opponentScore?: number;
  readonly frames: number;
  readonly decisions: number;
  /** Whether the game came to its end, not to the limit of frames. */
  readonly finished: boolean;
}

/** Five minutes of the console's time, as in Mnih et al., 2015. */
const MOST_FRAMES = 18_000;
/** No cartridge is larger, and nothing larger is read. */
const MOST_BYTES = 64 * 1024;

/** @throws DemoError `input` with what is allowed */
export function checkRequest({
  policy = 'dqn',
  seed = 0,
  maxFrames = MOST_FRAMES,
}: PlayRequest): Required<PlayRequest> {
  const problem =
    policy !== 'dqn' && policy !== 'random'
      ? 'A policy is “dqn” or “random”.'
      : !Number.isInteger(seed) || seed < 0
        ? 'A seed is a whole number from 0.'
        : !Number.isInteger(maxFrames) || maxFrames < 1
          ? 'maxFrames is a whole number from 1.'
          : undefined;
  if (problem) throw new DemoError('input', problem, 'request');
  return { policy, seed, maxFrames };
}

export function summary({ standing, frames, decisions }: Played): PlayedGame {
  const { score = 0, bricks, opponentScore, over = false } = standing ?? {};
  return {
    score,
    ...(bricks !== undefined && { bricks }),
    ...(opponentScore !== undefined && { opponentScore }),
    frames,
    decisions,
    finished: over,
  };
}

/** @throws DemoError `input` if it is too large to be a cartridge, or not a file at all */
export async function bytesOf(cartridge: unknown): Promise<Uint8Array<ArrayBuffer>> {
  const size =
    cartridge instanceof Blob ? cartridge.size : cartridge instanceof Uint8Array ? cartridge.length : undefined;
  if (size === undefined) throw new DemoError('input', 'A cartridge is a file, or its bytes.', 'no cartridge');
  if (size > MOST_BYTES) {
    const large = `It has ${Math.round(size / 1024).toLocaleString('en')} KB, and no cartridge has more than 32.`;
    throw new DemoError('input', large, 'too large');
  }
  return cartridge instanceof Blob
    ? new Uint8Array(await cartridge.arrayBuffer())
    : Uint8Array.from(cartridge as Uint8Array);
}
