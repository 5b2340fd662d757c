import { describe, expect, it, vi } from 'vitest';
import { pongRom } from '../../tests/support/pong-rom';
import { GAMES } from './games';
import { WIDTH } from './observation';
import { Seat } from './seat';

vi.setConfig({ testTimeout: 240_000 });

/** Columns of the picture: within the player's bat, and between it and the net. */
const BAT = 141;
const EMPTY = 120;
/** Rows of the court, without its walls. */
const [TOP, BOTTOM] = [38, 188];

const rom = pongRom();
const { moves } = GAMES.pong;
const held = (name: string) => moves.find((move) => move.name === name)?.held ?? {};

/** The first row of the player's bat. */
function batRow(seat: Seat): number {
  const picture = seat.picture();
  for (let row = TOP; row < BOTTOM; row++) if (picture[row * WIDTH + BAT] !== picture[row * WIDTH + EMPTY]) return row;
  return BOTTOM;
}

// Runs where Atari's cartridge can be had: PONG_ROM=FILE, or PYTHON=one that has ale-py.
describe.skipIf(!rom)('Pong', () => {
  const sit = (seed: number) => Seat.take(rom as Uint8Array, GAMES.pong, { game: 1, seed });

  it('has just begun, the bat in the middle', async () => {
    const seat = await sit(4);
    expect(seat.standing).toEqual({ score: 0, opponentScore: 0, over: false });
    expect(Math.abs(batRow(seat) - (TOP + BOTTOM) / 2)).toBeLessThan(20);
  });

  it('moves the bat the way a move is called, and not at all by itself', async () => {
    const after = async (name: string) => {
      const seat = await sit(4);
      for (let frame = 0; frame < 12; frame++) seat.frame(held(name));
      return batRow(seat);
    };
    const [stay, down, up] = [await after('stay'), await after('down'), await after('up')];
    expect(stay).toBe(batRow(await sit(4)));
    expect(down).toBeGreaterThan(stay + 20);
    expect(up).toBeLessThan(stay - 20);
  });

  it('is lost to 21 by an idle bat, one point after another', async () => {
    const seat = await sit(1);
    const points: (number | undefined)[] = [];
    while (!seat.standing?.over && seat.frames < 9000) {
      seat.frame({});
      if (points.at(-1) !== seat.standing?.opponentScore) points.push(seat.standing?.opponentScore);
    }
    expect(seat.standing).toMatchObject({ opponentScore: 21, over: true });
    expect(points).toEqual(Array.from({ length: 22 }, (_, point) => point));
  });
});
