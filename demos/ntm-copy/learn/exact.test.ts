import { expect, it } from 'vitest';
import { exp, log, sigmoid, softplus, tanh } from './exact';

const range = (from: number, to: number, count: number) =>
  Array.from({ length: count }, (_, index) => from + ((to - from) * index) / (count - 1));

it('agrees with the machine’s own functions', () => {
  for (const x of range(-60, 60, 4001)) {
    expect(Math.abs(exp(x) / Math.exp(x) - 1)).toBeLessThan(1e-11);
    expect(Math.abs(sigmoid(x) - 1 / (1 + Math.exp(-x)))).toBeLessThan(1e-11);
    expect(Math.abs(tanh(x) - Math.tanh(x))).toBeLessThan(1e-11);
    expect(Math.abs(softplus(x) - Math.log1p(Math.exp(x)))).toBeLessThan(1e-10);
    expect(Math.abs(log(Math.exp(x)) - x)).toBeLessThan(1e-10);
  }
});

it('stays finite where numbers end', () => {
  expect([exp(-1e9), exp(1e9), log(1e-300), tanh(-1e9), sigmoid(-1e9)].every(Number.isFinite)).toBe(true);
  expect(log(1)).toBe(0);
  expect(exp(0)).toBe(1);
});
