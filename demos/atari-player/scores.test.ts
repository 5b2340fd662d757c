import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import scores from './scores.json';

const file = new URL('../../models/atari-player/metrics.json', import.meta.url);

interface Measured {
  readonly value?: number;
  readonly baseline?: { readonly value?: number } | null;
}

describe('the table beside the television', () => {
  const { metrics } = JSON.parse(readFileSync(file, 'utf8')) as { metrics: Measured[] };
  const measured = metrics.flatMap(({ value, baseline }) => [value, baseline?.value]);
  const told = [scores.rubble, scores.pongHere].flatMap(({ random, network }) => [random, network]);
  it.each(told)('says %d, as the metrics do', (value) => {
    expect(measured.some((other) => other?.toFixed(1) === value.toFixed(1))).toBe(true);
  });
});
