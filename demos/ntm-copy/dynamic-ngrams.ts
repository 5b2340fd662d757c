import { type Bits, randomNumbers } from './task';

/** A source looks at so many bits to choose the next. */
export const CONTEXT = 5;

/**
 * Bits of a random source (Graves et al., 2014, section 4.4): for each context of five bits a chance of a 1 of its own,
 * drawn from Beta(1/2, 1/2), so that most contexts lean to one side. The first five bits are coin tosses.
 * @param seed of the source and of its bits
 */
export function ngramBits(length: number, seed: number): Bits {
  const next = randomNumbers(seed);
  const even = () => next() / 2 ** 32;
  // The arcsine law: sin² of an even angle is Beta(1/2, 1/2).
  const table = Array.from({ length: 2 ** CONTEXT }, () => Math.sin((even() * Math.PI) / 2) ** 2);
  const bits: number[] = [];
  for (let at = 0; at < length; at++) {
    const chance = at < CONTEXT ? 0.5 : (table[contextAt(bits, at)] as number);
    bits.push(even() < chance ? 1 : 0);
  }
  return bits.map((bit) => [bit]);
}

/** The five bits before a place as one number. */
const contextAt = (bits: readonly number[], at: number): number =>
  bits.slice(at - CONTEXT, at).reduce((context, bit) => 2 * context + bit, 0);

/**
 * What the best possible estimator says of every bit from the sixth on (section 4.4, equation 10): the chance of a 1 is
 * (N1 + 1/2) / (N0 + N1 + 1), where N counts what has come so far after the same five bits.
 * @returns chances of a 1, a row each
 */
export function bestChances(bits: Bits): Bits {
  const flat = bits.map(([bit]) => bit as number);
  const counts = Array.from({ length: 2 ** CONTEXT }, () => [0, 0] as [number, number]);
  return flat.slice(CONTEXT).map((bit, index) => {
    const seen = counts[contextAt(flat, index + CONTEXT)] as [number, number];
    const chance = (seen[1] + 0.5) / (seen[0] + seen[1] + 1);
    seen[bit === 1 ? 1 : 0]++;
    return [chance];
  });
}

/**
 * What chances cost: how many bits a perfect code needs for what came, one bit each for a tossed coin.
 * @param until how many of them count
 */
export function costBits(chances: Bits, came: Bits, until = came.length): number {
  let cost = 0;
  for (let at = 0; at < until; at++) {
    const chance = chances[at]?.[0] as number;
    cost -= Math.log2(came[at]?.[0] === 1 ? chance : 1 - chance);
  }
  return cost;
}
