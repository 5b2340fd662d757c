import { DemoError } from '../../src/engine/errors';

/** Tasks whose weights are in `models/ntm-copy`, by the names of their folders. */
export type TaskName = 'copy' | 'repeat-copy' | 'associative-recall' | 'dynamic-ngrams' | 'priority-sort';

/** Rows of bits, 0 or 1, or of probabilities. */
export type Bits = readonly (readonly number[])[];

/** What is fed and what is asked for, as `training/ntm-copy/tasks.py` makes it. */
export interface Sequence {
  readonly task: TaskName;
  /** [steps, channels]: bits, then marks; zeros while it answers */
  readonly rows: readonly (readonly number[])[];
  /** The step at which what is to be remembered ends. */
  readonly split: number;
  /** The first step whose reading is shown: `split`, unless there is something to answer while it is still fed. */
  readonly readFrom: number;
  /** The first step whose output counts. */
  readonly answersFrom: number;
  /** What those steps should put out, [answers, bits]. */
  readonly target: Bits;
  /** Priorities of those rows, highest first, where the task is to sort. */
  readonly order?: readonly number[];
}

/** How many bits of which kind a task takes. */
export interface Limits {
  /** Bits in a row. */
  readonly width: number;
  /** What is counted, and how many rows make one of it. */
  readonly unit: string;
  readonly rowsEach: number;
  readonly least: number;
  readonly most: number;
}

/** The sign of one memory cell is turned just before a step; without a column, of the whole row. */
export interface Flip {
  readonly step: number;
  readonly location: number;
  readonly column?: number;
}

export const touches = (flip: Flip, location: number, column: number): boolean =>
  flip.location === location && (flip.column === undefined || flip.column === column);

/** @throws DemoError `input`, saying what is allowed */
export function checkBits(bits: unknown, { width, unit, rowsEach, least, most }: Limits): Bits {
  const of = rowsEach === 1 ? '' : ` of ${rowsEach} rows`;
  const bit = width === 1 ? 'one bit' : `${width} bits`;
  const wrong = (found: string) =>
    new DemoError('input', `It takes ${least} to ${most} ${unit}${of} of ${bit}, each 0 or 1; ${found}.`, found);
  if (!Array.isArray(bits)) throw wrong('this is no list of rows');
  if (bits.length < least * rowsEach || bits.length > most * rowsEach || bits.length % rowsEach > 0)
    throw wrong(`here are ${bits.length} rows`);
  for (const [index, row] of bits.entries()) {
    if (!Array.isArray(row) || row.length !== width)
      throw wrong(`row ${index + 1} has ${Array.isArray(row) ? row.length : 'no'} bits`);
    if (!row.every((bit) => bit === 0 || bit === 1)) throw wrong(`row ${index + 1} holds something else`);
  }
  return bits as Bits;
}

/** Whole numbers of 32 bits that a seed repeats (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

/** Fair coin tosses that a seed repeats. */
export function randomBits(length: number, seed: number, width = 8): Bits {
  const next = randomNumbers(seed);
  return Array.from({ length }, () => Array.from({ length: width }, () => next() >>> 31));
}

/** Two hexadecimal digits a row, the first bit highest. */
export const writeBits = (bits: Bits): string =>
  bits.map((row) => Number.parseInt(row.join(''), 2).toString(16).padStart(2, '0')).join('');

/** @throws DemoError `input` */
export function readBits(text: string, limits: Limits): Bits {
  if (!/^([0-9a-f]{2})+$/i.test(text))
    throw new DemoError('input', 'Bits are written as two hexadecimal digits a row, such as ff00a5.', 'bits');
  const rows = text.match(/../g) ?? [];
  const bitsOf = (row: string) => Number.parseInt(row, 16).toString(2).padStart(limits.width, '0');
  return checkBits(
    rows.map((row) => Array.from(bitsOf(row), Number)),
    limits,
  );
}

export const writeFlips = (flips: readonly Flip[]): string =>
  flips.map(({ step, location, column }) => [step, location, column ?? []].flat().join('-')).join('.');

/** With one more flip, or without it if it is among them. */
export function toggled(flips: readonly Flip[], flip: Flip): readonly Flip[] {
  const written = writeFlips([flip]);
  const others = flips.filter((other) => writeFlips([other]) !== written);
  return others.length < flips.length ? others : [...others, flip];
}

/** @throws DemoError `input` */
export function readFlips(text: string): Flip[] {
  if (!text) return [];
  if (!/^\d+-\d+(-\d+)?(\.\d+-\d+(-\d+)?)*$/.test(text))
    throw new DemoError(
      'input',
      'Flips are written as step-row-column or step-row, joined by dots, such as 30-8-4.',
      'flips',
    );
  return text.split('.').map((flip) => {
    const [step, location, column] = flip.split('-').map(Number) as [number, number, number?];
    return { step, location, ...(column !== undefined && { column }) };
  });
}

export const flipBit = (bits: Bits, row: number, bit: number): Bits =>
  bits.map((old, index) => (index === row ? old.with(bit, 1 - (old[bit] as number)) : old));

/** A probability as the bit it is taken for. */
export const rounded = (probability: number): number => (probability > 0.5 ? 1 : 0);

/** Wrong bits in the answers up to and without row `until`, after rounding. */
export function wrongBits(output: Bits, target: Bits, until = target.length): number {
  let wrong = 0;
  for (let row = 0; row < until; row++)
    for (const [bit, asked] of (target[row] as readonly number[]).entries())
      if (rounded(output[row]?.[bit] as number) !== asked) wrong++;
  return wrong;
}
