/** The part of a line that one resampled pixel sees: `weights[i]` belongs to pixel `first + i`; they sum to 1. */
interface Window {
  readonly first: number;
  readonly weights: readonly number[];
}

/**
 * Squeezes a picture into a square, laid on white, as `training/common/picture.py` does, number for number.
 *
 * Bicubic (Keys, 1981, a = -0.5), its window widened by the reduction so that a large picture does not alias. A canvas
 * would be quicker and different in each browser, and probabilities would differ with it by several per cent.
 *
 * @param rgba straight RGBA, [height, width, 4]
 * @returns [sidePx, sidePx, 3], 0 to 255, not rounded; the aspect ratio is not kept
 * @throws RangeError if `rgba` is not width × height pixels, or a side is not a positive whole number
 */
export function resample(rgba: Uint8ClampedArray, width: number, height: number, sidePx: number): Float32Array {
  for (const side of [width, height, sidePx])
    if (!(Number.isInteger(side) && side > 0)) throw new RangeError(`a picture has no side of ${side} pixels`);
  if (rgba.length !== 4 * width * height)
    throw new RangeError(`${rgba.length} values are not ${width} × ${height} RGBA pixels`);
  const narrow = squeezeRows(rgba, width, height, windows(width, sidePx));
  return squeezeColumns(narrow, sidePx, windows(height, sidePx));
}

/** @returns [height, columns.length, 3], overshoot not yet cut off */
function squeezeRows(rgba: Uint8ClampedArray, width: number, height: number, columns: readonly Window[]): Float32Array {
  const out = new Float32Array(height * columns.length * 3);
  const row = new Float32Array(width * 3);
  let at = 0;
  for (let y = 0; y < height; y++) {
    layOnWhite(rgba, y * width * 4, row);
    for (const { first, weights } of columns) {
      let red = 0;
      let green = 0;
      let blue = 0;
      let from = first * 3;
      for (const weight of weights) {
        red += weight * (row[from++] as number);
        green += weight * (row[from++] as number);
        blue += weight * (row[from++] as number);
      }
      out[at++] = red;
      out[at++] = green;
      out[at++] = blue;
    }
  }
  return out;
}

/**
 * Fills `row` [width, 3] from the RGBA pixels that begin at `from`. White shows through as a canvas has it, which
 * multiplies by alpha in whole numbers first.
 */
function layOnWhite(rgba: Uint8ClampedArray, from: number, row: Float32Array): void {
  for (let to = 0; to < row.length; from += 4) {
    const alpha = rgba[from + 3] as number;
    const white = 255 - alpha;
    row[to++] = Math.round(((rgba[from] as number) * alpha) / 255) + white;
    row[to++] = Math.round(((rgba[from + 1] as number) * alpha) / 255) + white;
    row[to++] = Math.round(((rgba[from + 2] as number) * alpha) / 255) + white;
  }
}

/** @param pixels [height, width, 3] @returns [rows.length, width, 3], within 0 to 255 */
function squeezeColumns(pixels: Float32Array, width: number, rows: readonly Window[]): Float32Array {
  const stride = width * 3;
  const out = new Float32Array(rows.length * stride);
  rows.forEach(({ first, weights }, y) => {
    for (let x = 0; x < stride; x++) {
      let sum = 0;
      let from = first * stride + x;
      for (const weight of weights) {
        sum += weight * (pixels[from] as number);
        from += stride;
      }
      out[y * stride + x] = Math.min(255, Math.max(0, sum));
    }
  });
  return out;
}

/** Which pixels of a line of `size` go into each of `sidePx`, and how much. */
function windows(size: number, sidePx: number): Window[] {
  const scale = size / sidePx;
  const stretch = Math.max(scale, 1);
  return Array.from({ length: sidePx }, (_, i) => {
    const centre = (i + 0.5) * scale;
    const first = Math.max(0, Math.ceil(centre - 2 * stretch - 0.5));
    const last = Math.min(size - 1, Math.floor(centre + 2 * stretch - 0.5));
    const weights = Array.from({ length: last - first + 1 }, (_, j) => cubic((first + j + 0.5 - centre) / stretch));
    const sum = weights.reduce((a, b) => a + b, 0);
    return { first, weights: weights.map((weight) => weight / sum) };
  });
}

/** The convolution kernel of Keys (1981), section III, with a = -0.5; zero from 2 outwards. */
function cubic(x: number): number {
  const d = Math.abs(x);
  if (d < 1) return (1.5 * d - 2.5) * d * d + 1;
  return d < 2 ? ((-0.5 * d + 2.5) * d - 4) * d + 2 : 0;
}
