import { expect, it } from 'vitest';
import { randomNumbers } from '../task';
import { Backward } from './backward';
import { forward } from './forward';
import { recordOf } from './record';
import { copyBatch, score } from './trainer';
import { initialWeights, numbers, type Shape } from './weights';

/** Slopes of the loss against central differences, at every kind of weight. */

const SMALL: Shape = { inputs: 3, outputs: 2, controller: 5, slots: 7, width: 3 };
const STEP = 1e-5;

it.each([1, 3, 5])('the gradient is the slope of the loss, with %i sequences at once', (batch) => {
  const rows = 3;
  const steps = 2 * rows + 1;
  const record = recordOf(SMALL, batch, steps + 2); // more room than is used
  const weights = initialWeights(SMALL, 5);
  // Larger than they begin, so that no part of a head is nearly flat.
  for (let i = 0; i < weights.length; i++) weights[i] = 2.5 * (weights[i] as number);
  const next = randomNumbers(11);
  const targets = numbers(rows * batch * SMALL.outputs).map(() => next() >>> 31);
  const drawn = copyBatch(targets, rows, batch, SMALL);
  const dlogits = numbers(steps * batch * SMALL.outputs);
  const loss = () => {
    forward(record, weights, drawn.inputs, steps);
    return score(record.steps, drawn, dlogits).loss;
  };
  loss();
  const backward = new Backward(record);
  backward.run(weights, dlogits, steps);
  const gradient = backward.gradient.slice();
  let largest = 0;
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i] as number;
    weights[i] = weight + STEP;
    const above = loss();
    weights[i] = weight - STEP;
    const slope = (above - loss()) / (2 * STEP);
    weights[i] = weight;
    largest = Math.max(largest, Math.abs(slope - (gradient[i] as number)) / (1e-3 + Math.abs(slope)));
  }
  expect(gradient.some((slope) => Math.abs(slope) > 0.01)).toBe(true);
  expect(largest).toBeLessThan(1e-5);
});
