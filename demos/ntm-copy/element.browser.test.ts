import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { openDoors } from '../../doors';
import type { NtmCopyElement } from './element';
import { randomBits, writeBits } from './task';

/** What the hand does, by keyboard alone, and what is refused. */

const elements = openDoors();
let demo: NtmCopyElement;
let pageHeard: string[] = [];
const listen = (event: KeyboardEvent) => pageHeard.push(event.key);
const inside = <T extends HTMLElement>(selector: string) => demo.shadowRoot?.querySelector(selector) as T;
const button = (words: string) =>
  [...(demo.shadowRoot?.querySelectorAll('button') ?? [])].find(({ textContent }) => textContent?.includes(words));
const results = (event: string) => new Promise((resolve) => demo.addEventListener(event, resolve, { once: true }));
const step = () => Number(inside('.step b').textContent);
const until = async (holds: () => boolean, what: string) => {
  for (const end = performance.now() + 20_000; performance.now() < end; ) {
    if (holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`never ${what}`);
};

beforeAll(async () => {
  await elements.get('ntm-copy')?.();
});
beforeEach(async () => {
  demo = document.createElement('dl-ntm-copy') as NtmCopyElement;
  demo.setAttribute('backend', 'wasm');
  document.body.append(demo);
  await demo.updateComplete;
  pageHeard = [];
  document.addEventListener('keydown', listen);
});
afterEach(async () => {
  document.removeEventListener('keydown', listen);
  demo.dispose();
  await demo.disposed;
  demo.remove();
});

describe('by keyboard', () => {
  it('draws a bit, and the page hears no key of it', async () => {
    const bits = randomBits(20, 7);
    inside('[data-grid="input"]').focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowDown} ');
    const expected = bits.map((row, index) => (index === 2 ? row.with(1, 1 - (row[1] as number)) : row));
    expect(demo.getAttribute('bits')).toBe(writeBits(expected));
    expect(pageHeard).toEqual([]);
    expect(inside('[data-grid="input"]').getAttribute('aria-label')).toContain('row 3 of 20, bit 2');
  });

  it('turns the sign of a priority, and the row is asked for in another place', async () => {
    demo.setAttribute('task', 'priority-sort');
    demo.setAttribute('priorities', '0.9 0.5 0.1 -0.3 -0.7');
    demo.setAttribute('length', '5');
    await demo.updateComplete;
    inside('[data-grid="input"]').focus();
    await userEvent.keyboard(`${'{ArrowDown}'.repeat(8)}`);
    await demo.updateComplete;
    expect(inside('[data-grid="input"]').getAttribute('aria-label')).toContain('row 1 of 5, priority 0.90');
    await userEvent.keyboard(' ');
    expect(demo.getAttribute('priorities')).toBe('-0.9 0.5 0.1 -0.3 -0.7');
    expect(demo.hasAttribute('bits')).toBe(false);
    expect(pageHeard).toEqual([]);
  });

  it('goes back and forth on the tape', async () => {
    await demo.copy(randomBits(5, 1));
    await demo.updateComplete;
    expect(step()).toBe(11);
    inside('.scrub').focus();
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}{ArrowRight}');
    await demo.updateComplete;
    expect(step()).toBe(10);
    button('Back')?.click();
    await demo.updateComplete;
    expect(step()).toBe(9);
    inside('[data-grid="write"]').focus();
    await userEvent.keyboard('{Home}{ArrowRight} ');
    await demo.updateComplete;
    expect(step()).toBe(2);
    expect(pageHeard).toEqual([]);
  });

  it('turns a memory cell, which is seen in what comes after, and takes it back', async () => {
    await demo.copy(randomBits(8, 1));
    inside('.scrub').focus();
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}{ArrowLeft}');
    inside('[data-grid="memory"]').focus();
    const told = results('dl-result');
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowRight} ');
    const { result } = ((await told) as CustomEvent).detail;
    expect(result.flips).toHaveLength(1);
    expect(demo.getAttribute('flips')).toMatch(/^14-\d+-1$/);
    await demo.updateComplete;
    expect(step()).toBe(14);
    button('Undo')?.click();
    expect(demo.hasAttribute('flips')).toBe(false);
  });
});

describe('the tape', () => {
  it('plays to its end and rests there', async () => {
    demo.setAttribute('length', '3');
    demo.setAttribute('speed', '4');
    await demo.load();
    demo.run();
    await until(() => demo.state === 'ready', 'at rest');
    await demo.updateComplete;
    expect(step()).toBe(7);
  });

  it('breaks the answer when a whole memory row is turned', async () => {
    await demo.copy(randomBits(20, 7));
    const whole = demo.shadowRoot?.querySelector('[role="status"]');
    await demo.updateComplete;
    expect(whole?.textContent).toBe('copied 20 of 20 rows, 0 bits wrong');
    const told = results('dl-result');
    button('Flip a memory row')?.click();
    await told;
    await demo.updateComplete;
    expect(whole?.textContent).not.toContain('copied 20 of 20');
  });
});

describe('guesses of the next bit', () => {
  it('have a cost, and stand beside those of an LSTM and the best possible', async () => {
    demo.setAttribute('task', 'dynamic-ngrams');
    demo.setAttribute('view', 'lstm');
    demo.setAttribute('length', '60');
    await demo.load();
    const told = results('dl-result');
    demo.run();
    const { result } = ((await told) as CustomEvent).detail;
    demo.pause();
    expect([result.output.length, result.lstm.length]).toEqual([55, 55]);
    await demo.updateComplete;
    expect(demo.shadowRoot?.querySelectorAll('[data-strip]')).toHaveLength(4);
    expect(inside('.errors').getAttribute('aria-label')).toMatch(/saved against tossing a coin: .*best -?\d+/);
    expect(inside('[role="status"]').textContent).toMatch(/^predicted 55 bits at a cost of [\d.]+ bits/);
  });
});

describe('what it cannot copy', () => {
  it.each([
    ['no rows', []],
    ['121 rows', randomBits(121, 1)],
    ['another bit than 0 and 1', [[0, 1, 0, 1, 0, 1, 0, 2]]],
    ['another width', [[0, 1, 0, 1, 0, 1, 0]]],
  ])('is refused with what is allowed: %s', async (_, bits) => {
    const told = results('dl-error');
    await expect(demo.copy(bits)).rejects.toMatchObject({ name: 'DemoError', code: 'input' });
    expect(((await told) as CustomEvent).detail.message).toContain('1 to 120 rows of 8 bits, each 0 or 1');
    expect(demo.state).toBe('idle');
    expect((await demo.copy(randomBits(2, 1))).output).toHaveLength(2);
  });

  it('is said of an attribute too, and random rows stand in for it', async () => {
    const told = results('dl-error');
    demo.setAttribute('bits', 'zz');
    expect(((await told) as CustomEvent).detail.code).toBe('input');
    await demo.updateComplete;
    expect(inside('[data-grid="input"]').getAttribute('aria-label')).toContain('of 20');
  });
});

it('gives both weightings of every step', async () => {
  const bits = randomBits(6, 2);
  const { output, bitErrors, writeWeightings, readWeightings } = await demo.copy(bits);
  expect([output.length, writeWeightings.length, readWeightings.length]).toEqual([6, 7, 6]);
  expect(bitErrors).toBe(0);
  expect(output).toEqual(bits);
  for (const weights of [...writeWeightings, ...readWeightings]) {
    expect(weights).toHaveLength(128);
    expect(weights.reduce((sum, weight) => sum + weight)).toBeCloseTo(1, 4);
  }
});
