import { expect, it } from 'vitest';
import { randomNumbers } from '../task';
import { Adam } from './adam';
import golden from './golden.json';
import { copyBatch, Trainer } from './trainer';
import { COPY, numbers } from './weights';

/** The first updates of a run, against PyTorch: same first weights, same sequences. */

const furthest = (found: readonly number[], expected: readonly number[]) =>
  found.reduce((most, value, index) => Math.max(most, Math.abs(value - (expected[index] as number))), 0);

it('learns as PyTorch does', { timeout: 60_000 }, () => {
  const { seed, batch, positions, updates } = golden;
  const trainer = new Trainer(seed, batch);
  updates.forEach(({ rows, loss, wrong, gradient, weights }, index) => {
    const next = randomNumbers(seed + 1 + index);
    const targets = numbers(rows * batch * COPY.outputs).map(() => next() >>> 31);
    const before = positions.map((position) => trainer.weights[position] as number);
    const outcome = trainer.iterate(copyBatch(targets, rows, batch));
    expect(outcome.loss).toBeCloseTo(loss, 6);
    expect(outcome.wrong).toBe(wrong);
    const slopes = positions.map((position) => trainer.gradient[position] as number);
    const steepest = Math.max(...gradient.map(Math.abs));
    expect(furthest(slopes, gradient)).toBeLessThan(1e-4 * steepest);
    const after = positions.map((position) => trainer.weights[position] as number);
    expect(furthest(before, after)).toBeGreaterThan(5e-4);
    expect(furthest(after, weights)).toBeLessThan(1e-4);
  });
});

it('cuts a long gradient as PyTorch does', () => {
  const { rate, clip, gradients, weights } = golden.adam;
  const adam = new Adam(2, rate, clip);
  const found = Float64Array.of(1, -1);
  gradients.forEach((gradient, update) => {
    adam.update(found, Float64Array.from(gradient));
    expect(furthest([...found], weights[update] as number[])).toBeLessThan(1e-6);
  });
  const uncut = new Adam(2, rate, 1e9);
  const without = Float64Array.of(1, -1);
  for (const gradient of gradients) uncut.update(without, Float64Array.from(gradient));
  expect(furthest([...without], [...found])).toBeGreaterThan(1e-4);
});
