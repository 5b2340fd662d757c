import { expect, it } from 'vitest';
import type { Branch } from './task';
import { treePlan } from './tree';

const branch = (parent: number, word: string, kept = true): Branch => ({ parent, word, probability: 0.5, kept });
/** "a" and "the" are carried along; "a dog ." wins, after "the dog" had led. */
const branches = [
  branch(-1, 'two', false),
  branch(-1, 'the'),
  branch(-1, 'a'),
  branch(1, 'cat', false),
  branch(1, 'dog'),
  branch(2, 'dog'),
  branch(5, 'runs', false),
  branch(5, '.'),
];
const plan = treePlan(branches, 7, 2, { width: 858, height: 200 });
const word = (index: number) => plan.words.find(({ branch }) => branch === index);

it('the sentence that won runs straight along the top', () => {
  const won = plan.words.filter(({ kind }) => kind === 'best');
  expect(won.map(({ word }) => word)).toEqual(['a', 'dog', 'end']);
  expect(new Set(won.map(({ y }) => y)).size).toBe(1);
});

it('the other keeps a lane of its own, and what was pruned hangs below its parent', () => {
  expect(word(4)?.y).toBe(word(1)?.y);
  expect(word(4)?.y).toBeGreaterThan(word(5)?.y as number);
  expect(word(3)?.y).toBeGreaterThan(word(1)?.y as number);
  expect(word(6)?.from.x).toBeGreaterThan(word(5)?.x as number);
});

it('words of one step begin on one line, after the step before', () => {
  expect(word(4)?.x).toBe(word(5)?.x);
  expect(word(5)?.x).toBeGreaterThan((word(1)?.x as number) + (word(1)?.width as number));
});

it('a sentence that is too long gets a wider drawing', () => {
  const long = Array.from({ length: 20 }, (_, index) => branch(index - 1, 'snowboarder'));
  const { width, words } = treePlan(long, 19, 1, { width: 858, height: 200 });
  expect(width).toBeGreaterThan(858);
  expect(Math.max(...words.map(({ x, width: text }) => x + text))).toBeLessThanOrEqual(width);
});
