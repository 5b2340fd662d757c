import { describe, expect, it } from 'vitest';
import type { LoadRequest, Session } from '../engine/client';
import { DemoError, EngineLost } from '../engine/errors';
import { type DemoState, Lifecycle } from './lifecycle';
import { nextFrame } from './loop';

function deferred() {
  let resolve: () => void = () => undefined;
  let reject: (error: unknown) => void = () => undefined;
  const promise = new Promise<void>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

/** A session that is answered by hand, and remembers what was asked of it. */
class FakeSession implements Session<string, string> {
  readonly steps: { input: string; resolve(result: string): void; reject(error: unknown): void }[] = [];
  disposed = 0;
  resets = 0;
  request: LoadRequest | undefined;
  readonly loaded = deferred();

  constructor(readonly lose: (error: EngineLost) => void) {}

  async load(request: LoadRequest) {
    this.request = request;
    request.signal.addEventListener('abort', () => this.loaded.reject(new DOMException('', 'AbortError')));
    await this.loaded.promise;
    return { bytes: 1, backend: 'wasm', renderer: 'CPU', place: 'worker' } as const;
  }
  step(input: string) {
    return new Promise<{ result: string; milliseconds: number }>((yes, reject) => {
      this.steps.push({ input, reject, resolve: (result) => yes({ result, milliseconds: 1 }) });
    });
  }
  reset() {
    this.resets += 1;
  }
  async dispose() {
    this.disposed += 1;
  }
}

function bench() {
  const sessions: FakeSession[] = [];
  const states: DemoState[] = [];
  const results: string[] = [];
  const errors: { code: string; mending: boolean }[] = [];
  const inputs: string[] = [];
  const lifecycle = new Lifecycle<string, string>({
    open: (onLost) => {
      const session = new FakeSession(onLost);
      session.loaded.promise.catch(() => undefined);
      sessions.push(session);
      return session;
    },
    src: () => 'models/x/',
    siblings: () => [],
    nextInput: () => inputs.shift(),
    onState: (state) => states.push(state),
    onProgress: () => undefined,
    onLoaded: () => undefined,
    onResult: ({ result }) => results.push(result),
    onError: ({ code }, mending) => errors.push({ code, mending }),
  });
  const last = () => sessions.at(-1) as FakeSession;
  const ready = async () => {
    const loading = lifecycle.load();
    last().loaded.resolve();
    await loading;
  };
  return { lifecycle, sessions, states, results, errors, inputs, last, ready };
}

const settle = async () => {
  for (let i = 0; i < 5; i++) await nextFrame();
};
const lost = () => new EngineLost('context-lost', 'The GPU was taken away.');

describe('Lifecycle', () => {
  it('goes from idle to ready to running and back', async () => {
    const { lifecycle, states, ready } = bench();
    await ready();
    lifecycle.run();
    lifecycle.pause();
    lifecycle.dispose();
    expect(states).toEqual(['loading', 'ready', 'running', 'ready', 'idle']);
  });

  it('ignores calls that a state does not allow', async () => {
    const { lifecycle, states, ready, last } = bench();
    lifecycle.run();
    lifecycle.pause();
    lifecycle.reset();
    lifecycle.dispose();
    expect(states).toEqual([]);
    await ready();
    lifecycle.pause();
    expect(states).toEqual(['loading', 'ready']);
    lifecycle.reset();
    expect(last().resets).toBe(1);
  });

  it('loads once when asked twice', async () => {
    const { lifecycle, sessions, last } = bench();
    const both = Promise.all([lifecycle.load(), lifecycle.load()]);
    last().loaded.resolve();
    await both;
    await lifecycle.load();
    expect(sessions).toHaveLength(1);
  });

  it('remembers run() while loading, and pause() forgets it', async () => {
    const { lifecycle, last } = bench();
    const loading = lifecycle.load();
    lifecycle.run();
    lifecycle.pause();
    lifecycle.run();
    last().loaded.resolve();
    await loading;
    expect(lifecycle.state).toBe('running');
  });

  it('aborts a load that is disposed of, and shows nothing of it', async () => {
    const { lifecycle, last, states } = bench();
    const loading = lifecycle.load();
    const session = last();
    lifecycle.dispose();
    await expect(loading).rejects.toThrow(DemoError);
    expect(session.request?.signal.aborted).toBe(true);
    expect(session.disposed).toBe(1);
    expect(states).toEqual(['loading', 'idle']);
  });

  it('drops a result that comes after dispose()', async () => {
    const { lifecycle, last, ready, results } = bench();
    await ready();
    const answer = lifecycle.call('a');
    await settle();
    const session = last();
    lifecycle.dispose();
    session.steps[0]?.resolve('A');
    await expect(answer).rejects.toThrow('put away');
    expect(results).toEqual([]);
  });

  it('never overlaps steps of the loop, and sleeps while there is nothing new', async () => {
    const { lifecycle, last, ready, inputs, results } = bench();
    await ready();
    inputs.push('a', 'b');
    lifecycle.run();
    await settle();
    expect(last().steps.map(({ input }) => input)).toEqual(['a']);
    last().steps[0]?.resolve('A');
    await settle();
    last().steps[1]?.resolve('B');
    await settle();
    expect(results).toEqual(['A', 'B']);
    inputs.push('c');
    await settle();
    expect(last().steps).toHaveLength(2);
    lifecycle.wake();
    await settle();
    expect(last().steps).toHaveLength(3);
  });

  it('keeps one loop through quick pausing and running', async () => {
    const { lifecycle, last, ready, inputs } = bench();
    await ready();
    lifecycle.run();
    await settle();
    for (let i = 0; i < 5; i++) {
      lifecycle.pause();
      lifecycle.run();
    }
    inputs.push('a', 'b');
    lifecycle.wake();
    await settle();
    expect(last().steps).toHaveLength(1);
  });

  it('answers calls in order, loading first', async () => {
    const { lifecycle, last } = bench();
    const both = Promise.all([lifecycle.call('a'), lifecycle.call('b')]);
    await settle();
    last().loaded.resolve();
    await settle();
    expect(last().steps).toHaveLength(1);
    last().steps[0]?.resolve('A');
    await settle();
    last().steps[1]?.resolve('B');
    expect((await both).map(({ result }) => result)).toEqual(['A', 'B']);
  });

  it('starts nothing for a call that was put away while it waited', async () => {
    const { lifecycle, last, ready, sessions } = bench();
    await ready();
    const [first, second] = [lifecycle.call('a'), lifecycle.call('b')];
    await settle();
    const session = last();
    lifecycle.dispose();
    session.steps[0]?.resolve('A');
    await expect(first).rejects.toThrow('put away');
    await expect(second).rejects.toThrow('put away');
    expect(sessions).toHaveLength(1);
    expect(lifecycle.state).toBe('idle');
  });

  it('survives an input that cannot be used', async () => {
    const { lifecycle, last, ready, inputs, errors } = bench();
    await ready();
    inputs.push('bad');
    lifecycle.run();
    await settle();
    last().steps[0]?.reject(new DemoError('input', 'no'));
    await settle();
    expect(lifecycle.state).toBe('running');
    expect(errors).toEqual([{ code: 'input', mending: false }]);
  });

  it('stops on any other failure, and load() tries again', async () => {
    const { lifecycle, last, errors, sessions } = bench();
    const loading = lifecycle.load();
    last().loaded.reject(new DemoError('network', 'no'));
    await expect(loading).rejects.toMatchObject({ code: 'network' });
    expect(lifecycle.state).toBe('error');
    expect(errors).toEqual([{ code: 'network', mending: false }]);
    const again = lifecycle.load();
    last().loaded.resolve();
    await again;
    expect(lifecycle.state).toBe('ready');
    expect(sessions).toHaveLength(2);
  });

  it('mends a loss while running, with the last input', async () => {
    const { lifecycle, last, ready, inputs, errors } = bench();
    await ready();
    inputs.push('a');
    lifecycle.run();
    await settle();
    last().steps[0]?.resolve('A');
    await settle();
    last().lose(lost());
    expect(errors).toEqual([{ code: 'context-lost', mending: true }]);
    expect(lifecycle.state).toBe('loading');
    last().loaded.resolve();
    await settle();
    expect(last().steps.map(({ input }) => input)).toEqual(['a']);
  });

  it('asks a call again of the next engine', async () => {
    const { lifecycle, last, ready } = bench();
    await ready();
    const answer = lifecycle.call('a');
    await settle();
    const error = lost();
    last().steps[0]?.reject(error);
    await settle();
    last().loaded.resolve();
    await settle();
    last().steps[0]?.resolve('A');
    expect((await answer).result).toBe('A');
  });

  it('gives up on a machine that keeps losing its GPU', async () => {
    const { lifecycle, last, ready } = bench();
    await ready();
    for (let i = 0; i < 3; i++) {
      last().lose(lost());
      last().loaded.resolve();
      await settle();
    }
    last().lose(lost());
    expect(lifecycle.state).toBe('error');
  });
});
