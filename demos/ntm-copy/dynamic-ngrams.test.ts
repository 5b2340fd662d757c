import { describe, expect, it } from 'vitest';
import golden from '../../models/ntm-copy/golden.json';
import { savedBits, spreadOut } from './cost-chart';
import { bestChances, CONTEXT, costBits, ngramBits } from './dynamic-ngrams';
import { bestAnswers, score, summary } from './score';
import type { Bits } from './task';
import { TASKS } from './tasks';
import type { Trace } from './trace';

const task = TASKS['dynamic-ngrams'];

describe('a random source', () => {
  it('is repeated by its seed, and keeps its habits', () => {
    expect(ngramBits(200, 7)).toEqual(ngramBits(200, 7));
    // Far below one bit each: most contexts lean to one side. The paper’s optimum is about 0.68 a bit.
    const seeds = Array.from({ length: 60 }, (_, seed) => ngramBits(200, seed));
    const costs = seeds.map((bits) => costBits(bestChances(bits), bits.slice(CONTEXT)) / (bits.length - CONTEXT));
    const mean = costs.reduce((sum, cost) => sum + cost) / costs.length;
    expect(mean).toBeGreaterThan(0.6);
    expect(mean).toBeLessThan(0.75);
  });
  it('is fed bit by bit, and each bit from the sixth on is guessed before it comes', () => {
    const bits = ngramBits(20, 3);
    const { rows, answersFrom, target, readFrom, split } = task.sequence(bits, { seed: 3 });
    expect([rows.length, answersFrom, target.length, readFrom, split]).toEqual([19, 4, 15, 0, 19]);
    for (const [answer, row] of target.entries()) expect(row).toEqual(bits[answersFrom + answer + 1]);
  });
});

describe('the best possible estimator', () => {
  it('begins at one half in a context that it has not met, and learns from each meeting', () => {
    const ones = Array.from({ length: 9 }, () => [1]);
    expect(bestChances(ones)).toEqual([[0.5], [0.75], [2.5 / 3], [3.5 / 4]]);
  });
  it('pays what the one in PyTorch pays', () => {
    const index = golden.cases.findIndex(({ case: name }) => name === 'dynamic-ngrams');
    const digits = (rows: readonly unknown[]): Bits => rows.map((row) => Array.from(String(row), Number));
    const rows = digits(golden.input[index]?.rows ?? []);
    const target = digits(golden.cases[index]?.target ?? []);
    const bits = [...rows, ...target.slice(-1)];
    const least = (golden.cases[index] as { leastCostBits?: number }).leastCostBits as number;
    expect(costBits(bestAnswers(task.sequence(bits, { seed: 0 })), target)).toBeCloseTo(least, 3);
  });
});

describe('what guesses cost', () => {
  const came = [[1], [0], [1]];
  it('is one bit for a tossed coin, and nothing for one who knows', () => {
    expect(costBits([[0.5], [0.5], [0.5]], came)).toBe(3);
    expect(costBits([[1], [0], [1]], came)).toBeCloseTo(0);
    expect(costBits([[0.25], [0.5], [0.5]], came, 1)).toBe(2);
    expect(savedBits([[1], [0.5], [0.25]], came)).toEqual([1, 1, 0]);
  });
  it('is told in words, without a right or a wrong', () => {
    expect(score(task, [[0.25], [0.5], [0.5]], came)).toEqual({ words: 'cost 4.0 of 3 bits', wrong: false });
    const sequence = task.sequence(ngramBits(10, 1), { seed: 1 });
    const output = sequence.target.map(() => [0.5]);
    const words = summary(task, { ...sequence, output } as unknown as Trace);
    expect(words).toMatch(/^predicted 5 bits at a cost of 5\.0 bits, \d\.\d at best$/);
  });
});

it('names at the ends of lines are moved apart, downwards', () => {
  expect(spreadOut([10, 15, 60], 20)).toEqual([10, 30, 60]);
});
