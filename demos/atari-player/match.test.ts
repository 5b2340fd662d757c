import { describe, expect, it } from 'vitest';
import { Cabinet, MINUTE } from './cabinet';
import { Desk, type DeskHooks } from './desk';
import type { Standing } from './games';
import { Match } from './match';
import type { Ask, Played } from './task';
import { outcomeWords } from './words';

const settings = { player: 'dqn', checkpoint: 'final', hue: 0, speed: '1', seed: 5, paddles: false } as const;

/** A match before an engine that plays 1,000 frames an ask, to this end. */
function bench(standing: Standing) {
  const said: string[] = [];
  const asked: Ask[] = [];
  const hooks = { settings: () => settings, shown: () => {}, over: () => {}, unplugged: () => {} };
  const cabinet = new Cabinet(hooks);
  const desk = new Desk(cabinet, { isCopy: () => false } as DeskHooks);
  let paused = 0;
  const match = new Match(cabinet, desk, {
    seed: () => 5,
    newGame: (seed) => cabinet.begin(seed),
    pause: () => {
      paused += 1;
    },
    call: async (ask) => {
      asked.push(ask);
      if (ask.turn.by !== 'dqn') throw new Error(`asked for ${ask.turn.by}`);
      const frames = Math.min(1000 * asked.length, ask.turn.maxFrames);
      const result = { frames, decisions: frames / 4, standing, done: frames === ask.turn.maxFrames };
      return { result: result as Played };
    },
    wake: () => {},
    refuse: (error) => error as Error,
    say: (message) => said.push(message),
  });
  return { match, cabinet, desk, said, asked, paused: () => paused };
}

describe('after a person’s minute', () => {
  it.each([
    ['bricks', { score: 30, bricks: 7, over: false }, { score: 44, bricks: 12, over: false }, 'You 7, the network 12'],
    [
      'points of two players',
      { score: 3, opponentScore: 5, over: false },
      { score: 12, opponentScore: 1, over: false },
      'You 3 to 5, the network 12 to 1',
    ],
  ])('the network has the same one, and both are told: %s', async (_, you, network, words) => {
    const { match, cabinet, desk, said, asked, paused } = bench(network);
    cabinet.begin(9);
    const over = match.minuteOver(you);
    expect(desk.duel).toEqual({ you, network: undefined });
    await over;
    expect(paused()).toBe(1);
    expect(new Set(asked.map(({ start }) => start.seed))).toEqual(new Set([9]));
    expect(asked.map(({ turn }) => 'maxFrames' in turn && turn.maxFrames)).toEqual(Array(4).fill(MINUTE));
    expect(said).toEqual([`${words} in the same minute.`]);
    expect(outcomeWords(desk.duel?.network ?? you)).toBe(outcomeWords(network));
    expect(cabinet.busy).toBe(false);
  });
});

describe('a game by a call', () => {
  it('tells both scores, where there are two', async () => {
    const { match } = bench({ score: 21, opponentScore: 4, over: true });
    const played = await match.play({ seed: 1, maxFrames: 2000 });
    expect(played).toEqual({ score: 21, opponentScore: 4, frames: 2000, decisions: 500, finished: true });
  });

  it('is refused in its turn when the demo is put away', async () => {
    const { match } = bench({ score: 0, over: false });
    const [first, second] = [match.play({ maxFrames: 1000 }), match.play({ maxFrames: 1000 })];
    await Promise.resolve();
    match.cancel();
    expect((await first).finished).toBe(false);
    await expect(second).rejects.toMatchObject({ code: 'step' });
  });
});
