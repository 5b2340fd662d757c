import { describe, expect, it } from 'vitest';
import metrics from '../../models/ntm-copy/metrics.json';
import { randomPriorities, readPriorities, sortedRows, writePriorities } from './priority-sort';
import { randomBits } from './task';
import { randomRows, TASKS } from './tasks';

const task = TASKS['priority-sort'];

describe('priorities', () => {
  it('are even from -1 to 1, repeated by their seed, and never meet', () => {
    const priorities = randomPriorities(20, 7);
    expect(randomPriorities(20, 7)).toEqual(priorities);
    expect(new Set(priorities).size).toBe(20);
    const many = randomPriorities(4000, 1);
    expect(Math.min(...many)).toBeGreaterThanOrEqual(-1);
    expect(Math.max(...many)).toBeLessThanOrEqual(1);
    expect(Math.abs(many.reduce((sum, priority) => sum + priority) / many.length)).toBeLessThan(0.03);
  });
  it('come back from an address as they were', () => {
    const priorities = randomPriorities(20, 3);
    expect(readPriorities(writePriorities(priorities), 20)).toEqual(priorities);
  });
  it.each([
    ['too few', '0.5 0.25'],
    ['beyond the bounds', '0.5 0.25 1.5'],
    ['no numbers', '0.5 0.25 x'],
  ])('are refused: %s', (_, text) => {
    expect(() => readPriorities(text, 3)).toThrow(expect.objectContaining({ code: 'input' }));
    expect(() => readPriorities(text, 3)).toThrow('3 numbers from -1 to 1');
  });
});

describe('the sorting task', () => {
  it('asks for four fifths of the rows, highest priority first', () => {
    expect(sortedRows(['a', 'b', 'c', 'd', 'e'], [0.1, -0.5, 0.9, 0, 0.3]).map(({ row }) => row)).toEqual([
      'c',
      'e',
      'a',
      'd',
    ]);
    const bits = randomBits(20, 4);
    const { rows, split, target, order } = task.sequence(bits, { seed: 4 });
    expect([rows.length, split, target.length]).toEqual([37, 21, 16]);
    expect(order).toEqual([...(order ?? [])].sort((one, other) => other - one));
    expect(rows[20]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
    const first = rows.findIndex((row) => row[8] === order?.[0]);
    expect(target[0]).toEqual(bits[first]);
  });
  it('takes priorities of one’s own', () => {
    const bits = randomRows(task, 5, 1);
    const { target } = task.sequence(bits, { seed: 1, priorities: [-0.2, 0, 0.2, 0.4, 0.6] });
    expect(target).toEqual([...bits].reverse().slice(0, 4));
  });
  it('says of itself what was measured', () => {
    const { value } = metrics.metrics.find(({ name }) => name === 'priority-sort: wrong bits, rows 20') ?? {};
    expect(task.reaches).toContain(`${value?.toFixed(1)} of 128`);
  });
});
