/** Words of an analogy: a is to b as c is to ? */
export interface Question {
  readonly a: string;
  readonly b: string;
  readonly c: string;
}

/** 3CosAdd and 3CosMul of Levy and Goldberg (2014), sections 3 and 6. */
export type Method = 'add' | 'mul';

export type Pair = readonly [start: string, end: string];

/** An arrow to be drawn from a word: the whole step between two words, or a step in the plane of the pairs. */
export type Step = { readonly tail: string; readonly tip: string } | { readonly right: number; readonly up: number };

export type WordInput =
  | { readonly kind: 'vocabulary' }
  | ({ readonly kind: 'analogy'; readonly method: Method; readonly top: number } & Question)
  | { readonly kind: 'neighbours'; readonly words: readonly string[]; readonly top: number }
  | {
      readonly kind: 'differences';
      readonly pairs: readonly Pair[];
      /** An arrow of the reader's own, and the word it starts from. */
      readonly arrow?: { readonly from: string; readonly step: Step };
      readonly top: number;
    };

/** One candidate. `score` is what it was ranked by: the cosine, but for 3CosMul. */
export interface Candidate {
  readonly word: string;
  readonly cosine: number;
  readonly score: number;
}

/** A word in a plane; for unit vectors, distances in it are at most 2. */
export interface Place {
  readonly word: string;
  readonly x: number;
  readonly y: number;
}

export interface VocabularyResult {
  readonly kind: 'vocabulary';
  /** All words, one a line, most frequent first. */
  readonly text: string;
  /** Rows in the order of their spelling. */
  readonly sorted: Uint32Array;
}

export interface AnalogyResult {
  readonly kind: 'analogy';
  readonly question: Question;
  readonly method: Method;
  /** Words of the question that the vocabulary lacks; then there are no candidates. */
  readonly missing: readonly string[];
  readonly words: readonly Candidate[];
  /** The question in the plane of its own two main directions; `sum` is b − a + c. */
  readonly plane?: {
    readonly a: Place;
    readonly b: Place;
    readonly c: Place;
    readonly sum: Place;
    readonly candidates: readonly Place[];
  };
}

export interface NeighboursResult {
  readonly kind: 'neighbours';
  readonly of: readonly string[];
  readonly missing: readonly string[];
  readonly words: readonly Candidate[];
  /** Cosine of the first two words, where there are two. */
  readonly cosine?: number;
}

export interface DifferencesResult {
  readonly kind: 'differences';
  readonly asked: Pick<Extract<WordInput, { kind: 'differences' }>, 'pairs' | 'arrow'>;
  readonly missing: readonly string[];
  /** Start and end of each pair that the vocabulary has whole; `y` is the shared direction. */
  readonly pairs: readonly (readonly [Place, Place])[];
  /** Part of the differences' squared length along their main direction, 0 to 1. */
  readonly sharedShare: number;
  readonly arrow?: {
    readonly from: Place;
    readonly tip: { readonly x: number; readonly y: number };
    /** Nearest to the tip, without the word it starts from; and, as in an analogy, without those that gave it elsewhere. */
    readonly words: readonly Candidate[];
    readonly places: readonly Place[];
  };
}

export type ShownResult = AnalogyResult | NeighboursResult | DifferencesResult;
export type WordResult = VocabularyResult | ShownResult;

/** Whether a result answers an input, however many candidates either has. */
export function answers(result: ShownResult, input: WordInput): boolean {
  if (result.kind !== input.kind) return false;
  if (result.kind === 'neighbours') return same(result.of, (input as NeighboursInput).words);
  if (result.kind === 'differences') {
    const { pairs, arrow } = input as DifferencesInput;
    return same(result.asked, { pairs, ...(arrow && { arrow }) });
  }
  const { a, b, c, method } = input as AnalogyInput;
  return same([result.question, result.method], [{ a, b, c }, method]);
}

type NeighboursInput = Extract<WordInput, { kind: 'neighbours' }>;
type DifferencesInput = Extract<WordInput, { kind: 'differences' }>;
type AnalogyInput = Extract<WordInput, { kind: 'analogy' }>;

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Whatever marks stand on letters: the vocabulary is plain a to z. */
const MARKS = /\p{M}/gu;

/** The word that a person meant by what was typed: `" Café "` is `cafe`. */
export const normalise = (typed: string): string => typed.normalize('NFKD').replace(MARKS, '').trim().toLowerCase();

/** How a word is quoted in a message: whole if it is short, else its beginning. */
export const quoted = (word: string): string => `“${word.length > 24 ? `${word.slice(0, 23)}…` : word}”`;

/**
 * Pairs as people type or paste them: one a line, or parted by semicolons; the two words parted by a comma, a tab, a
 * colon, an arrow, a dash between spaces, or a space.
 */
export function parsePairs(typed: string, most: number): Pair[] {
  const pairs: Pair[] = [];
  for (const line of typed.split(/[\n;]/)) {
    const [start, end] = line
      .split(/\s*(?:[,\t:→]|->|\s[-–—]\s|\s)\s*/u)
      .map(normalise)
      .filter((word) => word !== '');
    if (start && end && pairs.length < most) pairs.push([start, end]);
  }
  return pairs;
}

/** What the fields mean: with one or two of them filled, the neighbours of what is there. */
export function readFields({ a, b, c }: Question, method: Method, top: number): WordInput | undefined {
  const filled = [b, a, c].map(normalise).filter((word) => word !== '');
  if (filled.length === 3) return { kind: 'analogy', a: normalise(a), b: normalise(b), c: normalise(c), method, top };
  return filled.length > 0 ? { kind: 'neighbours', words: [...new Set(filled)], top } : undefined;
}

/** An arrow as an attribute holds it: two words, or two numbers for a step rightwards and upwards in the plane. */
export function parseStep(written: string): Step | undefined {
  const [one = '', other = ''] = written.trim().split(/\s+/);
  if (one === '' || other === '') return undefined;
  const [right, up] = [Number(one), Number(other)];
  return Number.isFinite(right) && Number.isFinite(up)
    ? { right, up }
    : { tail: normalise(one), tip: normalise(other) };
}
