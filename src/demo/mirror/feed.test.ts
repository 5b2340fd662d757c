import type { ReactiveController } from 'lit';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Feed } from './feed';
import { plainBytes } from './plain-bytes';
import type { Act, News, Snapshot } from './snapshot';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A demo whose snapshot is set by hand. */
function bench() {
  let snapshot: Snapshot = {
    attributes: { seed: '1' },
    state: 'idle',
    progress: undefined,
    loaded: undefined,
    error: undefined,
    notice: undefined,
    milliseconds: undefined,
    result: undefined,
    view: { at: 0 },
  };
  const controllers = new Set<ReactiveController>();
  const acts: Act[] = [];
  const news: News[] = [];
  const original = {
    addController: (controller: ReactiveController) => void controllers.add(controller),
    removeController: (controller: ReactiveController) => void controllers.delete(controller),
    requestUpdate: () => undefined,
    updateComplete: Promise.resolve(true),
    snapshot: () => ({ ...snapshot, attributes: { ...snapshot.attributes } }),
    act: (act: Act) => void acts.push(act),
  };
  const feed = new Feed(original, (told) => news.push(told));
  const set = (changes: Partial<Snapshot>) => {
    snapshot = { ...snapshot, ...changes };
    for (const controller of controllers) controller.hostUpdated?.();
  };
  return { feed, set, acts, news, snapshot: () => snapshot };
}

describe('Feed', () => {
  it('tells everything first, then what has changed, at once', () => {
    const { set, news, snapshot } = bench();
    expect(news).toEqual([{ ...snapshot(), heard: Number.POSITIVE_INFINITY }]);
    vi.advanceTimersByTime(1000);
    set({ state: 'loading' });
    set({});
    expect(news.slice(1)).toEqual([{ state: 'loading', heard: Number.POSITIVE_INFINITY }]);
  });

  it('tells one thing at most ten times a second, and always how it ended', () => {
    const { set, news } = bench();
    vi.advanceTimersByTime(1000);
    for (let at = 1; at <= 100; at++) {
      set({ view: { at } });
      vi.advanceTimersByTime(10);
    }
    vi.advanceTimersByTime(1000);
    const told = news.slice(1).map(({ view }) => view?.at);
    expect(told.length).toBeGreaterThanOrEqual(9);
    expect(told.length).toBeLessThanOrEqual(12);
    expect(told.at(-1)).toBe(100);
  });

  it('tells a large result more rarely, what is seen of it with it, and everything else at once', () => {
    const { set, news } = bench();
    vi.advanceTimersByTime(1000);
    set({ result: new Float32Array(100_000), view: { at: 1 } });
    vi.advanceTimersByTime(200);
    set({ result: new Float32Array(100_000), view: { at: 2 }, state: 'running' });
    expect(news.at(-1)).toEqual({ state: 'running', heard: Number.POSITIVE_INFINITY });
    vi.advanceTimersByTime(1000);
    expect(news.at(-1)).toMatchObject({ view: { at: 2 }, result: expect.any(Float32Array) });
    expect(news).toHaveLength(4);
  });

  it('does what it is asked, and says so even where nothing came of it', () => {
    const { feed, acts, news } = bench();
    vi.advanceTimersByTime(1000);
    const act = { name: 'set', argument: { seed: 'nonsense' }, turn: 3 };
    feed.do(act);
    expect(acts).toEqual([act]);
    expect(news.at(-1)).toEqual({ attributes: { seed: '1' }, heard: 3 });
  });

  it('begins anew for who comes late, and ends', () => {
    const { feed, set, news } = bench();
    feed.again();
    expect(news[1]).toEqual(news[0]);
    set({ view: { at: 5 } });
    feed.end();
    set({ state: 'ready' });
    vi.advanceTimersByTime(1000);
    expect(news).toHaveLength(2);
  });
});

describe('plainBytes', () => {
  it.each([
    ['a number', 1, 8],
    ['a text', 'abc', 6],
    ['floats', new Float32Array(10), 40],
    ['a list of numbers', [1, 2, 3], 24],
    ['a tree', { a: [{ b: new Uint8Array(5) }, 'x'] }, 7],
  ])('counts %s', (_what, value, bytes) => {
    expect(plainBytes(value)).toBe(bytes);
  });
});
