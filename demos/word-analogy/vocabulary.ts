import { normalise } from './task';

/** Longer than any word of a vocabulary: 32 letters fit the bits of one number. */
const LONGEST_LETTERS = 32;

/**
 * The words, by row and by spelling. Everything a field asks while somebody types is a binary search.
 */
export class Vocabulary {
  readonly words: readonly string[];
  /** Rows in the order of their spelling (UTF-16 code units). */
  readonly sorted: Uint32Array;
  /** Which letters each word has, a bit a letter: most words cannot be near in spelling, and this tells it at once. */
  readonly #letters: Uint32Array;

  /**
   * @param text all words, one a line, most frequent first
   * @param sorted as another vocabulary of the same text gave it; found here otherwise
   */
  constructor(text: string, sorted?: Uint32Array) {
    this.words = text.trimEnd().split('\n');
    this.sorted = sorted ?? Uint32Array.from(this.words.keys()).sort((one, other) => this.#compare(one, other));
    this.#letters = Uint32Array.from(this.words, lettersOf);
  }

  get size(): number {
    return this.words.length;
  }

  /** The row of a word as somebody typed it. */
  row(typed: string): number | undefined {
    const word = normalise(typed);
    const row = this.sorted[this.#firstNotBefore(word)];
    return row !== undefined && this.words[row] === word ? row : undefined;
  }

  has(typed: string): boolean {
    return this.row(typed) !== undefined;
  }

  /** The most frequent words that begin with what was typed, most frequent first; none for nothing. */
  complete(typed: string, count: number): string[] {
    const prefix = normalise(typed);
    if (prefix === '') return [];
    const end = this.#firstNotBefore(`${prefix}\uffff`);
    const rows: number[] = [];
    for (let at = this.#firstNotBefore(prefix); at < end; at++) insert(rows, this.sorted[at] as number, count);
    return rows.map((row) => this.words[row] as string);
  }

  /** The words nearest in spelling, by the number of letters to change, drop or add; the more frequent first on a tie. */
  nearest(typed: string, count: number): string[] {
    const pattern = normalise(typed);
    if (pattern === '' || pattern.length > LONGEST_LETTERS) return [];
    const most = pattern.length < 5 ? 1 : 2;
    const distance = spellingDistance(pattern);
    const letters = lettersOf(pattern);
    const found: { row: number; changes: number }[] = [];
    this.words.forEach((word, row) => {
      if (Math.abs(word.length - pattern.length) > most) return;
      const own = this.#letters[row] as number;
      if (bits(letters & ~own) > most || bits(own & ~letters) > most) return;
      const changes = distance(word);
      if (changes <= most) found.push({ row, changes });
    });
    return found
      .sort((one, other) => one.changes - other.changes || one.row - other.row)
      .slice(0, count)
      .map(({ row }) => this.words[row] as string);
  }

  #compare(one: number, other: number): number {
    const [a, b] = [this.words[one] as string, this.words[other] as string];
    return a < b ? -1 : a > b ? 1 : 0;
  }

  #firstNotBefore(word: string): number {
    let [low, high] = [0, this.sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.words[this.sorted[middle] as number] as string) < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Letters a to z as bits 0 to 25, all else as one bit. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let i = 0; i < word.length; i++) {
    const letter = word.charCodeAt(i) - 97;
    letters |= 1 << (letter >= 0 && letter < 26 ? letter : 26);
  }
  return letters;
}

function bits(value: number): number {
  let count = 0;
  for (let rest = value; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Keeps the `count` lowest numbers, in order. */
function insert(kept: number[], value: number, count: number): void {
  if (kept.length === count && value > (kept[count - 1] as number)) return;
  let at = kept.length;
  while (at > 0 && (kept[at - 1] as number) > value) at--;
  kept.splice(at, 0, value);
  if (kept.length > count) kept.pop();
}

/**
 * Edit distance to one pattern of at most 32 letters: the columns of the usual table as bits (Myers, 1999; Hyyrö, 2003).
 */
function spellingDistance(pattern: string): (word: string) => number {
  const masks = new Map<number, number>();
  for (let i = 0; i < pattern.length; i++) {
    const letter = pattern.charCodeAt(i);
    masks.set(letter, (masks.get(letter) ?? 0) | (1 << i));
  }
  const last = 1 << (pattern.length - 1);
  return (word) => {
    let [up, down, distance] = [-1, 0, pattern.length];
    for (let i = 0; i < word.length; i++) {
      const match = (masks.get(word.charCodeAt(i)) ?? 0) | 0;
      const vertical = match | down;
      const horizontal = ((((match & up) + up) | 0) ^ up) | match;
      let more = down | ~(horizontal | up);
      let less = up & horizontal;
      if (more & last) distance++;
      if (less & last) distance--;
      more = (more << 1) | 1;
      less <<= 1;
      up = less | ~(vertical | more);
      down = more & vertical;
    }
    return distance;
  };
}
