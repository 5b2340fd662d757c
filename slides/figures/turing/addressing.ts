/** How a head of a neural Turing machine finds its place: the four steps of Graves et al. (2014, section 3.3). */

/** One weight a memory location, not negative, adding up to 1. */
export type Weighting = readonly number[];

const norm = (vector: readonly number[]) => Math.hypot(...vector);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Cosine of the angle between two vectors (equation 6); the paper's similarity. */
export function cosine(a: readonly number[], b: readonly number[]): number {
  return sum(a.map((value, index) => value * (b[index] ?? 0))) / (norm(a) * norm(b));
}

/** By content: softmax of the key's similarity to each location, times its strength β (equation 5). */
export function byContent(memory: readonly (readonly number[])[], key: readonly number[], strength: number): number[] {
  const powers = memory.map((row) => Math.exp(strength * cosine(row, key)));
  return powers.map((power) => power / sum(powers));
}

/** Gate: g of the weighting by content, 1 − g of the one before (equation 7). */
export function interpolate(content: Weighting, before: Weighting, gate: number): number[] {
  return content.map((weight, index) => gate * weight + (1 - gate) * (before[index] ?? 0));
}

/** Shift: circular convolution with a distribution over −1, 0 and +1 locations (equation 8). */
export function shift(weighting: Weighting, shifts: readonly [back: number, stay: number, on: number]): number[] {
  const { length } = weighting;
  const at = (index: number) => weighting[(index + length) % length] ?? 0;
  return weighting.map((weight, index) => at(index + 1) * shifts[0] + weight * shifts[1] + at(index - 1) * shifts[2]);
}

/** Sharpen: each weight to the power γ ≥ 1, and made to add up to 1 again (equation 9). */
export function sharpen(weighting: Weighting, power: number): number[] {
  const raised = weighting.map((weight) => weight ** power);
  return raised.map((weight) => weight / sum(raised));
}
