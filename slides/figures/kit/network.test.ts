import { describe, expect, it } from 'vitest';
import { costOf } from '../layer-plan.ts';
import { fieldOf, weightsOf } from '../receptive-field.ts';
import { count, countAll } from './network.ts';

const input = { side: 32, channels: 3 };

describe('count', () => {
  it('counts a convolution’s weights, biases, work and shape', () => {
    const layer = { kind: 'convolution', windowPx: 5, stridePx: 2, paddingPx: 1, channels: 8 } as const;
    expect(count(layer, input)).toEqual({
      parameters: 5 * 5 * 3 * 8 + 8,
      multiplyAdds: 5 * 5 * 3 * 8 * 15 * 15,
      output: { side: 15, channels: 8 },
    });
  });

  it('halves the weights where two groups do not see each other', () => {
    const layer = { kind: 'convolution', windowPx: 3, channels: 8, groups: 2 } as const;
    expect(count(layer, { side: 3, channels: 4 }).multiplyAdds).toBe((9 * 4 * 8) / 2);
  });

  it('rounds a pool up only when told to', () => {
    const pool = { kind: 'pool', windowPx: 3, stridePx: 2 } as const;
    expect(count(pool, { side: 112, channels: 64 }).output.side).toBe(55);
    expect(count({ ...pool, roundUp: true }, { side: 112, channels: 64 }).output.side).toBe(56);
  });

  it('flattens what a dense layer reads', () => {
    const [, dense] = countAll(
      [
        { kind: 'pool', windowPx: 8, stridePx: 8 },
        { kind: 'dense', units: 10 },
      ],
      input,
    );
    expect(dense).toEqual({ parameters: 4 * 4 * 3 * 10 + 10, multiplyAdds: 480, output: { side: 1, channels: 10 } });
  });

  it('counts GoogLeNet’s first module as the paper’s table does', () => {
    const module = {
      kind: 'inception',
      one: 64,
      threeReduced: 96,
      three: 128,
      fiveReduced: 16,
      five: 32,
      pooled: 32,
    } as const;
    const { output, parameters, multiplyAdds } = count(module, { side: 28, channels: 192 });
    expect(output).toEqual({ side: 28, channels: 256 });
    // The table says 159 K and 128 M, both in powers of two.
    expect(parameters / 1024).toBeCloseTo(159, -1);
    expect(multiplyAdds / 1e6).toBeCloseTo(128, 0);
  });
});

describe('layer-plan', () => {
  it.each([
    ['alexnet', 60_965_224, 0.724],
    ['overfeat', 145_920_872, 2.8],
    ['vgg', 143_667_240, 19.6],
    ['googlenet', 6_998_552, 1.58],
  ])('counts %s', (net, parameters, billions) => {
    expect(costOf(net).parameters).toBe(parameters);
    expect(costOf(net).multiplyAdds / 1e9).toBeCloseTo(billions, 1);
  });

  it('counts VGG-16 without the three convolutions that VGG-19 adds', () => {
    expect(costOf('vgg', 'shallower').parameters).toBe(138_357_544);
  });

  it('names a network that is not in its data', () => {
    expect(() => costOf('resnet')).toThrow(/no network "resnet"/);
  });
});

describe('receptive-field', () => {
  it('lets three small windows see as far as one large one, with fewer weights', () => {
    expect(fieldOf(3, 3)).toBe(fieldOf(7, 1));
    expect([weightsOf({ windowPx: 3, layers: 3 }), weightsOf({ windowPx: 7, layers: 1 })]).toEqual([27, 49]);
  });
});
