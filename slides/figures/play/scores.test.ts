import { expect, it } from 'vitest';
import data from '../atari-scores.json';
import { percentOfHuman } from './scores.ts';

it('counts from random play to the person', () => {
  expect(percentOfHuman(1, 1, 5)).toBe(0);
  expect(percentOfHuman(5, 1, 5)).toBe(100);
  expect(percentOfHuman(0, 1, 5)).toBe(-25);
  // Pong: all of these scores but the last are below zero.
  expect(percentOfHuman(-3, -20.4, -3)).toBe(100);
  expect(percentOfHuman(20, -20.4, -3)).toBeCloseTo(232.2, 1);
});

it('puts DQN above the person in three games of seven, as the paper says', () => {
  const above = data.games.filter(({ dqn, random, human }) => percentOfHuman(dqn, random, human) > 100);
  expect(above.map(({ name }) => name)).toEqual(['Breakout', 'Pong', 'Enduro']);
});

it('puts DQN above the other learners in all seven', () => {
  for (const { dqn, sarsa, contingency } of data.games) expect(dqn).toBeGreaterThan(Math.max(sarsa, contingency));
});
