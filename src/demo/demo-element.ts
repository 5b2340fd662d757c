import type { PropertyValues, TemplateResult } from 'lit';
import { engineFor } from '../engine/engines';
import type { DemoError, EngineLost } from '../engine/errors';
import type { BackendChoice, EngineUsage, LoadProgress, StepReport } from '../engine/protocol';
import { elementStyles } from './element-styles';
import { frame, mainButton } from './frame';
import { HiddenPause } from './hidden-pause';
import { guardKeys } from './keyboard-guard';
import { type DemoState, Lifecycle } from './lifecycle';
import { MirrorElement } from './mirror/mirror-element';
import type { Runner } from './mirror/remote';
import { report } from './report';
import { modelUrl } from './site';
import { statusLine } from './status';

/** What a deck or a page wants of a demo, by where the reader is. */
export type Intent = 'near' | 'current' | 'left' | 'far';

/** A demo taken out of the document may only be on its way elsewhere in it. */
const GRACE_MS = 1000;

/**
 * Base of every `<dl-NAME>`: states, loop, events, frame.
 *
 * A subclass says what its stage and controls are, what the next input is, and draws a result. It holds no tensor: its
 * model runs in the engine. Events, all bubbling and composed: `dl-statechange {state}`, `dl-progress {fraction,
 * loadedBytes, totalBytes}`, `dl-result {result, milliseconds, backend}`, `dl-error {code, cause, message, mending}`.
 */
export abstract class DemoElement<In, Out> extends MirrorElement<In, Out> {
  /** Folder under `demos/`, and the element's name without `dl-`. */
  static readonly demo: string;
  /** The section of the talk whose hue the demo has, where it stands in none. */
  static readonly section: string = 'vision';
  static override readonly styles = [...elementStyles];

