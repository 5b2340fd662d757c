import type { Candidate, ShownResult } from './task';

/** The answer to `solve()` and `neighbours()`. */
export interface WordAnswer {
  /** Best first, without the words that were asked about. */
  readonly words: readonly { readonly word: string; readonly cosine: number }[];
  /** What was asked about and is not in the vocabulary; then there are no words. */
  readonly missing: readonly string[];
}

const MOST_WORDS = 1000;

/** How many words are wanted: a number from 1 to 1000, else ten. */
export const clampTop = (top: number): number => Math.min(MOST_WORDS, Math.max(1, Math.round(Number(top)) || 10));

/** A result as the element's methods give it. */
export function answerOf(result: ShownResult): WordAnswer {
  const words: readonly Candidate[] = result.kind === 'differences' ? [] : result.words;
  return { words: words.map(({ word, cosine }) => ({ word, cosine })), missing: result.missing };
}
