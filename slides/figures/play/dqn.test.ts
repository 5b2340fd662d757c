import { describe, expect, it } from 'vitest';
import { convolutionWeights, convolvedSide, denseWeights, dqn } from './dqn.ts';

describe('the arithmetic of layers', () => {
  it('counts the places of a kernel', () => {
    expect(convolvedSide(5, { kernel: 3, stride: 1, maps: 1 })).toBe(3);
    expect(convolvedSide(7, { kernel: 3, stride: 2, maps: 1 })).toBe(3);
    expect(() => convolvedSide(8, { kernel: 3, stride: 2, maps: 1 })).toThrow('does not fit 8');
  });

  it('counts weights with biases', () => {
    expect(convolutionWeights(3, { kernel: 2, stride: 1, maps: 5 })).toBe(2 * 2 * 3 * 5 + 5);
    expect(denseWeights(10, 4)).toBe(44);
  });
});

describe('the network of 2013', () => {
  it('has the shapes of the paper', () => {
    expect([dqn.first.side, dqn.second.side]).toEqual([20, 9]);
  });

  it('keeps 98 % of its weights in the dense layer', () => {
    expect(dqn.first.weights).toBe(4_112);
    expect(dqn.second.weights).toBe(8_224);
    expect(dqn.dense.weights).toBe(663_808);
    expect(dqn.output.weights).toEqual([1_028, 4_626]);
    const total = dqn.first.weights + dqn.second.weights + dqn.dense.weights + (dqn.output.weights[0] ?? 0);
    expect(dqn.dense.weights / total).toBeCloseTo(0.98, 2);
  });
});
