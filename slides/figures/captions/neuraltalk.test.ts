import { describe, expect, it } from 'vitest';
import { frozenParameters, millions, trainedParts } from './neuraltalk.ts';

const sizes = { features: 4096, classes: 1000, encoding: 256, hidden: 256, words: 2537 };

describe('NeuralTalk', () => {
  it('keeps VGG-16 but for its last layer', () => {
    // 138,357,544 in all, as published; the last layer is 4,096 × 1,000 weights and 1,000 biases.
    expect(frozenParameters(sizes)).toBe(138_357_544 - 4_097_000);
  });

  it('trains as many parameters as its matrices hold', () => {
    const [picture, words, lstm, out] = trainedParts(sizes).map(({ parameters }) => parameters);
    expect([picture, words, lstm, out]).toEqual([4096 * 256 + 256, 2538 * 256, 513 * 1024, 256 * 2538 + 2538]);
  });

  it('is written in millions', () => {
    expect(millions(1_048_832)).toBe('1.05 million');
    expect(millions(134_260_544)).toBe('134.3 million');
  });
});
