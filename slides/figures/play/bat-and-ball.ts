/**
 * The smallest game in which waiting matters: a ball, a court with walls on three sides, and a bat at the bottom whose
 * joystick sometimes sticks. Small enough to be solved exactly.
 */
import { integer, type Random } from '../kit/random.ts';

export interface Rules {
  /** Cells of the court. */
  readonly width: number;
  readonly height: number;
  /** Cells of the bat, which fills its own row at the bottom. */
  readonly bat: number;
  /** Cells a step to the side that the ball may have after a hit; one is drawn. */
  readonly slants: readonly number[];
  /** Chance that a move is not carried out. */
  readonly stick: number;
}

export interface State {
  /** Column and row of the ball; row 0 is the top, height − 1 the row of the bat. */
  readonly x: number;
  readonly y: number;
  /** Columns and rows a step. */
  readonly dx: number;
  readonly dy: -1 | 1;
  /** Left end of the bat. */
  readonly bat: number;
}

export const moves = [-1, 0, 1] as const;
export type Move = (typeof moves)[number];

/** What a step may lead to: `next` is null when the ball is lost and the game ends. */
export interface Outcome {
  readonly chance: number;
  readonly reward: 0 | 1;
  readonly next: State | null;
}

function reflect(x: number, dx: number, width: number): [number, number] {
  const to = x + dx;
  if (to < 0) return [-to, -dx];
  if (to >= width) return [2 * (width - 1) - to, -dx];
  return [to, dx];
}

/** Where the ball goes once the bat has moved. A hit is worth 1 and sends the ball up at a slant that chance draws. */
function fly(state: State, bat: number, rules: Rules): Outcome[] {
  const [x, dx] = reflect(state.x, state.dx, rules.width);
  const y = state.y + state.dy;
  if (y < rules.height - 1) return [{ chance: 1, reward: 0, next: { x, y, dx, dy: y === 0 ? 1 : state.dy, bat } }];
  if (x < bat || x >= bat + rules.bat) return [{ chance: 1, reward: 0, next: null }];
  return rules.slants.map((slant) => ({
    chance: 1 / rules.slants.length,
    reward: 1,
    next: { x, y, dx: slant, dy: -1, bat },
  }));
}

/** Every outcome of a move, with its chance; the chances add up to 1. */
export function outcomes(state: State, move: Move, rules: Rules): Outcome[] {
  const moved = Math.min(rules.width - rules.bat, Math.max(0, state.bat + move));
  if (moved === state.bat || rules.stick === 0) return fly(state, moved, rules);
  const weighed = (bat: number, chance: number) =>
    fly(state, bat, rules).map((outcome) => ({ ...outcome, chance: outcome.chance * chance }));
  return [...weighed(moved, 1 - rules.stick), ...weighed(state.bat, rules.stick)];
}

/** One of the outcomes, by their chances. */
export function draw(possible: readonly Outcome[], random: Random): Outcome {
  let left = random();
  for (const outcome of possible) {
    left -= outcome.chance;
    if (left < 0) return outcome;
  }
  return possible.at(-1) as Outcome;
}

/** A ball that has just left the bat. */
export function serve(rules: Rules, random: Random): State {
  const bat = integer(random, 0, rules.width - rules.bat);
  const slant = rules.slants[integer(random, 0, rules.slants.length - 1)] as number;
  return { x: bat + Math.floor(rules.bat / 2), y: rules.height - 1, dx: slant, dy: -1, bat };
}
