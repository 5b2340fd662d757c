import { DemoError } from '../../src/engine/errors';
import { randomNumbers } from './task';

/** Evenly drawn from -1 to 1 in steps too small to meet twice, as a seed repeats them. */
export function randomPriorities(count: number, seed: number): number[] {
  // Apart from the bits of the same seed, which are drawn from its own beginning.
  const next = randomNumbers(seed ^ 0x5bd1e995);
  return Array.from({ length: count }, () => Math.round((next() / 2 ** 32) * 20_000 - 10_000) / 10_000);
}

export const writePriorities = (priorities: readonly number[]): string => priorities.join(' ');

/** @throws DemoError `input`, saying what is allowed */
export function readPriorities(text: string, count: number): number[] {
  const priorities = text.trim().split(/\s+/).map(Number);
  if (priorities.length !== count || !priorities.every((priority) => priority >= -1 && priority <= 1))
    throw new DemoError(
      'input',
      `Priorities are ${count} numbers from -1 to 1, one for each row, with spaces between.`,
      'priorities',
    );
  return priorities;
}

/** The rows in the order of their priorities, highest first, as far as they are asked for: four fifths of them. */
export function sortedRows<T>(rows: readonly T[], priorities: readonly number[]): { row: T; priority: number }[] {
  return rows
    .map((row, index) => ({ row, priority: priorities[index] as number }))
    .sort((one, other) => other.priority - one.priority)
    .slice(0, Math.floor((rows.length * 4) / 5));
}
