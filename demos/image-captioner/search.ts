import { CHOICES, PLACES } from './task';

/** The rules of one search. Words are indices of the vocabulary. */
export interface SearchRules {
  /** Sentences carried along at once, or drawn. */
  readonly width: number;
  readonly begin: number;
  readonly end: number;
  /** The first words, if they are not free. */
  readonly prefix: readonly number[];
  /** Most steps; a sentence that has not ended by then is cut off. */
  readonly longest: number;
  /** Sentences are compared by log-probability / words^exponent, or the shortest would win. */
  readonly lengthExponent: number;
  /** 0 takes the likeliest; above that words are drawn from the probabilities raised to 1 / temperature. */
  readonly temperature: number;
  /** Uniform from 0 to 1. */
  random(): number;
}

export interface WordStep {
  readonly word: number;
  readonly logProbability: number;
  /** The likeliest words here, this one among them; likeliest first. */
  readonly choices: readonly Scored[];
  /** [49], or nothing where the decoder does not look. */
  readonly attention: readonly number[] | undefined;
}

export interface Scored {
  readonly word: number;
  readonly logProbability: number;
}

export interface Hypothesis {
  readonly steps: readonly WordStep[];
  /** Sum over the steps. */
  readonly logProbability: number;
  /** Index of its last branch. */
  readonly branch: number;
}

export interface SearchBranch extends Scored {
  /** Index of the branch before it, or -1. */
  readonly parent: number;
  kept: boolean;
}

/** A word that may follow a live hypothesis. */
interface Candidate extends Scored {
  readonly from: number;
  readonly total: number;
}

/**
 * Beam search (as in Sutskever et al., 2014, section 3.2), or sampling, one batched step at a time.
 *
 * Each step asks for `tokens` and `parents`, which row of the last step each row goes on from, and is told what followed by
 * `advance`. Both always have `width` rows, so that a GPU meets one shape only; rows that nobody needs are filled up. A
 * sentence that ends leaves the beam and makes room for another; the search is over when as many have ended as were carried
 * along.
 */
export class Search {
  readonly branches: SearchBranch[] = [];
  #live: (Hypothesis & { readonly row: number })[] = [{ steps: [], logProbability: 0, branch: -1, row: 0 }];
  readonly #ended: Hypothesis[] = [];
  #length = 0;

  constructor(private readonly rules: SearchRules) {}

  get over(): boolean {
    const enough = this.rules.temperature === 0 && this.#ended.length >= this.rules.width;
    return enough || this.#live.length === 0 || this.#length >= this.rules.longest;
  }

  /** [width], the last word of each row. */
  get tokens(): Int32Array {
    return this.#rows(({ steps }) => steps.at(-1)?.word ?? this.rules.begin, this.rules.begin);
  }

  /** [width], the row of the last step that each row goes on from. */
  get parents(): Int32Array {
    return this.#rows(({ row }) => row, 0);
  }

