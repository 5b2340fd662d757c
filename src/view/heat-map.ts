import { contours } from 'd3-contour';
import { cividis } from './cividis';

/** Samples a side of the smooth field; the picture beneath is as large as it likes. */
const SIDE = 112;

/** The veil hides at most this much of the picture. */
const VEIL = 0.7;

export interface HeatMap {
  /** A veil to lay over the picture, SIDE × SIDE. */
  readonly image: ImageData;
  /** The line at half of the maximum, as an SVG path in a square of 224 × 224. */
  readonly contour: string;
}

/**
 * A coarse map of evidence as a veil over a picture: navy where the evidence is not, clear where it is, and one contour
 * at half of the maximum.
 * @param values [side, side] row by row; what is negative speaks against the class and counts as none
 */
export function heatMap(values: readonly number[]): HeatMap {
  const coarse = Math.round(Math.sqrt(values.length));
  const peak = Math.max(...values, Number.EPSILON);
  const field = smooth(
    values.map((value) => Math.max(0, value) / peak),
    coarse,
  );
  return { image: veil(field), contour: contourAtHalf(field) };
}

/** Bilinear between cell centres, eased so that the cells' corners do not show. */
function smooth(grid: readonly number[], coarse: number): Float64Array {
  const field = new Float64Array(SIDE * SIDE);
  const ease = (t: number) => t * t * (3 - 2 * t);
  const at = (row: number, column: number) => grid[row * coarse + column] as number;
  const place = (i: number) => {
    const x = Math.min(coarse - 1, Math.max(0, ((i + 0.5) * coarse) / SIDE - 0.5));
    const low = Math.min(coarse - 2, Math.floor(x));
    return { low, mix: ease(x - low) };
  };
  for (let y = 0; y < SIDE; y++) {
    const { low: r, mix: v } = place(y);
    for (let x = 0; x < SIDE; x++) {
      const { low: c, mix: u } = place(x);
      const top = at(r, c) * (1 - u) + at(r, c + 1) * u;
      const bottom = at(r + 1, c) * (1 - u) + at(r + 1, c + 1) * u;
      field[y * SIDE + x] = top * (1 - v) + bottom * v;
    }
  }
  return field;
}

function veil(field: Float64Array): ImageData {
  const image = new ImageData(SIDE, SIDE);
  field.forEach((value, i) => {
    const alpha = value < 0.5 ? VEIL - 1.2 * value : 0.1 + 0.6 * (value - 0.5);
    image.data.set([...cividis(value), 255 * alpha], 4 * i);
  });
  return image;
}

function contourAtHalf(field: Float64Array): string {
  const line = contours()
    .size([SIDE, SIDE])
    .contour(field as unknown as number[], 0.5);
  const scale = 224 / SIDE;
  const ring = (points: ReadonlyArray<readonly [number, number]>) =>
    `M${points.map(([x, y]) => `${(x * scale).toFixed(1)} ${(y * scale).toFixed(1)}`).join('L')}Z`;
  return line.coordinates.flat().map(ring).join('');
}
