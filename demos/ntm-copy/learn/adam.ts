import { type Numbers, numbers } from './weights';

const KEPT = 0.9;
const KEPT_OF_SQUARES = 0.999;
const EPSILON = 1e-8;

/** Adam (Kingma and Ba, 2014) as PyTorch computes it, after a gradient whose norm is cut to `clip`. */
export class Adam {
  /** Running means of the gradient and of its square. */
  readonly mean: Numbers;
  readonly square: Numbers;
  /** 0.9 and 0.999 to the power of the updates so far: products, since powers differ from browser to browser. */
  #left = 1;
  #leftOfSquares = 1;

  constructor(
    size: number,
    private readonly rate: number,
    private readonly clip: number,
  ) {
    this.mean = numbers(size);
    this.square = numbers(size);
  }

  /** As if so many updates had gone before; the means are the caller's to fill in. */
  resume(updates: number): void {
    this.#left = 1;
    this.#leftOfSquares = 1;
    for (let update = 0; update < updates; update++) this.#count();
  }

  /** Changes `weights` by one update. */
  update(weights: Numbers, gradient: Numbers): void {
    this.#count();
    const { mean, square } = this;
    const cut = Math.min(1, this.clip / (norm(gradient) + 1e-6));
    const step = this.rate / (1 - this.#left);
    const scale = 1 / Math.sqrt(1 - this.#leftOfSquares);
    for (let i = 0; i < weights.length; i++) {
      const slope = cut * (gradient[i] as number);
      const along = KEPT * (mean[i] as number) + (1 - KEPT) * slope;
      const squared = KEPT_OF_SQUARES * (square[i] as number) + (1 - KEPT_OF_SQUARES) * slope * slope;
      mean[i] = along;
      square[i] = squared;
      weights[i] = (weights[i] as number) - (step * along) / (scale * Math.sqrt(squared) + EPSILON);
    }
  }

  #count(): void {
    this.#left *= KEPT;
    this.#leftOfSquares *= KEPT_OF_SQUARES;
  }
}

function norm(values: Numbers): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i] as number) * (values[i] as number);
  return Math.sqrt(sum);
}
