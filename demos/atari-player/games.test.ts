import { describe, expect, it } from 'vitest';
import { GAMES, tally } from './games';

/** A memory in which these bytes stand. */
const memory =
  (bytes: Readonly<Record<number, number>>) =>
  (address: number): number =>
    bytes[address] ?? 0;

describe('the scoreboard', () => {
  it('of Rubble adds decimal digits up, and counts bricks', () => {
    const standing = GAMES.rubble.standing(memory({ 128: 0x53, 129: 0x12, 130: 3, 133: 44, 134: 1 }));
    expect(standing).toEqual({ score: 1253, bricks: 300, lives: 3, over: false });
    expect(tally(standing)).toBe(300);
  });

  it.each([
    ['just begun', 0, 0, false],
    ['in the middle', 5, 3, false],
    ['one short of its end', 20, 20, false],
    ['lost', 21, 4, true],
    ['won', 0, 21, true],
  ])('of Pong tells both players’ points: %s', (_, theirs, mine, over) => {
    const standing = GAMES.pong.standing(memory({ 141: theirs, 142: mine }));
    expect(standing).toEqual({ score: mine, opponentScore: theirs, over });
    expect(tally(standing)).toBe(mine - theirs);
  });
});

describe.each(Object.values(GAMES))('$title', ({ moves, buttons, paddles, checkpoints }) => {
  it('has moves and buttons that do something, and a policy of which the last state is the final one', () => {
    expect(moves[0]).toEqual({ name: 'stay', held: {} });
    expect(new Set(moves.map(({ name }) => name)).size).toBe(moves.length);
    expect(buttons.length).toBeGreaterThan(1);
    expect(moves.some(({ held }) => (held.turn ?? 0) !== 0)).toBe(paddles !== undefined);
    expect(checkpoints.at(-1)).toBe('final');
  });
});
