import type { EnginePlace, Session } from '../engine/client';
import { DemoError, EngineLost, toDemoError } from '../engine/errors';
import type { LoadProgress, LoadReport, StepReport } from '../engine/protocol';
import { nextFrame, Waker } from './loop';

export type DemoState = 'idle' | 'loading' | 'ready' | 'running' | 'error';

export type LoadedReport = LoadReport & EnginePlace;

/** What a lifecycle asks of the demo it serves, and what it tells it. */
export interface LifecycleHooks<In, Out> {
  open(onLost: (error: EngineLost) => void): Session<In, Out>;
  /** Address of the model folder at the time of a load. */
  src(): string;
  /** Names of the folders beside it whose weights the demo uses too. */
  siblings(): readonly string[];
  /** The next input of the loop, or nothing if there is nothing new: then the loop sleeps until `wake()`. */
  nextInput(): In | undefined;
  onState(state: DemoState): void;
  onProgress(progress: LoadProgress): void;
  onLoaded(report: LoadedReport): void;
  onResult(report: StepReport<Out>): void;
  /** `mending`: the lifecycle is already loading again, and will go on where it was. */
  onError(error: DemoError, mending: boolean): void;
}

interface Attempt<In, Out> {
  readonly abort: AbortController;
  readonly session: Session<In, Out>;
  loaded: Promise<void>;
}

/** So many losses within a minute are mended unasked; a machine that loses its GPU more often needs a person. */
const MENDS_A_MINUTE = 3;

/**
 * The states of one demo: `idle → loading → ready ⇄ running`, `error` from anywhere, `dispose()` back to `idle`.
 *
 * A call that a state does not allow does nothing. `run()` while loading is remembered, and `pause()` forgets it. Each
 * load is an attempt with a session and an AbortSignal of its own; what a former attempt still answers is not shown.
 */
export class Lifecycle<In, Out> {
  #state: DemoState = 'idle';
  #attempt: Attempt<In, Out> | undefined;
  #wantsRun = false;
  #lastInput: In | undefined;
  #redo = false;
  #turn = 0;
  #disposals = 0;
  #calls: Promise<unknown> = Promise.resolve();
  #disposed: Promise<void> = Promise.resolve();
  #mends: number[] = [];
  readonly #waker = new Waker();

  constructor(private readonly hooks: LifecycleHooks<In, Out>) {}

  get state(): DemoState {
    return this.#state;
  }

  /** Settles when everything that was disposed of is really gone. */
  get disposed(): Promise<void> {
    return this.#disposed;
  }

