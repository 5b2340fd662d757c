import { describe, expect, it } from 'vitest';
import { HEIGHT, observe, SIDE, WIDTH } from './observation';
import { COLOURS, luminances, turnedPalette } from './palette';

const grey = Uint8Array.from({ length: COLOURS }, (_, index) => index);
const flat = (value: number) => new Uint8Array(WIDTH * HEIGHT).fill(value);

/** The same by another way: every cell as a mean over pixels cut into 84 × 84 parts. */
function slow(picture: Uint8Array, row: number, column: number): number {
  let sum = 0;
  for (let y = row * 164; y < (row + 1) * 164; y++)
    for (let x = column * 160; x < (column + 1) * 160; x++)
      sum += picture[(28 + Math.floor(y / SIDE)) * WIDTH + Math.floor(x / SIDE)] as number;
  return Math.floor(sum / (160 * 164));
}

describe('an observation', () => {
  it('of one grey is that grey', () => {
    expect(new Set(observe(flat(100), flat(100), grey))).toEqual(new Set([100]));
  });
  it('leaves the score’s rows out', () => {
    const score = flat(0);
    score.fill(127, 0, 28 * WIDTH);
    expect(Math.max(...observe(score, score, grey))).toBe(0);
  });
  it('takes the brighter of both frames', () => {
    const [one, two] = [flat(3), flat(5)];
    one[100 * WIDTH + 80] = 90;
    const seen = observe(one, two, grey);
    expect(Math.max(...seen)).toBeGreaterThan(5);
    expect(Math.min(...seen)).toBe(5);
  });
  it('averages over areas, exactly', () => {
    const picture = flat(0).map((_, at) => (at * 2654435761) >>> 25);
    const seen = observe(picture, picture, grey);
    for (const [row, column] of [
      [0, 0],
      [0, 83],
      [41, 17],
      [83, 0],
      [83, 83],
    ] as const)
      expect(seen[row * SIDE + column]).toBe(slow(picture, row, column));
  });
});

describe('the palette', () => {
  const own = turnedPalette(0);
  it('comes back after a full turn', () => {
    expect(turnedPalette(360)).toEqual(own);
  });
  it('makes a white ball blue, as bright to a person’s eye, a ninth as bright to a grey one', () => {
    const white = 7;
    const level = own[3 * white] as number;
    expect([...turnedPalette(240).slice(3 * white, 3 * white + 3)]).toEqual([0, 0, level]);
    expect(luminances(turnedPalette(240))[white]).toBe((29 * level) >> 8);
    expect([...turnedPalette(240).slice(0, 3)]).toEqual([0, 0, 0]);
  });
  it('turns red to green, and so changes how bright it is to a grey eye', () => {
    const red = 3 * 35;
    const [r, g, b] = own.slice(red, red + 3);
    expect(r).toBeGreaterThan(Math.max(g as number, b as number));
    const [r2, g2, b2] = turnedPalette(120).slice(red, red + 3);
    expect([g2, b2, r2].map(Number)).toEqual([r, g, b].map((value) => expect.closeTo(value as number, -0.5)));
    expect(luminances(turnedPalette(120))[35]).toBeGreaterThan(luminances(own)[35] as number);
  });
});
