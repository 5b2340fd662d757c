import { randomNumbers } from '../task';
import { Adam } from './adam';
import { Backward } from './backward';
import { exp, sigmoid } from './exact';
import { forward } from './forward';
import type { Saved } from './lesson';
import { type Record, recordOf, type Step } from './record';
import { COPY, initialWeights, type Numbers, numbers, type Shape } from './weights';

/** As `training/ntm-copy/recipes.py` has it. */
const LONGEST = 20;
const BATCH = 4;
const RATE = 1e-3;
const CLIP = 10;

/** Sequences of one length: rows of random bits, an end mark, and rows of zeros while they are asked for. */
export interface Drawn {
  readonly rows: number;
  /** [2 rows + 1, batch, inputs] */
  readonly inputs: Numbers;
  /** [rows, batch, outputs] */
  readonly targets: Numbers;
}

/** What one iteration came to, before its update. */
export interface Outcome {
  readonly sequences: number;
  /** Mean cross-entropy of a bit, in nats. */
  readonly loss: number;
  /** Wrong bits of all bits asked for, in the whole batch. */
  readonly wrong: number;
  readonly bits: number;
}

/** The copy task for bits [rows, batch, outputs], as `training/ntm-copy/tasks.py` makes it. */
export function copyBatch(targets: Numbers, rows: number, batch: number, { inputs, outputs }: Shape = COPY): Drawn {
  const fed = numbers((2 * rows + 1) * batch * inputs);
  for (let at = 0; at < rows * batch; at++)
    for (let bit = 0; bit < outputs; bit++) fed[at * inputs + bit] = targets[at * outputs + bit] as number;
  for (let sequence = 0; sequence < batch; sequence++) fed[(rows * batch + sequence) * inputs + outputs] = 1;
  return { rows, inputs: fed, targets };
}

/** Gradient of the mean cross-entropy and what it is the gradient of; everything before the answers asks for nothing. */
export function score(steps: readonly Step[], { rows, targets }: Drawn, dlogits: Numbers): Outcome {
  const bits = targets.length;
  const each = bits / rows;
  let [loss, wrong] = [0, 0];
  dlogits.fill(0, 0, (2 * rows + 1) * each);
  for (let row = 0; row < rows; row++) {
    const { logits } = steps[rows + 1 + row] as Step;
    for (let i = 0; i < each; i++) {
      const logit = logits[i] as number;
      const target = targets[row * each + i] as number;
      loss += Math.max(logit, 0) - logit * target + Math.log1p(exp(-Math.abs(logit)));
      if (logit > 0 !== target > 0.5) wrong += 1;
      dlogits[(rows + 1 + row) * each + i] = (sigmoid(logit) - target) / bits;
    }
  }
  return { sequences: each, loss: loss / bits, wrong, bits };
}

/** Learns the copy task from random weights: one batch, one update, and again. What it draws depends on the seed alone. */
export class Trainer {
  readonly weights: Numbers;
  readonly #record: Record;
  readonly #backward: Backward;
  readonly #adam: Adam;
  readonly #dlogits: Numbers;
  #iterations = 0;

  constructor(
    readonly seed: number,
    private readonly batch = BATCH,
    rate = RATE,
  ) {
    this.weights = initialWeights(COPY, seed);
    this.#record = recordOf(COPY, batch, 2 * LONGEST + 1);
    this.#backward = new Backward(this.#record);
    this.#adam = new Adam(this.weights.length, rate, CLIP);
    this.#dlogits = numbers((2 * LONGEST + 1) * batch * COPY.outputs);
  }

  get iterations(): number {
    return this.#iterations;
  }

  get sequences(): number {
    return this.#iterations * this.batch;
  }

  get gradient(): Numbers {
    return this.#backward.gradient;
  }

  /** A copy of all that it goes on from. */
  get saved(): Omit<Saved, 'curve'> {
    const { mean, square } = this.#adam;
    const { seed, weights } = this;
    const copied = { weights: weights.slice(), mean: mean.slice(), square: square.slice() };
    return { seed, iterations: this.#iterations, ...copied };
  }

  /** Goes on from there, as if it had never stopped; the seed must be the same. */
  resume({ weights, mean, square, iterations }: Omit<Saved, 'curve'>): void {
    this.weights.set(weights);
    this.#adam.mean.set(mean);
    this.#adam.square.set(square);
    this.#adam.resume(iterations);
    this.#iterations = iterations;
  }

  /** One batch, judged as it comes, and learned from. */
  iterate(drawn = this.#draw()): Outcome {
    const steps = 2 * drawn.rows + 1;
    forward(this.#record, this.weights, drawn.inputs, steps);
    const { sequences, ...outcome } = score(this.#record.steps, drawn, this.#dlogits);
    this.#backward.run(this.weights, this.#dlogits, steps);
    this.#adam.update(this.weights, this.#backward.gradient);
    this.#iterations += 1;
    return { ...outcome, sequences: this.batch };
  }

  /** A batch of one length, from 1 to 20. Each iteration has random numbers of its own, so that any can be the next. */
  #draw(): Drawn {
    const next = randomNumbers(Math.imul(this.seed + 1, 1_000_003) + this.#iterations);
    const rows = 1 + Math.floor((next() / 2 ** 32) * LONGEST);
    const targets = numbers(rows * this.batch * COPY.outputs);
    for (let at = 0; at < targets.length; at++) targets[at] = next() >>> 31;
    return copyBatch(targets, rows, this.batch);
  }
}
