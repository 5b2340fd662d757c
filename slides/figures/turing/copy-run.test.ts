import { expect, it } from 'vitest';
import golden from '../../../models/ntm-copy/golden.json';
import { run } from '../copy-run.json';

const again = 'the weights have changed: run node slides/figures/make/copy-run.mjs';
const asked = golden.input.find((input) => input.case === 'copy/20');
const answered = golden.cases.find((answer) => answer.case === 'copy/20');

it('shows the run that the model folder records', () => {
  expect(run.input, again).toEqual(asked?.rows.slice(0, run.length).map((row) => row.slice(0, 8)));
  run.output.forEach((row, step) => {
    row.forEach((value, bit) => {
      expect(Math.abs(value - (answered?.output[step]?.[bit] ?? Number.NaN)), again).toBeLessThan(2e-3);
    });
  });
});

it('has heads whose weights add up to no more than one, within the memory', () => {
  for (const weights of [...run.write, ...run.read]) {
    expect(weights.reduce((sum, [, weight = 0]) => sum + weight, 0)).toBeLessThanOrEqual(1.002);
    for (const [slot = -1] of weights) expect(slot >= 0 && slot < run.slots).toBe(true);
  }
});
