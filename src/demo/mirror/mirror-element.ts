import type { DemoError } from '../../engine/errors';
import { toDemoError, toErrorData } from '../../engine/errors';
import type { LoadProgress } from '../../engine/protocol';
import type { DemoState, LoadedReport } from '../lifecycle';
import { type StateChange, StateElement } from '../state-element';
import { Remote } from './remote';
import type { Act, Acts, News, Snapshot, ViewState } from './snapshot';

/**
 * What is seen of a demo, kept so that an element in another window can be a copy of it: the copy is told all that is
 * seen, runs nothing, and has done here what is done with it there.
 */
export abstract class MirrorElement<In, Out> extends StateElement {
  protected progress: LoadProgress | undefined;
  protected loaded: LoadedReport | undefined;
  protected error: DemoError | undefined;
  protected notice: string | undefined;
  /** The last result of the model. */
  protected result: Out | undefined;
  protected milliseconds: number | undefined;
  /** What it can be asked to do by name, here or in another window, beside what every demo can: see `perform`. */
  protected readonly acts: Acts = {};
  /** In a copy, the lifecycle of the other. */
  protected remote: Remote<In, Out> | undefined;

  abstract readonly state: DemoState;
  abstract load(): Promise<void>;
  abstract run(): void;
  abstract pause(): void;
  abstract reset(): void;
  abstract dispose(): void;
  protected abstract start(): void;
  protected abstract show(result: Out): void;
  protected abstract stateChanged(state: DemoState): void;

  /** Whether it only shows what an element in another window does: then it should start no clock and no camera. */
  get isCopy(): boolean {
    return this.remote !== undefined;
  }

  /**
   * Makes it a copy of an element in another window.
   * @param ask has an act done there
   * @returns tells it what is new there; without news it is no copy any more
   */
  mirror(ask: (act: Act) => void): (news: News | undefined) => void {
    this.dispose();
    const remote = new Remote<In, Out>(ask);
    this.remote = remote;
    return (news) => {
      if (this.remote !== remote) return;
      if (news) {
        this.#take(news, remote);
        return;
      }
      this.remote = undefined;
      this.stateChanged(this.state);
    };
  }

  /** All that is seen of it, for a copy. */
  snapshot(): Snapshot {
    const { state, progress, loaded, error, notice, milliseconds, result } = this;
    const told = { state, progress, loaded, notice, milliseconds, result };
    return { ...told, attributes: this.heldState, error: error && toErrorData(error, 'step'), view: this.viewState };
  }

  /** Does what was done with a copy. A name that it does not know does nothing. */
  act({ name, argument }: Act): void {
    const acts: Acts = {
      ...this.acts,
      load: () => void this.load().catch(() => undefined),
      run: () => this.run(),
      pause: () => this.pause(),
      reset: () => this.reset(),
      dispose: () => this.dispose(),
      start: () => this.start(),
      set: (values: StateChange) => this.write(values),
    };
    if (Object.hasOwn(acts, name)) acts[name]?.(argument as never);
  }

  /** Does one of `acts`; a copy has it done by the element in the other window. @param argument plain data, or a file */
  protected perform(name: string, argument?: unknown): void {
    if (this.remote) this.remote.perform(name, argument);
    else this.act({ name, argument, turn: 0 });
  }

  /**
   * What is seen and is neither an attribute nor a result. Asked for after each update; a value that is the same object
   * as before is not sent again.
   */
  protected get viewState(): ViewState {
    return {};
  }

  /** In a copy: those values of `viewState` that are new. */
  protected showViewState(_view: ViewState): void {}

  protected override stateSet(name: string, value: string | null): void {
    this.remote?.set(name, value);
  }

  /** In the order in which an element with a model of its own would have met them. */
  #take({ heard, attributes, state, view, ...others }: News, remote: Remote<In, Out>): void {
    if (attributes && remote.isUpToDate(heard))
      this.write(Object.fromEntries(this.stateNames.map((name) => [name, attributes[name] ?? null])));
    if (state && state !== remote.state) {
      remote.state = state;
      this.stateChanged(state);
    }
    if ('progress' in others) this.progress = others.progress;
    if ('loaded' in others) this.loaded = others.loaded;
    if ('milliseconds' in others) this.milliseconds = others.milliseconds;
    if ('error' in others) this.error = others.error && toDemoError(others.error, 'step');
    if ('result' in others) this.result = others.result as Out | undefined;
    if (others.result !== undefined) this.show(others.result as Out);
    if ('notice' in others) this.notice = others.notice;
    if (view) this.showViewState(view);
    this.requestUpdate();
  }
}
