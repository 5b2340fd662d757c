/**
 * Exponential and logarithm from additions, multiplications and divisions alone.
 *
 * Browsers disagree in the last digit of `Math.exp`, and of a training run a last digit makes another run. Sums and
 * products are exact to the bit everywhere, so with these a seed learns the same way in every browser.
 */

/** ln 2 in two parts: the first has zeros enough at its end for a product with a small whole number to be exact. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

/** Beyond this an exponential is as good as nothing, or as good as endless. */
const MOST = 700;
const LEAST_POWER = -1022;
const POWERS = powersOfTwo();

function powersOfTwo(): Float64Array {
  const powers = new Float64Array(2 * 1023);
  powers[-LEAST_POWER] = 1;
  for (let power = 1; power < 1023; power++) {
    powers[power - LEAST_POWER] = 2 * (powers[power - 1 - LEAST_POWER] as number);
    powers[-power - LEAST_POWER] = 0.5 * (powers[1 - power - LEAST_POWER] as number);
  }
  return powers;
}

/** e to the x, to within 1e-11 of itself; x is taken to lie in -700 to 700. */
export function exp(x: number): number {
  const within = Math.max(-MOST, Math.min(MOST, x));
  const power = Math.floor(within * Math.LOG2E + 0.5);
  const r = within - power * LN2_HIGH - power * LN2_LOW; // at most ln 2 / 2
  const r2 = r * r;
  const r4 = r2 * r2;
  // The series up to the ninth power, in pairs: they need not wait for one another.
  const low = 1 + r + r2 * (1 / 2 + r / 6);
  const middle = 1 / 24 + r / 120 + r2 * (1 / 720 + r / 5040);
  const high = 1 / 40320 + r / 362880;
  return (low + r4 * (middle + r4 * high)) * (POWERS[power - LEAST_POWER] as number);
}

const double = new Float64Array(1);
const halves = new Uint32Array(double.buffer);
/** Where the sign and the exponent lie. */
const TOP = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 1 : 0;

/** Natural logarithm of a positive number, to within 1e-11 of what it is or of 1. */
export function log(x: number): number {
  double[0] = x;
  const top = halves[TOP] as number;
  let exponent = (top >>> 20) - 1023;
  halves[TOP] = (top & 0xfffff) | 0x3ff00000;
  let mantissa = double[0];
  if (mantissa > Math.SQRT2) {
    mantissa *= 0.5;
    exponent += 1;
  }
  const s = (mantissa - 1) / (mantissa + 1); // at most 0.172
  const s2 = s * s;
  const s4 = s2 * s2;
  const low = 1 + s2 / 3 + s4 * (1 / 5 + s2 / 7);
  const high = 1 / 9 + s2 / 11 + s4 * (1 / 13);
  return exponent * Math.LN2 + 2 * s * (low + s4 * s4 * high);
}

export const sigmoid = (x: number): number => 1 / (1 + exp(-x));

export const tanh = (x: number): number => 1 - 2 / (exp(2 * x) + 1);

/** ln(1 + e^x) */
export const softplus = (x: number): number => Math.max(x, 0) + log(1 + exp(-Math.abs(x)));
