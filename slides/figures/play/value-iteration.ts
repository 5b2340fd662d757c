/** The exact value of every state of the bat-and-ball game, by value iteration (Bellman's equation, applied until still). */
import { type Move, moves, outcomes, type Rules, type State } from './bat-and-ball.ts';

export interface Solution {
  /** Rewards to come from here on under best play, each step's wait discounting them. */
  value(state: State): number;
  best(state: State): Move;
}

/** Numbers each state, so that values lie in one array. */
function indexing({ width, height, bat, slants }: Rules) {
  const places = width - bat + 1;
  const fastest = Math.max(...slants.map(Math.abs));
  const speeds = 2 * fastest + 1;
  const index = ({ x, y, dx, dy, bat: at }: State) =>
    (((x * height + y) * speeds + dx + fastest) * 2 + (dy > 0 ? 1 : 0)) * places + at;
  return { index, size: width * height * speeds * 2 * places };
}

function* states({ width, height, bat, slants }: Rules): Generator<State> {
  const speeds = [...new Set(slants.flatMap((slant) => [slant, -slant]))];
  for (let x = 0; x < width; x++) {
    for (let y = 0; y < height; y++) {
      for (const dx of speeds) {
        for (let at = 0; at <= width - bat; at++) {
          if (y > 0) yield { x, y, dx, dy: -1, bat: at };
          if (y < height - 1) yield { x, y, dx, dy: 1, bat: at };
        }
      }
    }
  }
}

/** `discount` in (0, 1) is what a reward one step later is worth; stops when no value moves by more than `tolerance`. */
export function solve(rules: Rules, discount: number, tolerance = 1e-6): Solution {
  const { index, size } = indexing(rules);
  const values = new Float64Array(size);
  const ways = (state: State, move: Move) =>
    outcomes(state, move, rules).map(({ chance, reward, next }) => ({ chance, reward, to: next ? index(next) : -1 }));
  const worth = (way: ReturnType<typeof ways>) =>
    way.reduce((sum, { chance, reward, to }) => sum + chance * (reward + discount * (values[to] ?? 0)), 0);
  const table = [...states(rules)].map((state) => ({
    at: index(state),
    moves: moves.map((move) => ways(state, move)),
  }));
  for (let change = Number.POSITIVE_INFINITY; change > tolerance; ) {
    change = 0;
    for (const { at, moves } of table) {
      const value = Math.max(...moves.map(worth));
      change = Math.max(change, Math.abs(value - (values[at] ?? 0)));
      values[at] = value;
    }
  }
  const better = (state: State, move: Move, best: Move) => worth(ways(state, move)) > worth(ways(state, best)) + 1e-9;
  return {
    value: (state) => values[index(state)] ?? 0,
    // Staying wins a tie, for it is named first.
    best: (state) => moves.reduce<Move>((best, move) => (better(state, move, best) ? move : best), 0),
  };
}
