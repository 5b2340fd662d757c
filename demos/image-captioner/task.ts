import type { RawPicture, Square } from '../../src/demo/picture/square';

/** `attention` looks at the picture again for each word (Xu et al., 2015); `plain` sees it once (Vinyals et al., 2015). */
export type DecoderName = 'attention' | 'plain';

/** The picture's places, 7 × 7, row by row from the top left. */
export const PLACES = 49;

/** How many words are told of each step. */
export const CHOICES = 5;

/** What stands for the end of a sentence among words. */
export const STOP = '.';

/** One picture to be put into words. */
export interface CaptionInput {
  readonly picture: RawPicture;
  readonly square: Square;
  readonly decoders: readonly DecoderName[];
  /** 1 to 5 */
  readonly beamWidth: number;
  /** 0 searches for the likeliest sentence; above that `beamWidth` sentences are drawn. */
  readonly temperature: number;
  readonly seed: number;
  /** The words it begins with; a `STOP` at the end ends it. */
  readonly prefix: readonly string[];
}

export interface Choice {
  /** `STOP` for the end of the sentence. */
  readonly word: string;
  readonly probability: number;
}

export interface Caption {
  readonly text: string;
  readonly words: readonly string[];
  /** Natural logarithm of the probability of the whole, its end included. */
  readonly logProbability: number;
  /** [words][49], each row summing to 1: where it looked for each word. */
  readonly attention?: readonly (readonly number[])[];
  /** [words + 1][5], likeliest first: what it could have said, at last instead of stopping. */
  readonly choices: readonly (readonly Choice[])[];
}

/** One word in the tree of all that was tried. */
export interface Branch {
  /** Index of the branch it grew from, or -1. */
  readonly parent: number;
  /** `STOP` for the end of the sentence. */
  readonly word: string;
  /** Of this word after the ones before it. */
  readonly probability: number;
  /** Of several sentences only the best are carried on; the rest is pruned. */
  readonly kept: boolean;
}

/** What one decoder made of a picture. */
export interface Reading {
  /** Best first. */
  readonly captions: readonly Caption[];
  readonly branches: readonly Branch[];
  /** Index of the branch that the best caption ends with. */
  readonly best: number;
  /** Share of the validation pictures whose caption was less likely, word for word: 0 to 1. */
  readonly sureness: number;
}

/** What came out, and what went in beside the picture. */
export interface CaptionResult {
  readonly attention?: Reading;
  readonly plain?: Reading;
  readonly beamWidth: number;
  readonly temperature: number;
  readonly prefix: readonly string[];
  /** Whether a square hid a part of the picture. */
  readonly covered: boolean;
}

/** Below this share of the validation captions it is said to be guessing. */
export const GUESS = 0.15;

/** Whether a sentence is to be taken for a guess; one that was forced or drawn tells nothing about that. */
export const guesses = ({ temperature, prefix }: CaptionResult, { sureness }: Reading): boolean =>
  temperature === 0 && prefix.length === 0 && sureness < GUESS;

/** The words of an attribute or of a caption. */
export const splitWords = (text: string): string[] => text.split(/\s+/).filter(Boolean);

/** Whether a word is written close to the one before it, as the second half of "man's" or "isn't". */
export const joins = (word: string): boolean => word === "'s" || word === "n't";

export const joinWords = (words: readonly string[]): string =>
  words.reduce((text, word) => (text === '' || joins(word) ? text + word : `${text} ${word}`), '');

/** How many words two sentences begin with in common. */
export function shared(one: readonly string[], other: readonly string[]): number {
  const different = one.findIndex((word, index) => word !== other[index]);
  return different === -1 ? Math.min(one.length, other.length) : different;
}

/**
 * The share of a sorted sample that lies below a value, between two neighbours in proportion.
 * @param quantiles ascending, evenly spaced from the least to the greatest
 * @returns 0 to 1
 */
export function shareBelow(quantiles: readonly number[], value: number): number {
  const above = quantiles.findIndex((quantile) => quantile > value);
  if (above === 0) return 0;
  if (above === -1) return 1;
  const [low, high] = [quantiles[above - 1], quantiles[above]] as [number, number];
  return (above - 1 + (value - low) / (high - low)) / (quantiles.length - 1);
}