  #leaving: ReturnType<typeof setTimeout> | undefined;
  readonly #own = new Lifecycle<In, Out>({
    open: (onLost: (error: EngineLost) => void) => engineFor(this.backendChoice).open<In, Out>(this.demo, onLost),
    src: () => this.getAttribute('src') ?? modelUrl(this.modelFolder),
    siblings: () => this.siblingFolders,
    nextInput: () => this.nextInput(),
    onState: (state) => this.stateChanged(state),
    onProgress: (progress) => this.#onProgress(progress),
    onLoaded: (report) => {
      this.loaded = report;
    },
    onResult: (report) => this.#onResult(report),
    onError: (error, mending) => this.#onError(error, mending),
  });

  constructor() {
    super();
    guardKeys(this);
    new HiddenPause(this);
  }

  get demo(): string {
    return (this.constructor as typeof DemoElement).demo;
  }

  get state(): DemoState {
    return this.lifecycle.state;
  }

  /** Its own, or in a copy that of the element in the other window. */
  protected get lifecycle(): Runner<In, Out> {
    return this.remote ?? this.#own;
  }

  /** Settles when whatever was disposed of is really gone. */
  get disposed(): Promise<void> {
    return this.lifecycle.disposed;
  }

  /** The demo's folder under `models/`; a demo that uses another's weights names that one. */
  protected get modelFolder(): string {
    return this.demo;
  }

  /** Folders beside it under the same `models/` whose weights the demo uses too: `weights.folder(NAME)` in its model. */
  protected get siblingFolders(): readonly string[] {
    return [];
  }

  /** Fetches and starts the model. @returns when it is ready. Rejects with a DemoError. */
  load(): Promise<void> {
    return this.lifecycle.load();
  }

  run(): void {
    this.lifecycle.run();
  }

  pause(): void {
    this.lifecycle.pause();
  }

  reset(): void {
    this.lifecycle.reset();
  }

  /** Frees everything; the element is as it was before `load()`. */
  dispose(): void {
    this.lifecycle.dispose();
  }

  /** What the engine holds for all demos that share it; nothing while none runs. */
  usage(): Promise<EngineUsage | undefined> {
    return engineFor(this.backendChoice).usage();
  }

  /** What a face of the site calls as its reader moves. Failures are shown by the element and told by `dl-error`. */
  intend(intent: Intent): void {
    if (intent === 'near' || intent === 'current') this.load().catch(() => undefined);
    if (intent === 'current' && !matchMedia('(prefers-reduced-motion: reduce)').matches) this.run();
    if (intent === 'left') this.pause();
    if (intent === 'far') this.dispose();
  }

  /** Not named like its attribute: React would take that for a property to set. */
  protected get backendChoice(): BackendChoice {
    return this.text('backend') as BackendChoice;
  }

  /** The next input while running, or nothing if nothing changed since the last. */
  protected abstract nextInput(): In | undefined;
  protected abstract renderStage(): TemplateResult;
  protected abstract renderControls(): TemplateResult;
  protected abstract get hint(): string;
  protected abstract get figcaption(): string;
  /** The result in words. */
  protected abstract describe(result: Out): string;

  /** One result, from the loop or from a call. */
  protected show(_result: Out): void {}

  protected override render(): TemplateResult {
    const notice = this.linkProblem ?? this.notice ?? this.attributeProblems;
    return frame({
      state: this.state,
      progress: this.progress?.fraction ?? 0,
      stage: this.renderStage(),
      controls: this.renderControls(),
      status: statusLine({
        state: this.state,
        progress: this.progress,
        loaded: this.loaded,
        milliseconds: this.milliseconds,
        error: this.error,
        notice,
      }),
      // A slide has one line for both.
      hint: notice ? '' : this.hint,
      announcement: this.error?.message ?? (this.result === undefined ? '' : this.describe(this.result)),
      number: this.getAttribute('number'),
      captionSide: this.text('caption-side'),
      caption: this.figcaption,
      link: this.link.render(),
    });
  }

  /** While the demo is stopped by an error: what to show in place of what it could not do. */
  protected renderReport(): TemplateResult | undefined {
    return this.error && report(this.error);
  }

  /** @param words for states in which it says something else than usual */
  protected renderMainButton(words?: Readonly<Partial<Record<DemoState, string>>>): TemplateResult {
    const press = () => {
      if (this.state === 'loading') this.dispose();
      else if (this.state === 'running') this.pause();
      else this.start();
    };
    return mainButton(this.state, press, words);
  }

  /** Loads if need be, and runs; a failure is shown and told like any other. */
  protected start(): void {
    if (this.isCopy) {
      this.perform('start');
      return;
    }
    this.load().catch(() => undefined);
    this.run();
  }

  /** Says something that is no failure of the model, beside the status; nothing takes it back. */
  protected say(notice: string | undefined): void {
    this.notice = notice;
    this.requestUpdate();
  }

  /** An input that cannot be used: said and told, and everything else goes on. */
  protected refuse(error: DemoError): void {
    this.#onError(error, false);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    clearTimeout(this.#leaving);
    if (this.text('loading') === 'eager') this.load().catch(() => undefined);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leaving = setTimeout(() => {
      if (!this.isCopy) this.dispose();
    }, GRACE_MS);
  }

  protected override firstUpdated(_changed: PropertyValues): void {
    this.setAttribute('state', this.state);
  }

  protected override stateChanged(state: DemoState): void {
    if (state === 'loading') this.progress = undefined;
    if (state === 'loading' || state === 'idle') this.error = undefined;
    if (state === 'ready') this.notice = undefined;
    if (state === 'idle') this.loaded = undefined;
    if (this.hasUpdated) this.setAttribute('state', state);
    this.requestUpdate();
    this.#tell('dl-statechange', { state });
  }

  #onProgress(progress: LoadProgress): void {
    this.progress = progress;
    this.requestUpdate();
    this.#tell('dl-progress', progress);
  }

  #onResult({ result, milliseconds }: StepReport<Out>): void {
    this.result = result;
    this.notice = undefined;
    this.milliseconds = milliseconds;
    this.show(result);
    this.requestUpdate();
    this.#tell('dl-result', { result, milliseconds, backend: this.loaded?.backend });
  }

  #onError(error: DemoError, mending: boolean): void {
    if (this.state === 'error') this.error = error;
    else this.notice = error.message;
    this.requestUpdate();
    this.#tell('dl-error', { code: error.code, message: error.message, cause: error.cause, mending });
  }

  #tell(type: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}
