import { describe, expect, it } from 'vitest';
import { answers, normalise, parsePairs, parseStep, quoted, readFields } from './task';

describe('normalise', () => {
  it.each([
    ['  King\n', 'king'],
    ['Café', 'cafe'],
    ['Cafe\u0301', 'cafe'],
    ['ZÜRICH', 'zurich'],
    ['ﬁsh', 'fish'],
    ['   ', ''],
    ['<b>King</b>', '<b>king</b>'],
  ])('reads %j as %j', (typed, word) => expect(normalise(typed)).toBe(word));
});

describe('parsePairs', () => {
  it('takes lines, semicolons and whatever stands between two words', () => {
    const typed = 'Man woman\nking, queen; uncle\taunt\n\nactor -> actress\nprince – princess\nheir';
    expect(parsePairs(typed, 24)).toEqual([
      ['man', 'woman'],
      ['king', 'queen'],
      ['uncle', 'aunt'],
      ['actor', 'actress'],
      ['prince', 'princess'],
    ]);
  });
  it('keeps the hyphen of one word, and no more pairs than it may', () => {
    expect(parsePairs('part-time full-time; a b; c d', 2)).toEqual([
      ['part-time', 'full-time'],
      ['a', 'b'],
    ]);
  });
});

describe('readFields', () => {
  const read = (a: string, b: string, c: string) => readFields({ a, b, c }, 'add', 10);
  it('asks for an analogy when all fields are filled', () => {
    expect(read(' Man', 'KING', 'woman')).toEqual({
      kind: 'analogy',
      a: 'man',
      b: 'king',
      c: 'woman',
      method: 'add',
      top: 10,
    });
  });
  it('asks for neighbours of what is there, each once, and for nothing when nothing is', () => {
    expect(read('', 'king', ' ')).toEqual({ kind: 'neighbours', words: ['king'], top: 10 });
    expect(read('', 'king', 'King')).toEqual({ kind: 'neighbours', words: ['king'], top: 10 });
    expect(read('', '  ', '')).toBeUndefined();
  });
});

describe('parseStep', () => {
  it('reads two words, two numbers, or nothing', () => {
    expect(parseStep(' Man woman ')).toEqual({ tail: 'man', tip: 'woman' });
    expect(parseStep('-0.25 .5')).toEqual({ right: -0.25, up: 0.5 });
    expect(parseStep('0.25 Infinity')).toEqual({ tail: '0.25', tip: 'infinity' });
    expect(parseStep('man')).toBeUndefined();
  });
});

describe('answers', () => {
  const question = { a: 'man', b: 'king', c: 'woman' };
  const result = { kind: 'analogy', question, method: 'add', missing: [], words: [] } as const;
  it('compares what was asked, not how many words were wanted', () => {
    expect(answers(result, { kind: 'analogy', ...question, method: 'add', top: 3 })).toBe(true);
    expect(answers(result, { kind: 'analogy', ...question, method: 'mul', top: 3 })).toBe(false);
    expect(answers(result, { kind: 'neighbours', words: ['king'], top: 3 })).toBe(false);
  });
});

it('quotes the beginning of what is long', () => {
  expect(quoted('king')).toBe('“king”');
  expect(quoted('x'.repeat(10_000))).toHaveLength(26);
});
