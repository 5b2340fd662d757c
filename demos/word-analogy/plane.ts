import { combine, dot, unit } from './vectors';

/** A plane through a space of many dimensions: an origin and two axes of length one, at right angles. */
export interface Plane {
  readonly origin: Float32Array;
  readonly right: Float32Array;
  readonly up: Float32Array;
}

/** Where a vector's shadow falls in the plane. */
export function project({ origin, right, up }: Plane, vector: Float32Array): { x: number; y: number } {
  const offset = combine([
    [1, vector],
    [-1, origin],
  ]);
  return { x: dot(offset, right), y: dot(offset, up) };
}

export function mean(vectors: readonly Float32Array[]): Float32Array {
  return combine(vectors.map((vector) => [1 / vectors.length, vector] as const));
}

/**
 * The plane nearest to a question's words: the two main directions of its corners. A projection keeps parallels
 * parallel, so b − a + c still closes a parallelogram in it. Turned so that a → c points right and a → b up.
 */
export function questionPlane(a: Float32Array, b: Float32Array, c: Float32Array, answer: Float32Array): Plane {
  const corners = [a, b, c, answer];
  const origin = mean(corners);
  const spread = corners.map((corner) => difference(corner, origin));
  const first = mainDirection(spread);
  const second = mainDirection(spread.map((row) => without(row, first)));
  const [across, along] = [difference(c, a), difference(b, a)];
  const swapped = Math.abs(dot(across, second)) > Math.abs(dot(across, first));
  const [right, up] = swapped ? [second, first] : [first, second];
  return { origin, right: facing(right, across), up: facing(up, along) };
}

/**
 * The plane that shows what pairs share. Up is the main direction of their differences, taken about nought and not
 * about their mean, since the mean is what they share; right is the direction in which the pairs' midpoints spread most,
 * among those at right angles to it.
 */
export function differencePlane(starts: readonly Float32Array[], ends: readonly Float32Array[]): Plane {
  const differences = ends.map((end, i) => difference(end, starts[i] as Float32Array));
  const up = facing(mainDirection(differences), mean(differences));
  const middles = starts.map((start, i) => mean([start, ends[i] as Float32Array]));
  const origin = mean(middles);
  const right = mainDirection(middles.map((middle) => without(difference(middle, origin), up)));
  return { origin, right: without(right, up), up };
}

/** Part of the differences' squared length that lies along a direction, 0 to 1. */
export function shareAlong(direction: Float32Array, differences: readonly Float32Array[]): number {
  const along = differences.reduce((sum, row) => sum + dot(row, direction) ** 2, 0);
  const all = differences.reduce((sum, row) => sum + dot(row, row), 0);
  return all > 0 ? along / all : 0;
}

export const difference = (to: Float32Array, from: Float32Array): Float32Array =>
  combine([
    [1, to],
    [-1, from],
  ]);

const without = (vector: Float32Array, direction: Float32Array): Float32Array =>
  combine([
    [1, vector],
    [-dot(vector, direction), direction],
  ]);

const facing = (direction: Float32Array, towards: Float32Array): Float32Array =>
  dot(direction, towards) < 0 ? direction.map((value) => -value) : direction;

/** Enough for any two directions that an eye could tell apart. */
const ITERATIONS = 300;

/**
 * The direction along which the squares of the rows' products sum to most: their first principal direction, about
 * nought. By power iteration on the small matrix of the rows' products with each other, from a fixed start.
 * Of length nought where all rows are.
 */
function mainDirection(rows: readonly Float32Array[]): Float32Array {
  const products = rows.map((one) => rows.map((other) => dot(one, other)));
  let weights = rows.map((_, i) => 1 + i / rows.length);
  for (let n = 0; n < ITERATIONS; n++) {
    const next = products.map((row) => row.reduce((sum, value, i) => sum + value * (weights[i] as number), 0));
    const length = Math.hypot(...next);
    if (length === 0) break;
    weights = next.map((value) => value / length);
  }
  return unit(combine(rows.map((row, i) => [weights[i] as number, row] as const)));
}
