import { describe, expect, it } from 'vitest';
import { randomFrom } from '../kit/random.ts';
import { byContent, cosine, interpolate, sharpen, shift } from './addressing.ts';
import { grams, prioritySort, recall, repeated, vectors } from './tasks.ts';

const total = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

describe('addressing', () => {
  const before = [0, 0, 0, 1, 0];
  const memory = [
    [1, 0],
    [0, 1],
    [-1, 0],
    [1, 1],
    [2, 0],
  ];

  it('measures the angle, not the length', () => {
    expect(cosine([1, 0], [5, 0])).toBeCloseTo(1);
    expect(cosine([1, 0], [0, 3])).toBeCloseTo(0);
    expect(cosine([1, 1], [-2, -2])).toBeCloseTo(-1);
  });

  it('finds what is most like the key, the more surely the stronger it is', () => {
    const weak = byContent(memory, [1, 0], 1);
    const strong = byContent(memory, [1, 0], 20);
    expect(total(weak)).toBeCloseTo(1);
    expect(weak[0]).toBeCloseTo(weak[4] ?? 0);
    expect(strong[0]).toBeCloseTo(0.5, 2);
    expect((weak[0] ?? 0) / (weak[1] ?? 0)).toBeCloseTo(Math.E);
  });

  it('gates between content and the place before', () => {
    expect(interpolate([1, 0, 0, 0, 0], before, 1)).toEqual([1, 0, 0, 0, 0]);
    expect(interpolate([1, 0, 0, 0, 0], before, 0)).toEqual(before);
    expect(interpolate([1, 0, 0, 0, 0], before, 0.25)).toEqual([0.25, 0, 0, 0.75, 0]);
  });

  it('shifts round the end of the memory', () => {
    expect(shift([0, 0, 0, 0, 1], [0, 0, 1])).toEqual([1, 0, 0, 0, 0]);
    expect(shift([1, 0, 0, 0, 0], [1, 0, 0])).toEqual([0, 0, 0, 0, 1]);
    expect(shift([0, 1, 0, 0, 0], [0.25, 0.5, 0.25])).toEqual([0.25, 0.5, 0.25, 0, 0]);
  });

  it('sharpens without losing weight', () => {
    const sharp = sharpen([0.5, 0.25, 0.25], 2);
    expect(total(sharp)).toBeCloseTo(1);
    expect(sharp[0]).toBeCloseTo(0.25 / 0.375);
    sharpen([0.7, 0.3], 1).forEach((weight, index) => {
      expect(weight).toBeCloseTo([0.7, 0.3][index] ?? 0);
    });
  });
});

describe('the five tasks', () => {
  it('draws bits', () => {
    const drawn = vectors(randomFrom(1), 50, 8);
    expect(drawn).toHaveLength(50);
    expect(new Set(drawn.flat())).toEqual(new Set([0, 1]));
  });

  it('repeats a sequence', () => {
    expect(repeated([[1], [0]], 3)).toEqual([[1], [0], [1], [0], [1], [0]]);
  });

  it('answers with the item after the one asked for', () => {
    for (let seed = 0; seed < 30; seed++) {
      const { items, asked, answer } = recall(randomFrom(seed), 4, 3, 6);
      expect(answer).toBe(items[asked + 1]);
      expect(answer).toHaveLength(3);
    }
    expect(() => recall(randomFrom(1), 1, 3, 6)).toThrow('leave none');
  });

  it('forecasts from counts alone, and well in the end', () => {
    const { bits, forecast } = grams(randomFrom(2), 4000, 2);
    expect(forecast.slice(0, 3)).toEqual([0.5, 0.5, 0.5]);
    // The second time a context comes, the count of the first decides: ¾ or ¼.
    const context = `${bits[0]}${bits[1]}`;
    const again = bits.findIndex((_, index) => index > 2 && `${bits[index - 2]}${bits[index - 1]}` === context);
    expect(forecast[again]).toBe(bits[2] === 1 ? 0.75 : 0.25);
    const nats = (from: number, to: number) =>
      total(
        bits
          .slice(from, to)
          .map((bit, i) => -Math.log(bit ? (forecast[from + i] ?? 0) : 1 - (forecast[from + i] ?? 0))),
      );
    expect(nats(3000, 4000)).toBeLessThan(nats(0, 1000));
  });

  it('keeps the highest priorities, in order', () => {
    const { input, output } = prioritySort(randomFrom(3), 20, 16, 8);
    const order = output.map((bits) => input.find((item) => item.bits === bits)?.priority ?? Number.NaN);
    expect(output).toHaveLength(16);
    expect(order).toEqual([...order].sort((a, b) => b - a));
    const dropped = input.map(({ priority }) => priority).filter((priority) => !order.includes(priority));
    expect(Math.max(...dropped)).toBeLessThan(Math.min(...order));
  });
});
