import { describe, expect, it } from 'vitest';
import { clockText, paceAt } from './pace';

const minutes = [0.5, 1, 2];

describe('paceAt', () => {
  it.each([
    [0, 0, 'on time', 0],
    [1, 29, 'ahead', 1],
    [1, 30, 'on time', 0],
    [1, 90, 'on time', 0],
    [1, 95, 'behind', 5],
    [2, 0, 'ahead', 90],
  ] as const)('slide %i after %i s is %s by %i s', (index, elapsed, verdict, off) => {
    expect(paceAt(minutes, index, elapsed)).toMatchObject({ verdict, off });
  });

  it('says when a slide begins and ends', () => {
    expect(paceAt(minutes, 2, 0)).toMatchObject({ begins: 90, ends: 210 });
  });
});

describe('clockText', () => {
  it.each([
    [0, '0:00'],
    [65.9, '1:05'],
    [1800, '30:00'],
    [3661, '1:01:01'],
  ])('%d s is %s', (seconds, text) => {
    expect(clockText(seconds)).toBe(text);
  });
});
