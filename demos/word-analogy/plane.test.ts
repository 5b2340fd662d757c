import { describe, expect, it } from 'vitest';
import { difference, differencePlane, project, questionPlane, shareAlong } from './plane';
import { dot } from './vectors';

const vector = (...values: number[]) => Float32Array.from(values);
const a = vector(1, 0, 0, 0.2);
const b = vector(0.1, 1, 0, 0.1);
const c = vector(0.9, 0.1, 0.8, 0);

describe('questionPlane', () => {
  const sum = vector(0, 1.1, 0.8, -0.1);
  const plane = questionPlane(a, b, c, sum);
  const [pa, pb, pc, ps] = [a, b, c, sum].map((corner) => project(plane, corner)) as [Point, Point, Point, Point];

  it('has axes of length one at right angles', () => {
    expect(dot(plane.right, plane.right)).toBeCloseTo(1, 5);
    expect(dot(plane.up, plane.up)).toBeCloseTo(1, 5);
    expect(dot(plane.right, plane.up)).toBeCloseTo(0, 5);
  });
  it('keeps the parallelogram, a → c to the right and a → b upwards', () => {
    expect(ps.x).toBeCloseTo(pb.x - pa.x + pc.x, 5);
    expect(ps.y).toBeCloseTo(pb.y - pa.y + pc.y, 5);
    expect(pc.x).toBeGreaterThan(pa.x);
    expect(pb.y).toBeGreaterThan(pa.y);
  });
  it('stands a word asked thrice on itself', () => {
    const flat = questionPlane(a, a, a, a);
    expect(project(flat, a)).toEqual({ x: 0, y: 0 });
  });
});

describe('differencePlane', () => {
  const starts = [vector(0, 0, 1, 0), vector(1, 0, 0, 0), vector(2, 0.1, 0, 0)];
  const ends = [vector(0, 1, 1, 0.1), vector(1, 1, 0, -0.1), vector(2, 1.1, 0, 0)];
  const plane = differencePlane(starts, ends);
  const steps = ends.map((end, i) => difference(end, starts[i] as Float32Array));

  it('points up along what the pairs share', () => {
    expect(plane.up[1]).toBeCloseTo(1, 1);
    expect(shareAlong(plane.up, steps)).toBeGreaterThan(0.98);
  });
  it('spreads the pairs to the side at right angles to that', () => {
    expect(dot(plane.right, plane.up)).toBeCloseTo(0, 5);
    expect(Math.abs(plane.right[0] as number)).toBeGreaterThan(0.8);
  });
  it('has no share where there are no differences', () => {
    expect(shareAlong(plane.up, [vector(0, 0, 0, 0)])).toBe(0);
  });
});

type Point = { x: number; y: number };
