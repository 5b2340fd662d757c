import { describe, expect, it } from 'vitest';
import { curvePath, place, share, shareHere } from './chart';

const curve = { lengths: [1, 60, 120], ntm: [0, 0, 9.6], lstm: [2, 240, 480] };
const area = { left: 40, top: 30, width: 119, height: 100 };

describe('shares of wrong bits', () => {
  it('are per cent of all bits of the sequence', () => {
    expect(share(curve, 'ntm', 2)).toBeCloseTo(1);
    expect(share(curve, 'lstm', 0)).toBeCloseTo(25);
    expect(shareHere([[0, 0, 0, 0, 1, 1, 1, 1]], [[0, 0, 0, 0, 0, 0, 1, 1]])).toBe(25);
  });
});

describe('the chart', () => {
  it('has length 1 at its left, 120 at its right, none wrong at its foot, half at its top', () => {
    expect(place(area, 1, 0)).toEqual({ x: 40, y: 130 });
    expect(place(area, 120, 50)).toEqual({ x: 159, y: 30 });
    expect(place(area, 120, 80).y).toBe(30);
  });
  it('draws a point for every length', () => {
    expect(curvePath(area, curve, 'lstm')).toBe('M40.0 80.0L99.0 30.0L159.0 30.0');
  });
});
