import { describe, expect, it } from 'vitest';
import { occlude, SIDE_PX } from './picture';

const white = () => new Float32Array(SIDE_PX * SIDE_PX * 3).fill(255);
const hidden = (pixels: Float32Array) => pixels.filter((value) => value === 127).length / 3;

describe('occlude', () => {
  it('hides a square and nothing else', () => {
    const pixels = white();
    const covered = occlude(pixels, { x: 100, y: 50, side: 20 });
    expect(hidden(covered)).toBe(20 * 20);
    expect(covered[3 * (50 * SIDE_PX + 100)]).toBe(127);
    expect(covered[3 * (50 * SIDE_PX + 111)]).toBe(255);
    expect(hidden(pixels)).toBe(0);
  });
  it('is cut off at the edge', () => {
    expect(hidden(occlude(white(), { x: 0, y: 0, side: 20 }))).toBe(10 * 10);
    expect(hidden(occlude(white(), { x: SIDE_PX, y: 100, side: 20 }))).toBe(10 * 20);
  });
  it('hides nothing with side 0', () => {
    expect(hidden(occlude(white(), { x: 112, y: 112, side: 0 }))).toBe(0);
  });
});
