import { describe, expect, it } from 'vitest';
import { Reel } from './reel';
import type { Moment } from './task';

const moment = (frames: number): Moment => ({
  frame: frames,
  pictures: Array.from({ length: frames }, (_, at) => Uint8Array.of(at)),
  standing: undefined,
  thought: undefined,
  move: undefined,
  byChance: false,
  sound: [],
});

/** Shows a reel on a screen of a given rate, and tells when each frame came. */
function shown(reel: Reel, screenMs: number, untilMs: number): number[] {
  const times: number[] = [];
  for (let now = 1000; now < 1000 + untilMs; now += screenMs) for (const _ of reel.due(now)) times.push(now - 1000);
  return times;
}

describe('frames are shown 60 a second', () => {
  it.each([
    ['60 Hz', 1000 / 60],
    ['120 Hz', 1000 / 120],
    ['144 Hz', 1000 / 144],
    ['30 Hz', 1000 / 30],
  ])('on a screen of %s', (_, screenMs) => {
    const reel = new Reel();
    reel.add(moment(120));
    const times = shown(reel, screenMs, 1000);
    expect(times.length).toBeGreaterThanOrEqual(59);
    expect(times.length).toBeLessThanOrEqual(62);
  });

  it('in their order, none left out, however late they come', () => {
    const reel = new Reel();
    reel.add(moment(3));
    expect(shown(reel, 1000 / 60, 500)).toHaveLength(3);
    reel.add(moment(4));
    const late = reel.due(5000);
    // Time lost is not made up for: one frame, and the others at their pace.
    expect(late).toHaveLength(1);
    expect(reel.due(5017)).toHaveLength(1);
    expect(reel.all(5020).map(({ picture }) => picture[0])).toEqual([2, 3]);
  });
});
