/** Examples of the five tasks of Graves et al. (2014, section 4), as bits. A vector is one time step. */
import { integer, type Random } from '../kit/random.ts';

export type Bits = readonly number[];

/** Random vectors of `width` bits. */
export function vectors(random: Random, count: number, width: number): Bits[] {
  return Array.from({ length: count }, () => Array.from({ length: width }, () => integer(random, 0, 1)));
}

/** The vectors, over and over. */
export function repeated(sequence: readonly Bits[], times: number): Bits[] {
  return Array.from({ length: times }, () => sequence).flat();
}

export interface Recall {
  /** Items in order, each of a few vectors. */
  readonly items: readonly (readonly Bits[])[];
  /** Which of them is shown again; the answer is the item after it. */
  readonly asked: number;
  readonly answer: readonly Bits[];
}

/** Items of `length` vectors; one that is not the last is asked for. Throws a RangeError below two items. */
export function recall(random: Random, count: number, length: number, width: number): Recall {
  if (count < 2) throw new RangeError(`${count} items leave none to answer with`);
  const items = Array.from({ length: count }, () => vectors(random, length, width));
  const asked = integer(random, 0, count - 2);
  return { items, asked, answer: items[asked + 1] ?? [] };
}

export interface Grams {
  readonly bits: Bits;
  /** The best possible forecast of each bit, made before it is seen: the chance that it is 1. */
  readonly forecast: readonly number[];
}

/**
 * Bits that follow a random table: the chance of a 1 after each context of `context` bits is drawn from Beta(½, ½). The
 * forecast is the optimal one, (N₁ + ½) / (N₀ + N₁ + 1) on the counts so far in the same context.
 */
export function grams(random: Random, count: number, context: number): Grams {
  const table = Array.from({ length: 2 ** context }, () => Math.sin((Math.PI / 2) * random()) ** 2);
  const seen = table.map(() => [0, 0] as [number, number]);
  const bits = Array.from({ length: Math.min(context, count) }, () => integer(random, 0, 1));
  const forecast = bits.map(() => 0.5);
  while (bits.length < count) {
    const now = bits.slice(bits.length - context).reduce((code, bit) => code * 2 + bit, 0);
    const [zeros, ones] = seen[now] as [number, number];
    const bit = random() < (table[now] ?? 0) ? 1 : 0;
    forecast.push((ones + 0.5) / (zeros + ones + 1));
    bits.push(bit);
    seen[now] = [zeros + (1 - bit), ones + bit];
  }
  return { bits, forecast };
}

export interface Sort {
  readonly input: readonly { readonly bits: Bits; readonly priority: number }[];
  /** The first of them by priority, the highest first. */
  readonly output: readonly Bits[];
}

/** `count` vectors with priorities from −1 to 1, of which the `kept` highest are to come out in order. */
export function prioritySort(random: Random, count: number, kept: number, width: number): Sort {
  const input = vectors(random, count, width).map((bits) => ({ bits, priority: 2 * random() - 1 }));
  const sorted = [...input].sort((a, b) => b.priority - a.priority);
  return { input, output: sorted.slice(0, kept).map(({ bits }) => bits) };
}
