import familyFile from './families.json';
import presetFile from './presets.json';
import type { Pair, Question } from './task';

/** A question that is worth asking, and what these vectors answer. */
export interface Preset extends Question {
  readonly id: string;
  readonly kind: string;
  /** What a person would answer; nothing where no answer is right. */
  readonly expected: string | null;
  readonly first: string;
  readonly note: string;
  /** Place of the expected word among the answers, where it is not the first. */
  readonly rankOfExpected?: number;
  readonly source?: string;
}

/** Pairs of words that differ in the same way. */
export interface Family {
  readonly id: string;
  readonly start: string;
  readonly end: string;
  readonly pairs: readonly Pair[];
  /** Part of the squared length along one direction when the ends are dealt out anew, mean of 200 draws. */
  readonly shuffledShare: number;
  readonly note: string;
}

export const presets: readonly Preset[] = presetFile.presets;
export const families: readonly Family[] = familyFile.families as unknown as readonly Family[];

/** Headings of the choice of presets, in its order. */
export const KINDS: Readonly<Record<string, string>> = {
  slides: 'From the talk',
  capitals: 'Capitals',
  nations: 'Nations',
  family: 'Family and young',
  plurals: 'Plurals',
  tenses: 'Tenses',
  comparatives: 'Comparatives',
  fails: 'Where it fails',
  bias: 'A stereotype',
};

/** The family of the reader's own pairs. */
export const OWN = 'own';

export const presetOf = ({ a, b, c }: Question): Preset | undefined =>
  presets.find((preset) => preset.a === a && preset.b === b && preset.c === c);

export const inWords = ({ a, b, c }: Question): string => `${b} − ${a} + ${c}`;

const ORDINALS = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/** What to know about a preset, in a sentence or two. */
export function remarkOn({ kind, expected, rankOfExpected, note }: Preset): string {
  if (kind === 'bias')
    return `A stereotype: the vectors repeat their text (Bolukbasi et al., 2016). Doctor itself is not allowed.`;
  if (kind !== 'fails' || !expected || !rankOfExpected) return note;
  const rank = ORDINALS[rankOfExpected] ?? `number ${rankOfExpected.toLocaleString('en')}`;
  return `It fails: ${expected} comes ${rank}. ${note}`;
}
