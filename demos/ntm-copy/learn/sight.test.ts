import { expect, it } from 'vitest';
import { TASKS } from '../tasks';
import type { Trace } from '../trace';
import { Sight } from './sight';

const SLOTS = 128;

/** Four rows, written and read one after another from a location on. */
function walk(from: number): Trace {
  const sequence = TASKS.copy.sequence(
    Array.from({ length: 4 }, () => [1, 0, 1, 0, 1, 0, 1, 0]),
    { seed: 0 },
  );
  const weightings = new Float32Array(sequence.rows.length * 2 * SLOTS);
  for (let step = 0; step < sequence.rows.length; step++)
    for (const head of [0, 1]) weightings[(2 * step + head) * SLOTS + ((from + (step % 5)) % SLOTS)] = 1;
  return { ...sequence, heads: 1, slots: SLOTS, width: 20, weightings } as unknown as Trace;
}

it('stays while it holds what the heads do, and follows when it does not', () => {
  const sight = new Sight();
  const first = sight.of(walk(0));
  expect(first.rows).toBe(12);
  const inSight = (location: number) => (location - first.from + SLOTS) % SLOTS < first.rows;
  expect([0, 1, 2, 3, 4].every(inSight)).toBe(true);
  expect(sight.of(walk(1))).toBe(first);
  const far = sight.of(walk(60));
  expect(far).not.toEqual(first);
  expect([60, 64].every((location) => location >= far.from && location < far.from + far.rows)).toBe(true);
});

it('shows the beginning of the tape before anything is tried', () => {
  expect(new Sight().of(undefined).from).toBe(0);
});
