import { DemoError } from '../../engine/errors';
import type { StepReport } from '../../engine/protocol';
import type { DemoState, Lifecycle } from '../lifecycle';
import type { Act } from './snapshot';

/** What a demo asks of its lifecycle, be it in this window or in another. */
export type Runner<In, Out> = Pick<
  Lifecycle<In, Out>,
  'state' | 'disposed' | 'load' | 'run' | 'pause' | 'reset' | 'dispose' | 'wake' | 'call'
>;

/** The lifecycle of a copy: holds no session, and asks the element that it is a copy of. */
export class Remote<In, Out> implements Runner<In, Out> {
  state: DemoState = 'idle';
  readonly disposed = Promise.resolve();
  #changes: Record<string, string | null> | undefined;
  #turn = 0;

  constructor(private readonly ask: (act: Act) => void) {}

  /** An attribute was set in the copy. Those that are set together are told together. */
  set(name: string, value: string | null): void {
    if (!this.#changes) queueMicrotask(() => this.#tellChanges());
    this.#changes = { ...this.#changes, [name]: value };
  }

  /** What is told then has the attributes as this copy set them last; before, it has older ones. */
  isUpToDate(heard: number): boolean {
    return !this.#changes && heard >= this.#turn;
  }

  perform(name: string, argument?: unknown): void {
    this.#tellChanges();
    this.#tell(name, argument);
  }

  /** Asks; whether and when it is ready is seen by its state. */
  load(): Promise<void> {
    this.perform('load');
    return Promise.resolve();
  }

  run(): void {
    this.perform('run');
  }

  pause(): void {
    this.perform('pause');
  }

  reset(): void {
    this.perform('reset');
  }

  dispose(): void {
    this.perform('dispose');
  }

  /** The attributes that are new have been told. */
  wake(): void {}

  call(): Promise<StepReport<Out>> {
    return Promise.reject(new DemoError('step', 'This is a copy: the other window has the model.', 'a copy'));
  }

  #tellChanges(): void {
    const changes = this.#changes;
    this.#changes = undefined;
    if (changes) this.#tell('set', changes);
  }

  #tell(name: string, argument: unknown): void {
    this.#turn += 1;
    this.ask({ name, argument, turn: this.#turn });
  }
}
