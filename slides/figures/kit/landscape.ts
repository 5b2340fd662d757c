/** A landscape of error in two weights: a shallow bowl with Gaussian hollows, its exact gradient, and a walk downhill. */
import type { Point } from './svg.ts';

/** A Gaussian hollow (or, with negative depth, a hill). */
export interface Hollow {
  readonly at: Point;
  readonly depth: number;
  /** Standard deviations along x and y. */
  readonly width: Point;
}

export interface Landscape {
  readonly height: (point: Point) => number;
  readonly gradient: (point: Point) => Point;
}

/** The sum of a bowl `rise · |p − centre|²` and the hollows. */
export function landscape(hollows: readonly Hollow[], centre: Point, rise: number): Landscape {
  const pull = ({ at, depth, width }: Hollow, [x, y]: Point) =>
    depth * Math.exp(-((x - at[0]) ** 2) / (2 * width[0] ** 2) - (y - at[1]) ** 2 / (2 * width[1] ** 2));
  return {
    height: (point) =>
      rise * ((point[0] - centre[0]) ** 2 + (point[1] - centre[1]) ** 2) -
      hollows.reduce((sum, hollow) => sum + pull(hollow, point), 0),
    gradient: (point) =>
      hollows.reduce<Point>(
        ([dx, dy], hollow) => {
          const value = pull(hollow, point);
          return [
            dx + (value * (point[0] - hollow.at[0])) / hollow.width[0] ** 2,
            dy + (value * (point[1] - hollow.at[1])) / hollow.width[1] ** 2,
          ];
        },
        [2 * rise * (point[0] - centre[0]), 2 * rise * (point[1] - centre[1])],
      ),
  };
}

/** Gradient descent from `start` with a fixed step; ends when it hardly moves, or after `limit` steps. */
export function descend({ gradient }: Landscape, start: Point, step: number, limit = 500): Point[] {
  const path = [start];
  let point = start;
  for (let index = 0; index < limit; index++) {
    const [dx, dy] = gradient(point);
    if (Math.hypot(dx, dy) * step < 1e-3) break;
    point = [point[0] - step * dx, point[1] - step * dy];
    path.push(point);
  }
  return path;
}
