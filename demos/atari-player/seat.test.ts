import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { GAMES } from './games';
import { Seat } from './seat';

vi.setConfig({ testTimeout: 30_000 });

const bytes = new Uint8Array(readFileSync(new URL('cartridge/rubble.bin', import.meta.url)));
const sit = (seed: number, game = 1) => Seat.take(bytes, GAMES.rubble, { game, seed });

describe('a seat before our cartridge', () => {
  it('finds a game that has just begun, and four times the same first look', async () => {
    const seat = await sit(5);
    expect(seat.standing).toEqual({ score: 0, bricks: 0, lives: 4, over: false });
    expect(seat.frames).toBe(0);
    expect(new Set(seat.stack).size).toBe(1);
  });

  it('looks after every fourth frame, and keeps the last four looks', async () => {
    const seat = await sit(5);
    const [first] = seat.stack;
    for (let frame = 0; frame < 7; frame++) seat.frame({ left: true });
    expect(seat.stack.slice(0, 3)).toEqual([first, first, first]);
    seat.frame({ left: true });
    expect(seat.stack.slice(0, 2)).toEqual([first, first]);
    expect(seat.stack[2]).not.toEqual(first);
  });

  it('waits as long as its seed says, so that games differ', async () => {
    const [one, same, other] = [await sit(1), await sit(1), await sit(2)];
    expect(one.console.frames).toBe(same.console.frames);
    expect(one.console.frames).not.toBe(other.console.frames);
    expect(one.chance()).toBe(same.chance());
  });

  it('loses four balls with an idle hand, and then it is over', async () => {
    const seat = await sit(3);
    const lives = new Set<number | undefined>();
    while (seat.frames < 3000 && !seat.standing?.over) {
      seat.frame({});
      lives.add(seat.standing?.lives);
    }
    expect([...lives].filter((left) => left !== undefined).length).toBeGreaterThanOrEqual(4);
    expect(seat.standing).toMatchObject({ over: true, lives: 0 });
  });
});
