/** Size of the picture, in its own pixels: twice as wide as high, almost. */
export const WIDTH = 160;
export const HEIGHT = 192;

/** Side of what the network sees, and how many of them it sees at once. */
export const SIDE = 84;
export const DEPTH = 4;
/** Frames from one decision to the next; the two last of them are looked at. */
export const SKIP = 4;

/** The score's rows are not shown to it. */
const FIRST_ROW = 28;
const ROWS = HEIGHT - FIRST_ROW;

/** For each cell of one axis: the first pixel that it overlaps, and by how many 84ths each. */
interface Overlap {
  readonly first: number;
  readonly weights: readonly number[];
}

const overlaps = (pixels: number): Overlap[] =>
  Array.from({ length: SIDE }, (_, cell) => {
    const [from, to] = [cell * pixels, (cell + 1) * pixels];
    const first = Math.floor(from / SIDE);
    const last = Math.floor((to - 1) / SIDE);
    const weights = Array.from({ length: last - first + 1 }, (_, index) => {
      const pixel = (first + index) * SIDE;
      return Math.min(pixel + SIDE, to) - Math.max(pixel, from);
    });
    return { first, weights };
  });

const ACROSS = overlaps(WIDTH);
const DOWN = overlaps(ROWS);

/**
 * Two pictures as one small grey one: the brighter of both at each pixel (objects that flicker are drawn in one of two
 * frames), averaged over areas, in whole numbers, as in training (Mnih et al., 2013, section 4.1, with areas for their
 * crop).
 * @param before colour indices [192, 160]
 * @param last the frame after it
 * @param luminances of the palette's colours
 * @returns [84, 84] in 0..255
 */
export function observe(before: Uint8Array, last: Uint8Array, luminances: Uint8Array): Uint8Array<ArrayBuffer> {
  const rows = new Uint32Array(ROWS * SIDE);
  const grey = new Uint8Array(WIDTH);
  for (let y = 0; y < ROWS; y++) {
    const from = (FIRST_ROW + y) * WIDTH;
    for (let x = 0; x < WIDTH; x++) {
      const [one, two] = [luminances[before[from + x] as number], luminances[last[from + x] as number]];
      grey[x] = Math.max(one as number, two as number);
    }
    for (let cell = 0; cell < SIDE; cell++) {
      const { first, weights } = ACROSS[cell] as Overlap;
      let sum = 0;
      for (let k = 0; k < weights.length; k++) sum += (weights[k] as number) * (grey[first + k] as number);
      rows[y * SIDE + cell] = sum;
    }
  }
  return averageDown(rows);
}

function averageDown(rows: Uint32Array): Uint8Array<ArrayBuffer> {
  const small = new Uint8Array(SIDE * SIDE);
  for (let row = 0; row < SIDE; row++) {
    const { first, weights } = DOWN[row] as Overlap;
    for (let cell = 0; cell < SIDE; cell++) {
      let sum = 0;
      for (let k = 0; k < weights.length; k++)
        sum += (weights[k] as number) * (rows[(first + k) * SIDE + cell] as number);
      small[row * SIDE + cell] = sum / (WIDTH * ROWS);
    }
  }
  return small;
}

/** The place of the network's picture on the television's, in rows. */
export const SEEN = { firstRow: FIRST_ROW, rows: ROWS } as const;
