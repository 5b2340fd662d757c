import { describe, expect, it } from 'vitest';
import { answer, currentRound, isOver, networkChoice, newContest, next, type Round, wrong } from './contest';

const round = (picture: string, truth: number): Round => ({
  picture,
  truth,
  candidates: [1, 2, 3].map((index) => ({ index, label: `class ${index}` })),
});
const rounds = [round('a', 1), round('b', 2)];

describe('a contest', () => {
  it('shows each picture, then its answer, then the score', () => {
    let contest = newContest(rounds);
    expect(currentRound(contest)?.picture).toBe('a');
    contest = answer(contest, { person: 1, network: 3, seconds: 2 });
    expect(currentRound(contest)?.picture).toBe('a');
    contest = next(contest);
    expect(currentRound(contest)?.picture).toBe('b');
    contest = next(answer(contest, { network: 2, seconds: 10 }));
    expect(isOver(contest)).toBe(true);
    expect(currentRound(contest)).toBeUndefined();
    expect(wrong(contest)).toEqual({ person: 1, network: 1, played: 2 });
  });
  it('takes one answer a picture', () => {
    const once = answer(newContest(rounds), { person: 1, network: 1, seconds: 1 });
    expect(answer(once, { person: 2, network: 1, seconds: 1 })).toBe(once);
    expect(next(newContest(rounds)).answers).toEqual([]);
  });
  it('lets the network choose among what the person is offered', () => {
    expect(networkChoice(rounds[0] as Round, [0.2, 0.1, 0.6])).toBe(3);
  });
});
