import { describe, expect, it } from 'vitest';
import { GAMES } from './games';
import { type Entry, History, happenings, KEPT } from './history';
import { packPoster, unpackPoster } from './poster';
import type { Moment } from './task';
import { scaleOf, topOf } from './trace';
import { axisOf } from './values';

const seen = (grey: number) => new Uint8Array(84 * 84).fill(grey);
const moment = (frame: number, score = 0, lives = 4): Moment => ({
  frame,
  pictures: [new Uint8Array(160 * 192).fill(frame & 63)],
  standing: { score, bricks: score, lives, over: false },
  thought: { values: [frame / 10, 0.25, -0.5], seen: seen(frame & 255) },
  move: 0,
  byChance: false,
  sound: [],
});

describe('history', () => {
  it('keeps the last half minute', () => {
    const history = new History();
    for (let frame = 1; frame <= KEPT + 10; frame++) history.add(moment(frame));
    expect(history.entries).toHaveLength(KEPT);
    expect(history.entries[0]?.frame).toBe(11);
  });
  it('begins again with another game, and passes over frames at which nothing was looked at', () => {
    const history = new History();
    history.add(moment(400));
    history.add({ ...moment(401), thought: undefined });
    expect(history.entries).toHaveLength(1);
    history.add(moment(4));
    expect(history.entries.map(({ frame }) => frame)).toEqual([4]);
  });
  it('gives the four looks before a decision; the first stands for what was before it', () => {
    const history = new History();
    for (const frame of [4, 8, 12, 16, 20]) history.add(moment(frame));
    const greys = (index: number) => history.stack(index).map((look) => look[0]);
    expect(greys(4)).toEqual([8, 12, 16, 20]);
    expect(greys(1)).toEqual([4, 4, 4, 8]);
  });
  it('tells points and lost balls', () => {
    const history = new History();
    [moment(4), moment(8, 3), moment(12, 3, 3), moment(16, 3, 3)].forEach((each) => {
      history.add(each);
    });
    expect(happenings(history.entries)).toEqual([
      { index: 1, kind: 'point' },
      { index: 2, kind: 'loss' },
    ]);
  });
});

describe('the expectation over time', () => {
  it.each([
    [1, 1],
    [1.2, 1.5],
    [4.6, 5],
  ])('with %d at most has an axis to %d', (value, top) => expect(topOf(value)).toBe(top));
  it('begins at the left edge, and stands on nought', () => {
    const scale = scaleOf({ width: 480, height: 58, decisions: 150, signed: false }, [0, 1, 2]);
    expect(scale.x(0)).toBe(0);
    expect(scale.x(149)).toBeCloseTo(480 - 46);
    expect(scale.y(0)).toBeCloseTo(58 - 8);
    expect(scale.y(scale.top)).toBeCloseTo(6);
  });
});

describe('where points are lost, too', () => {
  it('the axis reaches as far below nought as above', () => {
    const scale = scaleOf({ width: 480, height: 58, decisions: 150, signed: true }, [0.2, -1.7, undefined]);
    expect(scale.top).toBe(2);
    expect(scale.y(0)).toBeCloseTo((scale.y(2) + scale.y(-2)) / 2);
    expect(scale.y(-2)).toBeCloseTo(58 - 8);
  });
  it('so do the bars', () => {
    const entries = [moment(4), moment(8)].map(({ thought, ...rest }) => ({ ...rest, ...thought }) as unknown as Entry);
    expect(axisOf(entries, GAMES.pong)).toEqual({ low: -1, high: 1 });
    expect(axisOf(entries, GAMES.rubble)).toEqual({ low: 0, high: 1 });
    const lost = { ...entries[0], values: [-1.5, 0.2, -3] } as Entry;
    expect(axisOf([lost], GAMES.pong)).toEqual({ low: -3, high: 3 });
  });
  it('a point of the other player’s is a loss', () => {
    const at = (score: number, opponentScore: number) => ({ standing: { score, opponentScore, over: false } }) as Entry;
    expect(happenings([at(0, 0), at(0, 1), at(1, 1), at(1, 1)])).toEqual([
      { index: 1, kind: 'loss' },
      { index: 2, kind: 'point' },
    ]);
  });
});

describe('a recorded game', () => {
  it('comes back as it was, but for most pictures of the past', () => {
    const history = new History();
    for (let frame = 4; frame <= 40; frame += 4) history.add(moment(frame, frame));
    const entries = unpackPoster(JSON.parse(JSON.stringify(packPoster(history.entries))));
    expect([9, 4].map((index) => entries[index]?.picture)).toEqual(
      [9, 4].map((index) => history.entries[index]?.picture),
    );
    expect(entries[8]?.picture).toBeUndefined();
    const plain = ({ values, frame, move, standing }: Entry) => ({ values, frame, move, standing });
    expect(entries.map(plain)).toEqual(history.entries.map(plain));
    expect(entries.slice(-4).map((entry) => entry.seen[0])).toEqual([28, 32, 36, 40]);
  });
});
