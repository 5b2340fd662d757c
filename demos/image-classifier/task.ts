/** Pixels a side of what the network sees; every picture is squeezed into that square. */
export const SIDE_PX = 224;

/** Grey that the network's normalisation turns into zero. */
const GREY = 127;

/** A page shows five bars; maps for more would only cost time. */
export const MAPPED_CLASSES = 5;

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

/** One picture to be judged. */
export interface ClassifierInput {
  readonly picture: RawPicture;
  readonly square: Square;
  /** How many classes to give, best first. */
  readonly top: number;
  /** Whether to map the evidence for the best of them, as many as `MAPPED_CLASSES`. */
  readonly heat: boolean;
  /** Classes whose probabilities are wanted whatever their rank. */
  readonly among?: readonly number[];
}

export interface ClassResult {
  /** 0 to 999, in the order of ILSVRC. */
  readonly index: number;
  readonly wordnetId: string;
  readonly label: string;
  readonly probability: number;
  /** [7, 7]: class activation (Zhou et al., 2016); positive speaks for the class. */
  readonly heat?: readonly number[];
}

export interface Classification {
  readonly classes: readonly ClassResult[];
  /** Probabilities of the classes asked for by `among`, in that order. */
  readonly among?: readonly number[];
}

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

/** Moves a square so that its centre stays in the picture. */
export function moveSquare(square: Square, dx: number, dy: number): Square {
  const inside = (value: number) => Math.round(Math.min(SIDE_PX, Math.max(0, value)));
  return { ...square, x: inside(square.x + dx), y: inside(square.y + dy) };
}

/** The indices of the `count` largest values, largest first; ties go to the lower index. */
export function topIndices(values: ArrayLike<number>, count: number): number[] {
  return Array.from(values, (_, index) => index)
    .sort((a, b) => (values[b] as number) - (values[a] as number) || a - b)
    .slice(0, count);
}
