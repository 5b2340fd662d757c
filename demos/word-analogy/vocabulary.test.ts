import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Vocabulary } from './vocabulary';

const text = readFileSync(new URL('../../models/word-analogy/words.txt', import.meta.url), 'utf8');
const vocabulary = new Vocabulary(text);
const FRAME_MS = 1000 / 60;

describe('the vocabulary', () => {
  it('finds each of its words where it stands', () => {
    vocabulary.words.forEach((word, row) => {
      if (vocabulary.row(word) !== row) expect(vocabulary.row(word)).toBe(row);
    });
    expect(vocabulary.has(' King ')).toBe(true);
    expect(vocabulary.has('constructor'.repeat(900))).toBe(false);
    expect(vocabulary.has('__proto__')).toBe(false);
    expect(vocabulary.has('')).toBe(false);
  });

  it('takes the order of another of the same text', () => {
    expect(new Vocabulary(text, vocabulary.sorted).row('queen')).toBe(vocabulary.row('queen'));
  });

  it.each(['k', 'QUE', 'berl', 'anti-', 'zz'])('completes %j as a search through all words does', (prefix) => {
    const expected = vocabulary.words.filter((word) => word.startsWith(prefix.toLowerCase())).slice(0, 8);
    expect(vocabulary.complete(prefix, 8)).toEqual(expected);
  });

  it('completes nothing to nothing', () => {
    expect(vocabulary.complete('  ', 8)).toEqual([]);
  });

  it('completes any beginning far within a frame', () => {
    const beginnings = new Set(vocabulary.words.flatMap((word) => [word.slice(0, 1), word.slice(0, 2)]));
    const times = [...beginnings].map((beginning) => Math.min(...[1, 2, 3].map(() => duration(beginning))));
    expect(Math.max(...times)).toBeLessThan(FRAME_MS / 4);
  });
});

describe('nearest spellings', () => {
  it.each([
    ['kingg', 'king'],
    ['quen', 'queen'],
    ['berlln', 'berlin'],
    ['gremany', 'germany'],
  ])('of %j has %j among them', (typed, meant) => expect(vocabulary.nearest(typed, 5)).toContain(meant));

  it('are those that the table of edit distances finds', () => {
    const words = vocabulary.words.slice(0, 3000);
    const small = new Vocabulary(words.join('\n'));
    for (const typed of ['pariss', 'wmoan', 'universty', 'thier']) {
      const best = words.filter((word) => editDistance(typed, word) <= 2);
      expect(new Set(small.nearest(typed, 3000))).toEqual(new Set(best));
    }
  });

  it('of what is no word at all are none', () => {
    expect(vocabulary.nearest('', 5)).toEqual([]);
    expect(vocabulary.nearest('x'.repeat(10_000), 5)).toEqual([]);
    expect(vocabulary.nearest('<img src=x onerror=y>', 5)).toEqual([]);
  });
});

function duration(beginning: string): number {
  const start = performance.now();
  vocabulary.complete(beginning, 8);
  return performance.now() - start;
}

function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, j) => j);
  [...one].forEach((letter, i) => {
    const next = [i + 1];
    for (let j = 1; j <= other.length; j++) {
      const change = (row[j - 1] as number) + (letter === other[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  });
  return row[other.length] as number;
}
