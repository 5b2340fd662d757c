import { describe, expect, it } from 'vitest';
import { checkBits, flipBit, randomBits, readBits, readFlips, writeBits, writeFlips, wrongBits } from './task';
import { randomRows, TASKS } from './tasks';

const LONGEST = 120;

const row = [1, 0, 1, 0, 0, 1, 0, 1];

describe('checkBits', () => {
  it.each([
    ['no rows', []],
    ['121 rows', randomBits(LONGEST + 1, 1)],
    ['a bit that is 2', [row, [1, 0, 1, 0, 0, 1, 0, 2]]],
    ['a bit that is a half', [[1, 0, 1, 0, 0, 1, 0, 0.5]]],
    ['a bit that is text', [['1', 0, 1, 0, 0, 1, 0, 0]]],
    ['seven bits', [row.slice(1)]],
    ['nine bits', [[...row, 0]]],
    ['a row that is none', [row, 5]],
    ['no list', 'ff00'],
    ['nothing', undefined],
  ])('refuses %s and says what is allowed', (_, bits) => {
    expect(() => checkBits(bits, TASKS.copy)).toThrow(/1 to 120 rows of 8 bits, each 0 or 1/);
    expect(() => checkBits(bits, TASKS.copy)).toThrow(expect.objectContaining({ name: 'DemoError', code: 'input' }));
  });
  it('takes 1 and 120 rows', () => {
    expect(checkBits([row], TASKS.copy)).toEqual([row]);
    expect(checkBits(randomBits(LONGEST, 1), TASKS.copy)).toHaveLength(LONGEST);
  });
});

describe('the copy task', () => {
  it('feeds the rows, an end mark on a channel of its own, then silence', () => {
    const { rows, answersFrom, target } = TASKS.copy.sequence([row, row], { seed: 0 });
    expect(rows).toEqual([[...row, 0], [...row, 0], [0, 0, 0, 0, 0, 0, 0, 0, 1], Array(9).fill(0), Array(9).fill(0)]);
    expect(answersFrom).toBe(3);
    expect(rows.length - answersFrom).toBe(target.length);
  });
});

describe('repeat copy', () => {
  it('asks for the rows as often as the count says, and for an end mark', () => {
    const { rows, answersFrom, target } = TASKS['repeat-copy'].sequence([row, row], { seed: 0, repeats: 10 });
    expect([rows.length, answersFrom, target.length]).toEqual([24, 3, 21]);
    // The count has mean 0 and spread 1 over 1 to 10.
    expect(rows[2]?.slice(8)).toEqual([1, expect.closeTo(1.5667, 4)]);
    expect(target[19]).toEqual([...row, 0]);
    expect(target[20]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 1]);
  });
});

describe('associative recall', () => {
  const { sequence, rowAt, rowsEach, least } = TASKS['associative-recall'];
  const bits = randomRows(TASKS['associative-recall'], 4, 5);
  it('stores items behind marks, asks about one, and wants the next', () => {
    const { rows, split, answersFrom, target } = sequence(bits, { seed: 7 });
    expect([bits.length, split, answersFrom, rows.length]).toEqual([12, 16, 21, 24]);
    // Seed 7 of 3 items that have a next one: the second.
    expect(rows.slice(17, 20).map((row) => row.slice(0, 6))).toEqual(bits.slice(3, 6));
    expect(target).toEqual(bits.slice(6, 9));
    const marks = (channel: number) => rows.flatMap((row, step) => (row[channel] === 1 ? [step] : []));
    expect(marks(6)).toEqual([0, 4, 8, 12]);
    expect(marks(7)).toEqual([16, 20]);
  });
  it('never asks about the last item', () => {
    for (let seed = 0; seed < 9; seed++) expect(sequence(bits, { seed }).target).toHaveLength(3);
  });
  it('knows which row of bits a step feeds', () => {
    const { rows, split } = sequence(bits, { seed: 0 });
    for (let step = 0; step < split; step++) {
      const row = rowAt(step);
      expect(rows[step]?.slice(0, 6)).toEqual(row === undefined ? Array(6).fill(0) : bits[row]);
    }
  });
  it('takes whole items only', () => {
    expect(() => checkBits(bits.slice(1), TASKS['associative-recall'])).toThrow('2 to 20 items of 3 rows of 6 bits');
    expect(randomRows(TASKS['associative-recall'], 0, 1)).toHaveLength(least * rowsEach);
  });
});

describe('randomBits', () => {
  it('is repeated by its seed and by no other', () => {
    expect(randomBits(20, 7)).toEqual(randomBits(20, 7));
    expect(randomBits(20, 7)).not.toEqual(randomBits(20, 8));
  });
  it('tosses a fair coin in every column', () => {
    const bits = Array.from({ length: 50 }, (_, seed) => randomBits(LONGEST, seed)).flat();
    for (let bit = 0; bit < 8; bit++) {
      const ones = bits.filter((row) => row[bit] === 1).length / bits.length;
      expect(Math.abs(ones - 0.5)).toBeLessThan(0.02);
    }
  });
});

describe('in an address', () => {
  it('bits come back as they were', () => {
    const bits = randomBits(LONGEST, 3);
    expect(readBits(writeBits(bits), TASKS.copy)).toEqual(bits);
    expect(writeBits([row, Array(8).fill(0)])).toBe('a500');
  });
  it.each(['', 'f', 'xy', 'ff0', 'ff'.repeat(LONGEST + 1)])('bits %s are refused', (text) => {
    expect(() => readBits(text, TASKS.copy)).toThrow(expect.objectContaining({ code: 'input' }));
  });
  it('flips come back as they were', () => {
    const flips = [
      { step: 30, location: 8, column: 4 },
      { step: 31, location: 127, column: 19 },
      { step: 32, location: 0 },
    ];
    expect(readFlips(writeFlips(flips))).toEqual(flips);
    expect(readFlips('')).toEqual([]);
    expect(() => readFlips('30')).toThrow(expect.objectContaining({ code: 'input' }));
  });
});

describe('wrongBits', () => {
  it('rounds, compares, counts', () => {
    expect(wrongBits([[0.9, 0.4, 0.51, 0, 0, 1, 0, 0.6]], [row])).toBe(0);
    expect(wrongBits([[0.1, 0.4, 0.49, 0, 0, 1, 0, 0.6]], [row])).toBe(2);
    expect(wrongBits([row, row.map((bit) => 1 - bit)], [row, row])).toBe(8);
    expect(wrongBits([row, row.map((bit) => 1 - bit)], [row, row], 1)).toBe(0);
  });
});

describe('flipBit', () => {
  it('turns one bit and leaves the old rows alone', () => {
    const bits = [row, row];
    expect(flipBit(bits, 1, 2)[1]).toEqual([1, 0, 0, 0, 0, 1, 0, 1]);
    expect(flipBit(bits, 1, 2)[0]).toEqual(row);
    expect(bits[1]).toEqual(row);
  });
});
