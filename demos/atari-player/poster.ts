import type { Standing } from './games';
import type { Entry } from './history';
import { DEPTH, HEIGHT, SIDE, WIDTH } from './observation';

/** Half a minute of a game as it is kept in a file: all values, and a few pictures. */
export interface Poster {
  readonly values: readonly (readonly number[])[];
  readonly moves: readonly number[];
  /** Score, bricks and balls after each decision. */
  readonly standings: readonly (readonly [score: number, bricks: number, lives: number])[];
  readonly frame: number;
  /** Runs of equal bytes, in base64: the television at the last decision and at some before it, the last first. */
  readonly pictures: readonly string[];
  /** The four observations before the last decision, oldest first. */
  readonly seen: readonly string[];
}

const hundredths = (value: number): number => Math.round(100 * value) / 100;

/** How many pictures, and how many decisions from one to the next: those of the prints under the expectation. */
const PICTURES = 4;
const APART = 5;

export function packPoster(entries: readonly Entry[]): Poster {
  const pictures = Array.from({ length: PICTURES }, (_, ago) => entries.at(-1 - ago * APART)?.picture);
  return {
    values: entries.map(({ values }) => values.map(hundredths)),
    moves: entries.map(({ move }) => move ?? -1),
    standings: entries.map(({ standing }) => [standing?.score ?? 0, standing?.bricks ?? 0, standing?.lives ?? 0]),
    frame: entries.at(-1)?.frame ?? 0,
    pictures: pictures.map((picture) => packRuns(picture ?? new Uint8Array(WIDTH * HEIGHT))),
    seen: entries.slice(-DEPTH).map(({ seen }) => packRuns(seen)),
  };
}

export function unpackPoster(poster: Poster): Entry[] {
  const seen = poster.seen.map((runs) => unpackRuns(runs, SIDE * SIDE));
  const pictures = poster.pictures.map((runs) => unpackRuns(runs, WIDTH * HEIGHT));
  const count = poster.values.length;
  return poster.values.map((values, index): Entry => {
    const [score, bricks, lives] = poster.standings[index] as Poster['standings'][number];
    const standing: Standing = { score, bricks, lives, over: false };
    return {
      values,
      seen: seen[Math.max(0, index - count + DEPTH)] as Uint8Array,
      frame: poster.frame - 4 * (count - 1 - index),
      picture: (count - 1 - index) % APART === 0 ? pictures[(count - 1 - index) / APART] : undefined,
      standing,
      move: poster.moves[index],
      byChance: false,
    };
  });
}

/** Pairs of a length, 1 to 255, and a byte. */
function packRuns(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; ) {
    let length = 1;
    while (length < 255 && bytes[at + length] === bytes[at]) length += 1;
    text += String.fromCharCode(length, bytes[at] as number);
    at += length;
  }
  return btoa(text);
}

function unpackRuns(text: string, size: number): Uint8Array {
  const runs = atob(text);
  const bytes = new Uint8Array(size);
  let at = 0;
  for (let run = 0; run < runs.length; run += 2) {
    bytes.fill(runs.charCodeAt(run + 1), at, at + runs.charCodeAt(run));
    at += runs.charCodeAt(run);
  }
  return bytes;
}
