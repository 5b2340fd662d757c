import { describe, expect, it } from 'vitest';
import { randomFrom } from '../kit/random.ts';
import { draw, moves, outcomes, type Rules, type State, serve } from './bat-and-ball.ts';
import { solve } from './value-iteration.ts';

const rules: Rules = { width: 7, height: 5, bat: 3, slants: [-1, 1], stick: 0.25 };
const falling: State = { x: 3, y: 3, dx: 1, dy: 1, bat: 2 };

describe('the game', () => {
  it('shares out all chances', () => {
    for (const move of moves) {
      const chances = outcomes(falling, move, rules).map(({ chance }) => chance);
      expect(chances.reduce((a, b) => a + b, 0)).toBeCloseTo(1);
    }
  });

  it('rewards a hit and ends at a miss', () => {
    expect(outcomes(falling, 0, rules)).toEqual([
      { chance: 0.5, reward: 1, next: { x: 4, y: 4, dx: -1, dy: -1, bat: 2 } },
      { chance: 0.5, reward: 1, next: { x: 4, y: 4, dx: 1, dy: -1, bat: 2 } },
    ]);
    expect(outcomes({ ...falling, bat: 0 }, 0, rules)).toEqual([{ chance: 1, reward: 0, next: null }]);
  });

  it('reflects at the walls and the ceiling', () => {
    const corner: State = { x: 6, y: 1, dx: 1, dy: -1, bat: 0 };
    expect(outcomes(corner, 0, rules)[0]?.next).toEqual({ x: 5, y: 0, dx: -1, dy: 1, bat: 0 });
  });
});

describe('its solution', () => {
  const discount = 0.9;
  const solution = solve(rules, discount);

  it('satisfies the equation of Bellman where a ball was never tried', () => {
    const state: State = { x: 1, y: 2, dx: -1, dy: -1, bat: 4 };
    const worth = moves.map((move) =>
      outcomes(state, move, rules).reduce(
        (sum, { chance, reward, next }) => sum + chance * (reward + (next ? discount * solution.value(next) : 0)),
        0,
      ),
    );
    expect(solution.value(state)).toBeCloseTo(Math.max(...worth), 5);
  });

  it('is worth what play earns', () => {
    const random = randomFrom(3);
    const start = serve(rules, random);
    const games = 4000;
    let total = 0;
    for (let game = 0; game < games; game++) {
      let state: State | null = start;
      for (let step = 0; state && step < 80; step++) {
        const outcome = draw(outcomes(state, solution.best(state), rules), random);
        total += outcome.reward * discount ** step;
        state = outcome.next;
      }
    }
    expect(total / games).toBeCloseTo(solution.value(start), 1);
  });

  it('gives nothing for a ball that cannot be reached', () => {
    expect(solution.value({ x: 0, y: 3, dx: 1, dy: 1, bat: 4 })).toBe(0);
  });
});
