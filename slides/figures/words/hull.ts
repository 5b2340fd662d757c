/** The outline of a set of points. */
import type { Point } from '../kit/svg.ts';

/** Twice the area of the triangle a, b, c; positive where c lies to the right of the way from a to b (y down: below). */
function turn(a: Point, b: Point, c: Point): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

/** The convex hull (Andrew's monotone chain), without points that lie on its sides; in order round the set. */
export function hull(points: readonly Point[]): Point[] {
  const sorted = points.toSorted(([x, y], [x2, y2]) => x - x2 || y - y2);
  const half = (order: readonly Point[]) => {
    const chain: Point[] = [];
    for (const next of order) {
      while (chain.length > 1 && turn(chain.at(-2) as Point, chain.at(-1) as Point, next) <= 0) chain.pop();
      chain.push(next);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.toReversed())];
}
