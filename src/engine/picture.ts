import { DemoError } from './errors';
import { resample } from './resample';

/** Pixels a side of what our ConvNet sees; every picture is squeezed into that square. */
export const SIDE_PX = 224;

/** Grey that the network's normalisation turns into zero. */
const GREY = 127;
const MEAN = 127;
const SCALE = 128;

/** A square that hides a part of the picture, in network pixels; `side` 0 hides nothing. */
export interface Square {
  readonly x: number;
  readonly y: number;
  readonly side: number;
}

/** A square picture as it was decoded. */
export interface RawPicture {
  /** The same number for the same pixels: what was made of them once is not made again. */
  readonly id: number;
  /** Straight RGBA, [sidePx, sidePx, 4] */
  readonly rgba: Uint8ClampedArray;
  readonly sidePx: number;
}

/** One picture, black, for a warm-up step. */
export const BLANK: RawPicture = { id: 0, rgba: new Uint8ClampedArray(4), sidePx: 1 };

export const NO_SQUARE: Square = { x: 0, y: 0, side: 0 };

/** The picture with the square painted over it; the original is not touched. */
export function occlude(pixels: Float32Array, square: Square): Float32Array {
  const half = square.side / 2;
  const edge = (value: number) => Math.min(SIDE_PX, Math.max(0, Math.round(value)));
  const [left, right] = [edge(square.x - half), edge(square.x + half)];
  const covered = pixels.slice();
  for (let y = edge(square.y - half); y < edge(square.y + half); y++)
    covered.fill(GREY, 3 * (y * SIDE_PX + left), 3 * (y * SIDE_PX + right));
  return covered;
}

/** From decoded pictures to what the network is given. Resizing takes longest, and is not done again while a square moves. */
export class PictureReader {
  #seen: { id: number; pixels: Float32Array } | undefined;

  /**
   * @returns [224, 224, 3], about -1 to 1; the caller's
   * @throws DemoError `input` if the pixels are no square
   */
  read(picture: RawPicture, square: Square): Float32Array {
    const whole = this.#pixelsOf(picture);
    const pixels = square.side > 0 ? occlude(whole, square) : whole;
    return pixels.map((value) => (value - MEAN) / SCALE);
  }

  forget(): void {
    this.#seen = undefined;
  }

  #pixelsOf({ id, rgba, sidePx }: RawPicture): Float32Array {
    if (this.#seen?.id === id) return this.#seen.pixels;
    if (rgba.length !== 4 * sidePx * sidePx)
      throw new DemoError('input', 'The picture is not a square of RGBA pixels.', `${rgba.length} values`);
    this.#seen = { id, pixels: resample(rgba, sidePx, sidePx, SIDE_PX) };
    return this.#seen.pixels;
  }
}
