import { css, LitElement, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit';
import { engineFor } from '../engine/engines';
import type { DemoError, EngineLost } from '../engine/errors';
import type { BackendChoice, EngineUsage, LoadProgress, StepReport } from '../engine/protocol';
import controlsCss from '../look/controls.css?inline';
import frameCss from '../look/frame.css?inline';
import { type AttributeSchema, attributeProblem, commonAttributes } from './attributes';
import { frame, mainButton } from './frame';
import { guardKeys } from './keyboard-guard';
import { type DemoState, Lifecycle, type LoadedReport } from './lifecycle';
import { report } from './report';
import { siteUrl } from './site';
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
export abstract class DemoElement<In, Out> extends LitElement {
  /** Folder under `demos/`, and the element's name without `dl-`. */
  static readonly demo: string;
  /** The demo's own attributes; the common ones come on top. */
  static readonly attributeSchema: AttributeSchema = {};

  static override readonly styles = [
    unsafeCSS(frameCss),
    unsafeCSS(controlsCss),
    css`
      :host { display: block; }
      *, *::before, *::after { box-sizing: border-box; }
      p, ol, ul, figure { margin: 0; padding: 0; }
      .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
      .notice { color: var(--wrong); }
    `,
  ];

  protected progress: LoadProgress | undefined;
  protected loaded: LoadedReport | undefined;
  protected error: DemoError | undefined;
  protected notice: string | undefined;
  /** The last result of this element's own model. */
  protected result: Out | undefined;
  protected milliseconds: number | undefined;
  #leaving: ReturnType<typeof setTimeout> | undefined;
  #pausedByHiding = false;
  readonly #complained = new Set<string>();

  protected readonly lifecycle = new Lifecycle<In, Out>({
    open: (onLost: (error: EngineLost) => void) => engineFor(this.backend).open<In, Out>(this.demo, onLost),
    src: () => this.getAttribute('src') ?? siteUrl(`models/${this.modelFolder}/`),
    nextInput: () => this.nextInput(),
    onState: (state) => this.#onState(state),
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
  }

  static schema(): AttributeSchema {
    return { ...commonAttributes, ...this.attributeSchema };
  }

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, ...Object.keys(this.schema())];
  }

  get demo(): string {
    return (this.constructor as typeof DemoElement).demo;
  }

  get state(): DemoState {
    return this.lifecycle.state;
  }

  /** Settles when whatever was disposed of is really gone. */
  get disposed(): Promise<void> {
    return this.lifecycle.disposed;
  }

  /** The demo's folder under `models/`; a demo that uses another's weights names that one. */
  protected get modelFolder(): string {
    return this.demo;
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
    return engineFor(this.backend).usage();
  }

  /** What a face of the site calls as its reader moves. Failures are shown by the element and told by `dl-error`. */
  intend(intent: Intent): void {
    if (intent === 'near' || intent === 'current') this.load().catch(() => undefined);
    if (intent === 'current' && !matchMedia('(prefers-reduced-motion: reduce)').matches) this.run();
    if (intent === 'left') this.pause();
    if (intent === 'far') this.dispose();
  }

  /** A string attribute as written, or its default where it is missing or wrong. */
  protected text(name: string): string {
    const rule = this.#schema[name];
    return String(this.#valid(name) ?? rule?.default ?? '');
  }

  protected numeric(name: string): number {
    return Number(this.#valid(name) ?? this.#schema[name]?.default ?? 0);
  }

  protected get backend(): BackendChoice {
    return this.text('backend') as BackendChoice;
  }

  /** The next input while running, or nothing if nothing changed since the last. */
  protected abstract nextInput(): In | undefined;
  protected abstract renderStage(): TemplateResult;
  protected abstract renderControls(): TemplateResult;
  protected abstract get hint(): string;
  protected abstract get caption(): string;
  /** The result in words. */
  protected abstract describe(result: Out): string;

  /** One result, from the loop or from a call. */
  protected show(_result: Out): void {}

  protected override render(): TemplateResult {
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
        notice: this.notice,
      }),
      hint: this.hint,
      announcement: this.error?.message ?? (this.result === undefined ? '' : this.describe(this.result)),
      number: this.getAttribute('number'),
      captionSide: this.text('caption-side'),
      caption: this.caption,
    });
  }

  /** While the demo is stopped by an error: what to show in place of what it could not do. */
  protected renderReport(): TemplateResult | undefined {
    return this.error && report(this.error);
  }

  protected renderMainButton(): TemplateResult {
    return mainButton(this.state, () => {
      if (this.state === 'loading') this.dispose();
      else if (this.state === 'running') this.pause();
      else this.start();
    });
  }

  /** Loads if need be, and runs; a failure is shown and told like any other. */
  protected start(): void {
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
    document.addEventListener('visibilitychange', this.#onVisibility);
    if (this.text('loading') === 'eager') this.load().catch(() => undefined);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#onVisibility);
    this.#leaving = setTimeout(() => this.dispose(), GRACE_MS);
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (old !== value) this.requestUpdate(name, old);
  }

  protected override firstUpdated(_changed: PropertyValues): void {
    this.setAttribute('state', this.state);
  }

  get #schema(): AttributeSchema {
    return (this.constructor as typeof DemoElement).schema();
  }

  #valid(name: string): string | undefined {
    const written = this.getAttribute(name);
    if (written === null) return undefined;
    const problem = attributeProblem(name, written, this.#schema);
    if (!problem) return written;
    if (!this.#complained.has(name + written)) console.warn(`<${this.localName}>: ${problem}`);
    this.#complained.add(name + written);
    return undefined;
  }

  readonly #onVisibility = (): void => {
    if (document.hidden && this.state === 'running') {
      this.#pausedByHiding = true;
      this.pause();
    } else if (!document.hidden && this.#pausedByHiding) {
      this.#pausedByHiding = false;
      this.run();
    }
  };

  #onState(state: DemoState): void {
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
