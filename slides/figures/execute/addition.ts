/** Adding by hand, digit by digit, by someone who may forget to carry. */

export interface Sum {
  /** Digits of the result, highest first. */
  readonly digits: readonly number[];
  /** What is carried into each of those places: 0 or 1. */
  readonly carries: readonly number[];
}

/**
 * The sum of two whole numbers; carries into the places of `forgotten` (0 for ones, 1 for tens, …) are lost. Throws a
 * RangeError on a negative number or a fraction.
 */
export function add(a: number, b: number, forgotten: readonly number[] = []): Sum {
  for (const term of [a, b]) {
    if (!Number.isInteger(term) || term < 0) throw new RangeError(`${term} has no digits to add by hand`);
  }
  const [left, right] = [a, b].map((term) => [...String(term)].reverse().map(Number)) as [number[], number[]];
  const digits: number[] = [];
  const carries: number[] = [];
  for (let place = 0, carry = 0; place < Math.max(left.length, right.length) || carry > 0; place++) {
    if (forgotten.includes(place)) carry = 0;
    const total = (left[place] ?? 0) + (right[place] ?? 0) + carry;
    carries.unshift(carry);
    digits.unshift(total % 10);
    carry = Math.floor(total / 10);
  }
  return { digits, carries };
}
