import { describe, expect, it } from 'vitest';
import poster from '../poster.json';
import { randomBits } from '../task';
import { axisEnd, curvePoints } from './chart';
import { Curve } from './curve';
import { Learning } from './learning';
import { checkSequences, type Lesson, type LessonInput } from './lesson';
import { School } from './school';
import { Trainer } from './trainer';

const errors = { lengths: [], ntm: [], lstm: [] };
const ask = (changes: Partial<LessonInput['learn']> = {}): LessonInput['learn'] => ({
  ...{ run: 1, seed: 1, milliseconds: 600_000, most: 40, bits: randomBits(3, 7) },
  ...changes,
});

describe('what is learned', { timeout: 60_000 }, () => {
  it('depends on the seed alone: the recorded course begins the same', { timeout: 240_000 }, () => {
    const { seed, window, curve } = poster.lesson;
    const lesson = new School(ask({ seed })).step(ask({ most: 4 * window }), errors);
    expect(lesson.window).toBe(window);
    expect(lesson.curve.map((share) => Math.round(10 * share) / 10)).toEqual(curve.slice(0, 4));
  });

  it('is found: the recorded course ends with few bits wrong, and both heads on one path', () => {
    const { curve, sample } = poster.lesson;
    expect(curve[0]).toBeGreaterThan(45);
    expect(curve.at(-1)).toBeLessThan(5);
    expect(sample.output).toHaveLength(10);
  });

  it('goes on where it was saved, as if it had never stopped', () => {
    const [whole, before, after] = [new Trainer(5), new Trainer(5), new Trainer(5)];
    for (let update = 0; update < 6; update++) whole.iterate();
    for (let update = 0; update < 3; update++) before.iterate();
    after.resume(before.saved);
    for (let update = 0; update < 3; update++) after.iterate();
    expect(after.sequences).toBe(24);
    expect(after.weights).toEqual(whole.weights);
  });

  it('is another thing with another seed', () => {
    const [one, two] = [new Trainer(1), new Trainer(2)];
    one.iterate();
    two.iterate();
    expect(one.weights).not.toEqual(two.weights);
  });
});

describe('a step of the school', { timeout: 60_000 }, () => {
  it('stops at so many sequences, and tries the sequence it is given', () => {
    const school = new School(ask());
    const { sequences, sample, seed } = school.step(ask(), errors);
    expect([sequences, seed]).toEqual([40, 1]);
    expect(sample.target).toEqual(randomBits(3, 7));
    expect(sample.output).toHaveLength(3);
    for (let row = 0; row < sample.weightings.length; row += sample.slots) {
      const weights = Array.from({ length: sample.slots }, (_, n) => sample.weightings[row + n] as number);
      expect(weights.reduce((sum, weight) => sum + weight)).toBeCloseTo(1, 5);
    }
    const longer = school.step(ask({ milliseconds: 0, bits: randomBits(30, 1) }), errors);
    expect([longer.sequences, longer.sample.output.length]).toEqual([40, 30]);
  });
});

describe('the curve', () => {
  it('keeps every bit while windows are joined', () => {
    const curve = new Curve();
    for (let update = 0; update < 10_000; update++) curve.add(4, 1, 8);
    const { window, wrong, bits } = curve.state;
    expect(window).toBeGreaterThan(100);
    expect(wrong.length).toBeLessThanOrEqual(160);
    expect(wrong.reduce((sum, value) => sum + value)).toBe(10_000);
    expect(bits.reduce((sum, value) => sum + value)).toBe(80_000);
    expect(new Set(curve.shares)).toEqual(new Set([12.5]));
    const resumed = new Curve(curve.state);
    resumed.add(4, 8, 8);
    curve.add(4, 8, 8);
    expect(resumed.state).toEqual(curve.state);
  });

  it('has an axis that it fits on', () => {
    expect([0, 5000, 5001, 10_001, 25_000, 60_000].map(axisEnd)).toEqual([5000, 5000, 10_000, 20_000, 50_000, 100_000]);
    const area = { left: 10, top: 20, width: 100, height: 50 };
    const lesson = { curve: [50, 25, 0], window: 100, sequences: 300 } as unknown as Lesson;
    expect(curvePoints(area, lesson)).toEqual([
      { x: 11, y: 20 },
      { x: 13, y: 45 },
      { x: 15, y: 70 },
    ]);
  });
});

describe('the page’s half', () => {
  const lesson = (sequences: number, run: number, share: number) =>
    ({ sequences, run, curve: [share], saved: undefined }) as unknown as Lesson;
  const course = () => new Learning({ seed: () => 1, bits: () => randomBits(2, 1) });

  it('tells a screen reader once in a thousand sequences', () => {
    const learning = course();
    const { run } = learning.next().learn;
    const told = new Set<string>();
    for (let sequences = 0; sequences <= 3000; sequences += 20) {
      learning.take(lesson(sequences, run, 40), false);
      told.add(learning.words);
    }
    expect([...told].at(-1)).toBe('3,000 sequences seen, 40.0 per cent of bits wrong');
    expect(told.size).toBe(4);
  });

  it('takes nothing from a course that was given up', () => {
    const learning = course();
    const { run } = learning.next().learn;
    learning.restart();
    learning.take(lesson(900, run, 40), false);
    expect(learning.lesson).toBeUndefined();
    expect(learning.next().learn.run).not.toBe(run);
  });

  it('hands what was saved to a new engine, once', () => {
    const learning = course();
    const { run } = learning.next().learn;
    const saved = { iterations: 9 } as unknown as Lesson['saved'];
    learning.take({ ...lesson(36, run, 40), saved }, false);
    expect(learning.next().learn.from).toBeUndefined();
    learning.follow('loading');
    expect(learning.next().learn.from).toBe(saved);
    expect(learning.next().learn.from).toBeUndefined();
  });

  it('goes on when the reader comes back, if it was at it', () => {
    const learning = course();
    expect(learning.comeBack()).toBe(false);
    learning.leave('running');
    learning.leave('ready'); // told of every slide that he goes to
    expect(learning.comeBack()).toBe(true);
    expect(learning.comeBack()).toBe(false);
  });
});

it.each([-1, 1.5, 2_000_000, Number.NaN, '40'])('%s is no number of sequences', (count) => {
  expect(() => checkSequences(count)).toThrow('It learns from 0 to 1000000 sequences');
});
