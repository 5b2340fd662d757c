import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDoors } from '../../doors';
import golden from '../../models/ntm-copy/golden.json';
import type { NtmCopyElement } from './element';
import { writePriorities } from './priority-sort';
import { type Bits, type TaskName, writeBits } from './task';
import { type Choice, TASKS, taskNames } from './tasks';
import type { Trace } from './trace';

/** From raw bits to probabilities and weightings, against PyTorch. */

/** A row as a string of bits, or as numbers where one is no bit. */
const bitsOf = (rows: readonly (string | number[])[]): Bits => rows.map((row) => Array.from(row, Number));
const casesOf = (name: string) =>
  golden.input
    .map((input, index) => ({ input, expected: golden.cases[index] as (typeof golden.cases)[number] }))
    .filter(({ input }) => input.model === name)
    .map(({ input, expected }) => ({
      ...expected,
      target: bitsOf(expected.target),
      rows: bitsOf(input.rows),
      answersFrom: input.answersFrom,
    }));
type Golden = ReturnType<typeof casesOf>[number];
const toleranceOf = (name: string) => (golden.tolerance as Record<string, number>)[name] as number;
const largest = (found: readonly number[], expected: readonly number[]) =>
  found.reduce((most, value, index) => Math.max(most, Math.abs(value - (expected[index] as number))), 0);

const elements = openDoors();
beforeAll(async () => {
  await elements.get('ntm-copy')?.();
});

interface Origin extends Choice {
  readonly bits: Bits;
}

/** The bits and the choice that a golden sequence of a task comes from. */
const origin: Readonly<Record<TaskName, (given: Golden) => Origin>> = {
  copy: ({ rows, answersFrom }) => ({
    seed: 0,
    bits: rows.slice(0, answersFrom - 1).map((row) => row.slice(0, 8)),
  }),
  'repeat-copy': ({ rows, target, answersFrom }) => ({
    seed: 0,
    repeats: (target.length - 1) / (answersFrom - 1),
    bits: rows.slice(0, answersFrom - 1).map((row) => row.slice(0, 8)),
  }),
  'associative-recall': ({ rows, answersFrom }) => {
    const plain = rows.map((row) => row.slice(0, 6));
    const stored = plain.slice(0, answersFrom - 5).filter((_, step) => step % 4 > 0);
    const question = String(plain.slice(answersFrom - 4, answersFrom - 1));
    const seed = stored.findIndex((_, row) => row % 3 === 0 && String(stored.slice(row, row + 3)) === question) / 3;
    return { seed, bits: stored };
  },
  'dynamic-ngrams': ({ rows, target }) => ({ seed: 0, bits: [...rows, ...target.slice(-1)] }),
  'priority-sort': ({ rows, answersFrom }) => {
    const shown = rows.slice(0, answersFrom - 1);
    const priorities = shown.map((row) => row[8] as number);
    return { seed: 0, bits: shown.map((row) => row.slice(0, 8)), priorities };
  },
};

describe.each(taskNames)('the sequence fed: %s', (task) => {
  it.each(casesOf(task))('$case', (given) => {
    const { bits, ...choice } = origin[task](given);
    const { rows, target } = TASKS[task].sequence(bits, choice);
    expect(target).toEqual(given.target);
    expect(rows).toHaveLength(given.rows.length);
    expect(largest(rows.flat(), given.rows.flat())).toBeLessThan(1e-6);
  });
});

describe.each(['webgl', 'wasm'])('on %s', (backend) => {
  let demo: NtmCopyElement;
  let trace: Trace;
  beforeAll(async () => {
    demo = document.createElement('dl-ntm-copy') as NtmCopyElement;
    demo.setAttribute('backend', backend);
    demo.addEventListener('dl-result', (event) => {
      trace = (event as CustomEvent).detail.result;
    });
    document.body.append(demo);
    await demo.load();
  });
  afterAll(() => demo.remove());

  const run = async (task: TaskName, { bits, seed, repeats = 1, priorities = [] }: Origin) => {
    const told = new Promise((resolve) => demo.addEventListener('dl-result', resolve, { once: true }));
    const written = { bits: writeBits(bits), priorities: writePriorities(priorities) };
    for (const [name, value] of Object.entries({ task, seed, repeats, ...written }))
      demo.setAttribute(name, String(value));
    await told;
  };

  it.each(taskNames.flatMap((task) => casesOf(task).map((given) => ({ task, ...given }))))('$case', async (given) => {
    await run(given.task, origin[given.task](given));
    expect(trace.output).toHaveLength(given.output.length);
    expect(largest(trace.output.flat(), given.output.flat())).toBeLessThanOrEqual(toleranceOf(given.case));
    const found = given.weightings?.positions.map((position) => trace.weightings[position] as number) ?? [];
    expect(found.length).toBeGreaterThan(100);
    expect(largest(found, given.weightings?.values ?? [])).toBeLessThanOrEqual(toleranceOf(given.case));
  });

  const rivals = taskNames.flatMap((task) => casesOf(TASKS[task].rival ?? '').map((given) => ({ task, ...given })));
  it.each(rivals)('$case', async (given) => {
    await run(given.task, origin[given.task](given));
    expect(trace.lstm).toHaveLength(given.output.length);
    expect(largest(trace.lstm.flat(), given.output.flat())).toBeLessThanOrEqual(toleranceOf(given.case));
  });
});
