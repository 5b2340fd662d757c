import { expect, it } from 'vitest';
import { add } from './addition.ts';

const value = (digits: readonly number[]) => Number(digits.join(''));

it('adds as a calculator does', () => {
  for (const [a, b] of [
    [1, 2],
    [999, 1],
    [268507985, 574659373],
    [0, 0],
    [50, 5],
  ] as const) {
    expect(value(add(a, b).digits)).toBe(a + b);
  }
});

it('shows what was carried where', () => {
  expect(add(158, 367)).toEqual({ digits: [5, 2, 5], carries: [1, 1, 0] });
  expect(add(999, 1).carries).toEqual([1, 1, 1, 0]);
});

it('is wrong by exactly the carries that it forgot', () => {
  expect(value(add(158, 367, [1]).digits)).toBe(515);
  expect(value(add(158, 367, [2]).digits)).toBe(425);
  expect(value(add(158, 367, [0]).digits)).toBe(525);
});

it('adds nothing that has no digits', () => {
  expect(() => add(-1, 2)).toThrow('-1 has no digits');
  expect(() => add(1.5, 2)).toThrow('1.5 has no digits');
});
