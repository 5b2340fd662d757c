/** Four small filters that people have known for decades: three for edges and one that sharpens. */
import { type Grid, gridOf } from './grid.ts';

const reach = 2;

export interface Filter {
  readonly name: string;
  /** 5 × 5 weights. */
  readonly kernel: Grid;
  /** Size of the largest weight. */
  readonly largest: number;
}

/** Weights by their place `right` and `down` of the middle, faded out by a Gaussian window. */
function filter(name: string, weight: (right: number, down: number) => number): Filter {
  const kernel = gridOf(5, 5, (row, column) => {
    const [down, right] = [row - reach, column - reach];
    return weight(right, down) * Math.exp(-(right ** 2 + down ** 2) / 4);
  });
  return { name, kernel, largest: Math.max(...kernel.flat().map(Math.abs)) };
}

/** Positive in the middle, a little at its neighbours, negative around. */
function sharpening(distance: number): number {
  if (distance < 1) return 7 / 2.2;
  return (distance < 1.7 ? 0.6 : -1) / 2.2;
}

export const fallingEdge = filter('edge, falling', (right, down) => (right + down) / 1.4);
export const levelEdge = filter('edge, top to bottom', (_, down) => down);
export const uprightEdge = filter('edge, left to right', (right) => right);
export const risingEdge = filter('edge, rising', (right, down) => (right - down) / 1.4);
export const sharpen = filter('sharpen', (right, down) => sharpening(Math.hypot(right, down)));
