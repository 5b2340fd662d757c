import { describe, expect, it } from 'vitest';
import { descend, landscape } from './landscape.ts';
import type { Point } from './svg.ts';

const surface = landscape(
  [
    { at: [1, 1], depth: 0.5, width: [0.5, 0.7] },
    { at: [3, 1], depth: 1, width: [0.6, 0.5] },
  ],
  [2, 1],
  0.05,
);

describe('landscape', () => {
  it.each<Point>([
    [0.3, 0.4],
    [1.8, 1.2],
    [3.1, 0.9],
  ])('has the gradient of its height at %d, %d', (...point) => {
    const step = 1e-5;
    const slope = (dx: number, dy: number) =>
      (surface.height([point[0] + dx, point[1] + dy]) - surface.height([point[0] - dx, point[1] - dy])) / (2 * step);
    const [dx, dy] = surface.gradient(point);
    expect(dx).toBeCloseTo(slope(step, 0), 6);
    expect(dy).toBeCloseTo(slope(0, step), 6);
  });
});

describe('descend', () => {
  it('goes down at every step and stops in the nearer valley, not the deeper one', () => {
    const heights = descend(surface, [0.4, 0.3], 0.1).map(surface.height);
    expect(heights.every((height, index) => index === 0 || height < (heights[index - 1] ?? 0))).toBe(true);
    const deep = surface.height(descend(surface, [3, 1], 0.1).at(-1) ?? [3, 1]);
    expect(heights.at(-1)).toBeGreaterThan(deep + 0.2);
  });
});
