import type { Numbers } from './weights';

/** Sequences that share each weight as it is loaded. */
const TOGETHER = 4;

/**
 * y = W x + bias for every sequence of a batch.
 * @param y [batch, rows]
 * @param w has the matrix, [rows, columns], from `at` on
 * @param bias place of the bias in `w`, or -1 for none
 * @param x [batch, columns]
 */
export function affine(
  y: Numbers,
  w: Numbers,
  at: number,
  bias: number,
  x: Numbers,
  rows: number,
  columns: number,
  batch: number,
): void {
  let first = 0;
  for (; first + TOGETHER <= batch; first += TOGETHER) affineFour(y, w, at, bias, x, rows, columns, first);
  for (; first < batch; first++) affineOne(y, w, at, bias, x, rows, columns, first);
}

function affineFour(
  y: Numbers,
  w: Numbers,
  at: number,
  bias: number,
  x: Numbers,
  rows: number,
  columns: number,
  first: number,
): void {
  const x0 = first * columns;
  const x1 = x0 + columns;
  const x2 = x1 + columns;
  const x3 = x2 + columns;
  for (let row = 0; row < rows; row++) {
    let s0 = bias < 0 ? 0 : (w[bias + row] as number);
    let s1 = s0;
    let s2 = s0;
    let s3 = s0;
    const from = at + row * columns;
    for (let column = 0; column < columns; column++) {
      const weight = w[from + column] as number;
      s0 += weight * (x[x0 + column] as number);
      s1 += weight * (x[x1 + column] as number);
      s2 += weight * (x[x2 + column] as number);
      s3 += weight * (x[x3 + column] as number);
    }
    const to = first * rows + row;
    y[to] = s0;
    y[to + rows] = s1;
    y[to + 2 * rows] = s2;
    y[to + 3 * rows] = s3;
  }
}

function affineOne(
  y: Numbers,
  w: Numbers,
  at: number,
  bias: number,
  x: Numbers,
  rows: number,
  columns: number,
  sequence: number,
): void {
  for (let row = 0; row < rows; row++) {
    const own = bias < 0 ? 0 : (w[bias + row] as number);
    y[sequence * rows + row] = own + dot(w, at + row * columns, x, sequence * columns, columns);
  }
}

/** Σ a b over two stretches of `length`, in four sums that need not wait for one another. */
export function dot(a: Numbers, aAt: number, b: Numbers, bAt: number, length: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  const whole = length - (length & 3);
  for (let i = 0; i < whole; i += 4) {
    s0 += (a[aAt + i] as number) * (b[bAt + i] as number);
    s1 += (a[aAt + i + 1] as number) * (b[bAt + i + 1] as number);
    s2 += (a[aAt + i + 2] as number) * (b[bAt + i + 2] as number);
    s3 += (a[aAt + i + 3] as number) * (b[bAt + i + 3] as number);
  }
  for (let i = whole; i < length; i++) s0 += (a[aAt + i] as number) * (b[bAt + i] as number);
  return s0 + s1 + (s2 + s3);
}

/** A matrix of `from`, [rows, columns] from `at` on, as [columns, rows]. */
export function transpose(to: Numbers, from: Numbers, at: number, rows: number, columns: number): void {
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      to[column * rows + row] = from[at + row * columns + column] as number;
}

/**
 * The gradient of a matrix and of the bias after it: dW = dy xᵀ, summed over all steps and sequences.
 * @param dw gets the matrix, [rows, columns], from `at` on
 * @param dy [rows, room]
 * @param x [columns, room]
 * @param room places in a row, of which `count` are used
 */
export function outerSums(
  dw: Numbers,
  at: number,
  dy: Numbers,
  x: Numbers,
  rows: number,
  columns: number,
  room: number,
  count: number,
): void {
  // Two rows by two columns: four products for four loads. Rows are even in number in every matrix of a machine.
  for (let row = 0; row < rows; row += 2) {
    const r0 = row * room;
    const r1 = r0 + room;
    const to = at + row * columns;
    let column = 0;
    for (; column + 2 <= columns; column += 2) {
      const c0 = column * room;
      const c1 = c0 + room;
      let s00 = 0;
      let s01 = 0;
      let s10 = 0;
      let s11 = 0;
      for (let k = 0; k < count; k++) {
        const d0 = dy[r0 + k] as number;
        const d1 = dy[r1 + k] as number;
        const v0 = x[c0 + k] as number;
        const v1 = x[c1 + k] as number;
        s00 += d0 * v0;
        s01 += d0 * v1;
        s10 += d1 * v0;
        s11 += d1 * v1;
      }
      dw[to + column] = s00;
      dw[to + column + 1] = s01;
      dw[to + columns + column] = s10;
      dw[to + columns + column + 1] = s11;
    }
    for (; column < columns; column++) {
      dw[to + column] = dot(dy, r0, x, column * room, count);
      dw[to + columns + column] = dot(dy, r1, x, column * room, count);
    }
  }
  for (let row = 0; row < rows; row++) {
    let sum = 0;
    for (let k = 0; k < count; k++) sum += dy[row * room + k] as number;
    dw[at + rows * columns + row] = sum;
  }
}

/** The gradient before a softmax, from its output and the gradient after it, in place. */
export function softmaxBackward(dy: Numbers, dyAt: number, y: Numbers, yAt: number, length: number): void {
  const mean = dot(dy, dyAt, y, yAt, length);
  for (let i = 0; i < length; i++) dy[dyAt + i] = (y[yAt + i] as number) * ((dy[dyAt + i] as number) - mean);
}