  /**
   * @param values [width, words], log-probabilities of the next word; behind each row, where the decoder looks, 49 weights
   * @param words size of the vocabulary
   */
  advance(values: Float32Array, words: number): void {
    const stride = values.length / this.rules.width;
    const rows = this.#live.map((_, row) => values.subarray(row * stride, row * stride + words));
    const looks = this.#live.map((_, row) =>
      stride < words + PLACES ? undefined : Array.from(values.subarray(row * stride + words, (row + 1) * stride)),
    );
    const choices = rows.map((row) => likeliest(row, Math.max(CHOICES, 2 * this.rules.width)));
    const chosen = this.#choose(rows, choices);
    this.#remember(chosen, choices);
    this.#length += 1;
    this.#grow(chosen, choices, looks);
  }

  /** Best first: those that ended, or what was cut off where none did; of drawn ones all. */
  get hypotheses(): Hypothesis[] {
    const { temperature, lengthExponent, width } = this.rules;
    const score = ({ logProbability, steps }: Hypothesis) => logProbability / steps.length ** lengthExponent;
    const all = temperature > 0 || this.#ended.length === 0 ? [...this.#ended, ...this.#live] : this.#ended;
    return [...all].sort((one, other) => score(other) - score(one)).slice(0, width);
  }

  #choose(rows: readonly Float32Array[], choices: readonly (readonly Scored[])[]): Candidate[] {
    const forced = this.rules.prefix[this.#length];
    const candidate = (from: number, { word, logProbability }: Scored): Candidate => ({
      word,
      logProbability,
      from,
      total: (this.#live[from] as Hypothesis).logProbability + logProbability,
    });
    const of = (from: number, word: number) =>
      candidate(from, { word, logProbability: (rows[from] as Float32Array)[word] as number });
    if (forced !== undefined) return this.#live.map((_, from) => of(from, forced));
    if (this.rules.temperature > 0) {
      // The first free word is where one beginning becomes several sentences.
      const draws = this.#length === this.rules.prefix.length ? this.rules.width : 1;
      return rows.flatMap((row, from) => Array.from({ length: draws }, () => of(from, this.#draw(row))));
    }
    const all = choices.flatMap((scored, from) => scored.map((entry) => candidate(from, entry)));
    return this.#room(all.sort((one, other) => other.total - one.total));
  }

  /** From the best on, until the beam is full; an end takes no room. */
  #room(candidates: readonly Candidate[]): Candidate[] {
    const { width, end } = this.rules;
    const taken: Candidate[] = [];
    let fresh = 0;
    for (const candidate of candidates.slice(0, 2 * width)) {
      if (fresh === width) break;
      if (candidate.word !== end) fresh += 1;
      taken.push(candidate);
    }
    return taken;
  }

  #grow(
    chosen: readonly Candidate[],
    choices: readonly (readonly Scored[])[],
    looks: readonly (readonly number[] | undefined)[],
  ): void {
    const first = this.branches.length - chosen.length;
    const grown = chosen.map(({ from, word, logProbability, total }, index) => {
      const before = this.#live[from] as Hypothesis;
      const shown = withWord((choices[from] as readonly Scored[]).slice(0, CHOICES), { word, logProbability });
      const step = { word, logProbability, choices: shown, attention: looks[from] };
      return { steps: [...before.steps, step], logProbability: total, branch: first + index, row: from };
    });
    const ends = ({ steps }: Hypothesis) => steps.at(-1)?.word === this.rules.end;
    this.#ended.push(...grown.filter(ends));
    this.#live = grown.filter((hypothesis) => !ends(hypothesis));
  }

  /** The tree gets the likeliest words that were not taken, and then those that were. */
  #remember(chosen: readonly Candidate[], choices: readonly (readonly Scored[])[]): void {
    const spare = Math.max(1, CHOICES - this.rules.width);
    choices.forEach((scored, from) => {
      const taken = new Set(chosen.filter((candidate) => candidate.from === from).map(({ word }) => word));
      const parent = (this.#live[from] as Hypothesis).branch;
      const pruned = scored.filter(({ word }) => !taken.has(word)).slice(0, spare);
      this.branches.push(...pruned.map((entry) => ({ ...entry, parent, kept: false })));
    });
    for (const { word, logProbability, from } of chosen)
      this.branches.push({ word, logProbability, parent: (this.#live[from] as Hypothesis).branch, kept: true });
  }

  #draw(row: Float32Array): number {
    const weights = row.map((logProbability) => Math.exp(logProbability / this.rules.temperature));
    let left = this.rules.random() * weights.reduce((sum, weight) => sum + weight, 0);
    const drawn = weights.findIndex((weight) => {
      left -= weight;
      return left < 0;
    });
    return drawn === -1 ? this.rules.end : drawn;
  }

  #rows(of: (hypothesis: Hypothesis & { row: number }) => number, otherwise: number): Int32Array {
    return Int32Array.from({ length: this.rules.width }, (_, row) => {
      const hypothesis = this.#live[row];
      return hypothesis ? of(hypothesis) : otherwise;
    });
  }
}

/** Best first; the lower index first on a tie. */
function likeliest(row: Float32Array, count: number): Scored[] {
  const best: Scored[] = [];
  for (let word = 0; word < row.length; word++) {
    const logProbability = row[word] as number;
    if (best.length === count && logProbability <= (best[count - 1] as Scored).logProbability) continue;
    let at = best.length;
    while (at > 0 && (best[at - 1] as Scored).logProbability < logProbability) at--;
    best.splice(at, 0, { word, logProbability });
    if (best.length > count) best.pop();
  }
  return best;
}

/** A word that was forced or drawn takes the last place if it is not among the likeliest. */
function withWord(choices: readonly Scored[], said: Scored): readonly Scored[] {
  return choices.some(({ word }) => word === said.word) ? choices : [...choices.slice(0, -1), said];
}

/** A small generator of our own (mulberry32), so that a seed gives the same sentences everywhere. */
export function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
