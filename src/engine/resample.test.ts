import { describe, expect, it } from 'vitest';
import { resample } from './resample';
import golden from './resample.golden.json';

/** Of 255; what is left between sums in float32 and in float64. */
const TOLERANCE = 1e-3;

describe('resample', () => {
  it.each(golden.cases)('agrees with training/common/picture.py: $name', (example) => {
    const rgba = new Uint8ClampedArray(Buffer.from(example.rgbaBase64, 'base64'));
    const pixels = resample(rgba, example.width, example.height, example.sidePx);
    expect(pixels.length).toBe(example.pixels.length);
    const differences = example.pixels.map((expected, i) => Math.abs(expected - (pixels[i] as number)));
    expect(Math.max(...differences)).toBeLessThanOrEqual(TOLERANCE);
  });

  it('has goldens that are cut off at black and at white', () => {
    const values = golden.cases.flatMap(({ pixels }) => pixels);
    expect(Math.min(...values)).toBe(0);
    expect(Math.max(...values)).toBe(255);
  });

  it('keeps an even colour even, however far it is squeezed', () => {
    const rgba = new Uint8ClampedArray(4 * 301 * 7).map((_, i) => [12, 130, 251, 255][i % 4] as number);
    const pixels = resample(rgba, 301, 7, 9);
    pixels.forEach((value, i) => {
      expect(value).toBeCloseTo([12, 130, 251][i % 3] as number, 4);
    });
  });

  it('refuses pixels that are not the picture', () => {
    expect(() => resample(new Uint8ClampedArray(4), 2, 1, 3)).toThrow(RangeError);
    expect(() => resample(new Uint8ClampedArray(0), 0, 0, 3)).toThrow(RangeError);
    expect(() => resample(new Uint8ClampedArray(4), 1, 1, 0)).toThrow(RangeError);
  });
});
