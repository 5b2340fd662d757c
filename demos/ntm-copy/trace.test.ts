import { describe, expect, it } from 'vitest';
import { packTrace, unpackTrace } from './poster';
import { randomBits, wrongBits } from './task';
import { TASKS } from './tasks';
import { addressingAt, focusAt, memoryAt, type Trace, turnedBy, usedStretch, weightAt } from './trace';

const SLOTS = 16;
const WIDTH = 4;

/** A machine that walks on by one row a step from `first`, and reads the same rows again. */
function walk(length: number, first: number): Trace {
  const sequence = TASKS.copy.sequence(randomBits(length, 1), { seed: 0 });
  const steps = sequence.rows.length;
  const weightings = new Float32Array(steps * 2 * SLOTS);
  const at = (step: number, head: number, location: number) => (2 * step + head) * SLOTS + (location % SLOTS);
  for (let step = 0; step < steps; step++) {
    const row = step < sequence.answersFrom ? step : step - sequence.answersFrom;
    weightings[at(step, 0, step < sequence.answersFrom ? 9 : first + row)] = 1;
    weightings[at(step, 1, step < sequence.answersFrom ? first + row : 12)] = 1;
  }
  const memory = Float32Array.from({ length: steps * SLOTS * WIDTH }, (_, cell) => cell / 1000);
  const addressing = Float32Array.from(
    { length: steps * 2 * 6 },
    (_, field) => [3, 0.25, 0.1, 0.2, 0.7, 9][field % 6] ?? 0,
  );
  const answers = sequence.target.map((row) => row.map((bit) => (bit === 1 ? 0.504 : 0.496)));
  const curve = { lengths: [1, 2], ntm: [0, 0], lstm: [1, 4] };
  return {
    ...sequence,
    ...{ heads: 1, slots: SLOTS, width: WIDTH, flips: [], weightings, addressing, memory, curve },
    output: answers,
    lstm: answers,
  };
}

describe('what the heads attend to', () => {
  const trace = walk(3, 2);
  it('is found by head, step and row', () => {
    expect([0, 1, 2, 3].map((step) => focusAt(trace, 'write', step))).toEqual([2, 3, 4, 5]);
    expect([4, 5, 6].map((step) => focusAt(trace, 'read', step))).toEqual([2, 3, 4]);
    expect(weightAt(trace, 'read', 5, 3)).toBe(1);
    expect(weightAt(trace, 'write', 5, 3)).toBe(0);
  });
  it('is the most of any head where there are several', () => {
    const weightings = new Float32Array(7 * 4 * SLOTS);
    weightings[SLOTS + 5] = 0.75;
    const several = { ...trace, heads: 2, weightings };
    expect(weightAt(several, 'read', 0, 5)).toBe(0.75);
    expect(weightAt(several, 'write', 0, 5)).toBe(0);
  });
  it('comes with the gate, the likeliest shift and the sharpening', () => {
    const { gate, shift, sharpening } = addressingAt(trace, 'read', 2);
    expect([gate, shift, sharpening]).toEqual([0.25, 1, 9]);
  });
});

describe('the stretch of memory in sight', () => {
  it('holds what is written and read, and three rows on either side', () => {
    expect(usedStretch(walk(3, 4))).toEqual({ from: 1, rows: 10 });
  });
  it('runs over the end of the memory and on from its beginning', () => {
    expect(usedStretch(walk(3, 14))).toEqual({ from: 11, rows: 10 });
  });
  it('is all of it where all is used', () => {
    expect(usedStretch(walk(15, 0)).rows).toBe(SLOTS);
  });
});

describe('memory cells', () => {
  const flips = [
    { step: 3, location: 1, column: 2 },
    { step: 4, location: 2 },
  ];
  const trace = { ...walk(3, 0), flips };
  it('are shown turned before the step that will use them', () => {
    const cell = (step: number, location: number, column: number) => memoryAt(trace, step, location, column) * 1000;
    expect(cell(2, 1, 2)).toBeCloseTo(-(2 * SLOTS * WIDTH + WIDTH + 2), 3);
    expect(cell(2, 1, 3)).toBeCloseTo(2 * SLOTS * WIDTH + WIDTH + 3, 3);
    expect(cell(1, 1, 2)).toBeGreaterThan(0);
    for (let column = 0; column < WIDTH; column++) expect(cell(3, 2, column)).toBeLessThan(0);
  });
  it('stay marked from then on', () => {
    expect([1, 2, 3, 6].map((step) => turnedBy(trace, step).length)).toEqual([0, 1, 2, 2]);
  });
});

describe('a recorded run', () => {
  const trace = walk(3, 2);
  const kept = unpackTrace(JSON.parse(JSON.stringify(packTrace(trace))));
  it('keeps bits, answers, weightings and the last memory', () => {
    expect(kept.rows).toEqual(trace.rows);
    expect(wrongBits(kept.output, kept.target)).toBe(0);
    expect(Array.from(kept.weightings)).toEqual(Array.from(trace.weightings));
    for (const step of [0, 6]) expect(memoryAt(kept, step, 5, 1)).toBeCloseTo(memoryAt(trace, 6, 5, 1), 2);
  });
});