  /** From `idle` or `error`. @returns when ready; while loading, the load under way. Rejects with a DemoError. */
  load(): Promise<void> {
    if (this.#state === 'idle' || this.#state === 'error') return this.#begin().loaded;
    return this.#attempt?.loaded ?? Promise.resolve();
  }

  run(): void {
    if (this.#state === 'loading') this.#wantsRun = true;
    if (this.#state !== 'ready' || !this.#attempt) return;
    this.#set('running');
    void this.#loop(this.#attempt);
  }

  pause(): void {
    this.#wantsRun = false;
    if (this.#state !== 'running') return;
    this.#set('ready');
    this.#waker.wake();
  }

  reset(): void {
    if (this.#state !== 'ready' && this.#state !== 'running') return;
    this.#attempt?.session.reset();
  }

  /** Legal in every state, any number of times. */
  dispose(): void {
    this.#disposals += 1;
    this.#wantsRun = false;
    this.#redo = false;
    this.#drop();
    if (this.#state !== 'idle') this.#set('idle');
  }

  /** Tells a sleeping loop that there is something new. */
  wake(): void {
    this.#waker.wake();
  }

  /**
   * One step outside the loop, loading first if need be. Calls are answered in the order in which they came; one that
   * meets a lost engine is asked again of the next.
   * @throws DemoError
   */
  call(input: In): Promise<StepReport<Out>> {
    const disposals = this.#disposals;
    const answer = this.#calls.then(() => {
      if (this.#disposals !== disposals) throw putAway();
      return this.#callNow(input, true);
    });
    this.#calls = answer.catch(() => undefined);
    return answer;
  }

  async #callNow(input: In, again: boolean): Promise<StepReport<Out>> {
    // Between a load and its news a loss may have begun another.
    do await this.load();
    while (this.#state === 'loading');
    const attempt = this.#attempt;
    if (!attempt) throw putAway();
    try {
      const report = await attempt.session.step(input);
      if (this.#attempt !== attempt) throw putAway();
      this.hooks.onResult(report);
      return report;
    } catch (error) {
      if (error instanceof EngineLost && again) {
        this.#mend(attempt, error);
        return this.#callNow(input, false);
      }
      throw this.#attempt === attempt ? this.#report(attempt, error) : putAway();
    }
  }

  #begin(): Attempt<In, Out> {
    this.#drop();
    const abort = new AbortController();
    const session = this.hooks.open((error) => this.#mend(attempt, error));
    const attempt: Attempt<In, Out> = { abort, session, loaded: Promise.resolve() };
    this.#attempt = attempt;
    this.#set('loading');
    attempt.loaded = this.#load(attempt);
    // Whoever did not ask for the promise hears of a failure by `onError`.
    attempt.loaded.catch(() => undefined);
    return attempt;
  }

  async #load(attempt: Attempt<In, Out>): Promise<void> {
    const { session, abort } = attempt;
    try {
      const report = await session.load({
        src: this.hooks.src(),
        siblings: this.hooks.siblings(),
        signal: abort.signal,
        onProgress: (progress) => this.#attempt === attempt && this.hooks.onProgress(progress),
      });
      if (this.#attempt !== attempt) throw putAway();
      this.hooks.onLoaded(report);
    } catch (error) {
      if (this.#attempt !== attempt) throw putAway();
      if (error instanceof EngineLost && this.#mayMend()) return this.#begin().loaded;
      throw this.#fail(error, 'shape');
    }
    this.#set('ready');
    if (this.#wantsRun) this.run();
  }

  async #loop(attempt: Attempt<In, Out>): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn; // a loop that was paused and run again quickly must not go on beside the new one
    while (this.#state === 'running' && this.#turn === turn) {
      try {
        const input = this.#redo ? (this.hooks.nextInput() ?? this.#lastInput) : this.hooks.nextInput();
        this.#redo = false;
        if (input === undefined) {
          await this.#waker.asleep();
          continue;
        }
        this.#lastInput = input;
        const report = await attempt.session.step(input);
        if (this.#attempt !== attempt) return;
        this.hooks.onResult(report);
      } catch (error) {
        if (this.#attempt !== attempt) return;
        if (error instanceof EngineLost) return this.#mend(attempt, error);
        this.#report(attempt, error);
      }
      await nextFrame();
    }
  }

  /** An input that cannot be used is said and survived; any other failure of a step stops the demo. */
  #report(attempt: Attempt<In, Out>, error: unknown): DemoError {
    const known = toDemoError(error, 'step');
    if (known.code !== 'input' && this.#attempt === attempt) return this.#fail(known, 'step');
    this.hooks.onError(known, false);
    return known;
  }

  #fail(error: unknown, fallback: 'shape' | 'step'): DemoError {
    const known = toDemoError(error, fallback);
    this.#wantsRun = false;
    this.#drop();
    this.#set('error');
    this.hooks.onError(known, false);
    return known;
  }

  /** Loads again after a loss, and takes up the last input if it was running. */
  #mend(attempt: Attempt<In, Out>, error: EngineLost): void {
    if (this.#attempt !== attempt) return;
    if (!this.#mayMend()) {
      this.#fail(error, 'step');
      return;
    }
    const wasRunning = this.#state === 'running';
    this.#wantsRun ||= wasRunning;
    this.#redo = wasRunning;
    this.hooks.onError(error, true);
    this.#begin();
  }

  #mayMend(): boolean {
    const now = Date.now();
    this.#mends = this.#mends.filter((time) => now - time < 60_000);
    if (this.#mends.length >= MENDS_A_MINUTE) return false;
    this.#mends.push(now);
    return true;
  }

  #drop(): void {
    const attempt = this.#attempt;
    this.#attempt = undefined;
    this.#waker.wake();
    if (!attempt) return;
    attempt.abort.abort();
    this.#disposed = Promise.all([this.#disposed, attempt.session.dispose()]).then(() => undefined);
  }

  #set(state: DemoState): void {
    this.#state = state;
    this.hooks.onState(state);
  }
}

const putAway = () => new DemoError('step', 'The demo was put away before it answered.', 'put away');
