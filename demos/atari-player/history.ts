import type { Standing } from './games';
import { DEPTH } from './observation';
import { type Moment, stateValue, type Thought } from './task';

/** A moment at which the network looked at the game. */
export interface Entry extends Thought {
  readonly frame: number;
  /** What was on the television afterwards; not kept of a recorded game. */
  readonly picture: Uint8Array | undefined;
  readonly standing: Standing | undefined;
  readonly move: number | undefined;
  readonly byChance: boolean;
}

/** Half a minute of decisions, at 15 a second. */
export const KEPT = 450;

/** The last half minute of a game, decision by decision. */
export class History {
  #entries: Entry[] = [];

  get entries(): readonly Entry[] {
    return this.#entries;
  }

  clear(): void {
    this.#entries = [];
  }

  /** A moment at which nothing was looked at leaves no entry; one from before the last begins another game. */
  add({ thought, pictures, ...rest }: Moment): void {
    if (!thought) return;
    if (rest.frame < (this.#entries.at(-1)?.frame ?? 0)) this.clear();
    if (this.#entries.length === KEPT) this.#entries.shift();
    const { frame, standing, move, byChance } = rest;
    this.#entries.push({ ...thought, frame, standing, move, byChance, picture: pictures.at(-1) });
  }

  fill(entries: readonly Entry[]): void {
    this.#entries = [...entries];
  }

  /** The four observations before a decision, oldest first; a game's first stands for what was before it. */
  stack(index: number): Uint8Array[] {
    return Array.from({ length: DEPTH }, (_, depth) => {
      const entry = this.#entries[Math.max(0, index - DEPTH + 1 + depth)] as Entry;
      return entry.seen;
    });
  }
}

/** Something that changed the score or the number of balls between one entry and the one before it. */
export interface Happening {
  readonly index: number;
  readonly kind: 'point' | 'loss';
}

export function happenings(entries: readonly Entry[]): Happening[] {
  return entries.flatMap(({ standing }, index): Happening[] => {
    const before = entries[index - 1]?.standing;
    if (!before || !standing) return [];
    if ((standing.lives ?? 0) < (before.lives ?? 0)) return [{ index, kind: 'loss' }];
    if ((standing.opponentScore ?? 0) > (before.opponentScore ?? 0)) return [{ index, kind: 'loss' }];
    return standing.score > before.score ? [{ index, kind: 'point' }] : [];
  });
}

/** V(s) of each entry; a cartridge without a network has none. */
export const valuesOf = (entries: readonly Entry[]): (number | undefined)[] => entries.map(stateValue);
