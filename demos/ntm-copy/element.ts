import type { PropertyValues, TemplateResult } from 'lit';
import { defineDemo } from '../../src/demo/define';
import { DemoElement, type Intent } from '../../src/demo/demo-element';
import type { ViewState } from '../../src/demo/mirror/snapshot';
import { toDemoError } from '../../src/engine/errors';
import { attributes } from './attributes';
import { BesideStage } from './beside';
import { Calls } from './calls';
import { controls, foot, hintOf } from './controls';
import { type Copied, copiedOf } from './copied';
import { Given } from './given';
import type { View } from './host';
import { LEARN_CAPTION, LEARN_WORDS, learnHint } from './learn/controls';
import { Learning } from './learn/learning';
import { checkSequences, isLesson, type Lesson, type LessonInput } from './learn/lesson';
import { LearningStage } from './learn/stage';
import { RECORDED_AT, recorded, recordedLesson } from './recorded';
import { summary } from './score';
import { StageSize } from './size';
import { TapeStage } from './stage';
import { styles } from './styles';
import { Tape } from './tape';
import { tapeHost } from './tape-host';
import { checkBits, type Flip, toggled, writeBits, writeFlips } from './task';
import { TASKS } from './tasks';
import { fitting, focusAt, readingStep, type TapeInput, type Trace } from './trace';

export type { Copied } from './copied';

type Input = TapeInput | LessonInput;
type Result = Trace | Lesson;

/** Attributes that change what is put in. */
const INPUTS = ['task', 'bits', 'priorities', 'flips', 'length', 'repeats', 'seed'];

/** `<dl-ntm-copy>`: a Neural Turing Machine at the paper's five tasks, where it writes and reads, and how it learns to. */
export class NtmCopyElement extends DemoElement<Input, Result> {
  static override readonly demo = 'ntm-copy';
  static override readonly section = 'turing';
  static override readonly attributeSchema = attributes;
  static override readonly styles = [...DemoElement.styles, styles];

  readonly #given = new Given({ text: (name) => this.text(name), numeric: (name) => this.numeric(name) }, (error) =>
    this.refuse(toDemoError(error, 'input')),
  );
  readonly #tape = new Tape(RECORDED_AT, {
    trace: () => this.#trace,
    speed: () => this.numeric('speed'),
    moved: () => this.requestUpdate(),
    ended: () => this.pause(),
  });
  protected override readonly acts = {
    seek: (at: number) => {
      this.pause();
      this.#tape.seek(at);
    },
    flip: (target: Omit<Flip, 'step'>) => this.#flip(target),
    flipRow: () => this.#flipRow(),
    learnAnew: () => this.#learnAnew(),
  };
  readonly #host = tapeHost({
    given: this.#given,
    tape: this.#tape,
    state: () => this.state,
    trace: () => this.#trace,
    numeric: (name) => this.numeric(name),
    perform: (name, argument) => this.perform(name, argument),
    set: (name, value) => (value === null ? this.removeAttribute(name) : this.setAttribute(name, value)),
    changed: () => this.requestUpdate(),
    report: () => this.renderReport(),
  });
  readonly #learning = new Learning({ seed: () => this.numeric('start'), bits: () => this.#given.bits });
  readonly #stages = {
    tape: new TapeStage(this.#host),
    lstm: new BesideStage(this.#host),
    learn: new LearningStage(this.#host, () => this.#lesson),
  };
  readonly #size = new StageSize(() => this.requestUpdate());
  /** The last run. */
  #run: Trace | undefined;
  /** Something was put in that the machine has not seen. */
  #due = true;
  /** The next run is only a little different from the one shown: the tape stays where it is. */
  #keep = false;
  #refreshing = false;
  readonly #calls = new Calls();

  constructor() {
    super();
    this.addEventListener('dl-statechange', () => this.#followState());
  }

  /**
   * Has rows of bits copied, loading the machine first if need be. Calls are answered in order.
   * @param bits 1 to 120 rows of eight bits, each 0 or 1; it is sure of 50
   * @throws DemoError `input` if they are anything else; any other code for the machine itself
   */
  copy(bits: readonly (readonly number[])[]): Promise<Copied> {
    return this.#calls.do(async () => {
      const given = this.#orRefuse(() => checkBits(bits, TASKS.copy));
      this.#host.set({ task: 'copy', flips: undefined, bits: writeBits(given), length: given.length });
      this.#due = false;
      this.#keep = false;
      return copiedOf((await this.lifecycle.call(this.#given.input)).result as Trace);
    });
  }

  /**
   * Has a machine learn to copy here, from first weights or on from where it is, loading first if need be.
   * @param sequences how many it is to have seen in all, up to a million
   * @returns how far it has come, and what it makes of the sequence on the stage
   * @throws DemoError `input` for anything else, any other code for the engine itself
   */
  learn(sequences: number): Promise<Lesson> {
    return this.#calls.do(async () => {
      this.#orRefuse(() => checkSequences(sequences));
      this.#host.set({ task: undefined, view: 'learn' });
      return this.#learning.until(sequences, async (input) => (await this.lifecycle.call(input)).result as Lesson);
    });
  }

  #orRefuse<T>(check: () => T): T {
    try {
      return check();
    } catch (error) {
      this.refuse(toDemoError(error, 'input'));
      throw error;
    }
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (old === value) return;
    if (name === 'view') this.#turn(old, value);
    if (name === 'start') this.#learnAnew();
    if (!INPUTS.includes(name)) return;
    const shown = this.#canRun && this.#trace !== undefined;
    const before = this.#given.bits.length;
    this.#given.forget();
    const same = this.#given.bits.length === before && ['bits', 'flips', 'priorities'].includes(name);
    this.#keep = same && (shown || this.#keep);
    this.#due = true;
    if (this.state === 'running') this.lifecycle.wake();
    else void this.#refresh();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#size.connect(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#size.disconnect();
    this.#tape.stop();
  }

  /** On its slide it learns only once somebody has pressed the button. */
  override intend(intent: Intent): void {
    if (intent === 'left') this.#learning.leave(this.state);
    const waits = intent === 'current' && this.#view === 'learn' && !this.#learning.comeBack();
    super.intend(waits ? 'near' : intent);
  }

  protected override nextInput(): Input | undefined {
    const learns = this.#view === 'learn';
    if (!this.#due && !learns) return undefined;
    this.#due = false;
    return learns ? this.#learning.next() : this.#given.input;
  }

  protected override get viewState(): ViewState {
    return { at: this.#tape.at };
  }

  protected override showViewState({ at }: ViewState): void {
    this.#tape.seek(at as number);
  }

  protected override show(result: Result): void {
    if (isLesson(result)) {
      this.result = this.#learning.take(result, this.isCopy);
      return;
    }
    this.#run = result;
    if (this.isCopy) return;
    const running = this.state === 'running' && this.#view !== 'learn';
    const fresh = running ? 0 : result.rows.length - 1;
    this.#tape.seek(this.#keep ? this.#tape.at : fresh);
    this.#keep = false;
    if (running) this.#tape.play();
  }

  protected override renderStage(): TemplateResult {
    const { width, scale } = this.#size;
    return this.#stages[this.#view].render(width, scale, foot(this.#host, this.#view));
  }

  protected override renderControls(): TemplateResult {
    const button = this.renderMainButton(this.#view === 'learn' ? LEARN_WORDS : undefined);
    return controls(this.#host, button, this.numeric('seed'), this.#view);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#size.watch(this.renderRoot.querySelector('.frame-stage') as HTMLElement);
    const { width, scale } = this.#size;
    this.#stages[this.#view].draw(width, scale);
  }

  protected override get hint(): string {
    return this.#view === 'learn' ? learnHint(this.#lesson) : hintOf(this.#view, this.#stages.tape.hint, this.#canRun);
  }

  protected override get figcaption(): string {
    return this.#view === 'learn' ? LEARN_CAPTION : this.#given.task.caption;
  }

  protected override describe(result: Result): string {
    return isLesson(result) ? this.#learning.words : summary(TASKS[result.task], result);
  }

  get #view(): View {
    const view = this.text('view');
    const { task } = this.#given;
    return (view === 'lstm' && task.rival) || (view === 'learn' && task === TASKS.copy) ? view : 'tape';
  }

  get #canRun(): boolean {
    return this.state === 'ready' || this.state === 'running';
  }

  get #trace(): Trace | undefined {
    return fitting(this.#given.sequence, this.#run, this.#canRun, recorded);
  }

  /** What was learned here, or the recorded course while nothing can learn. */
  get #lesson(): Lesson | undefined {
    return this.#learning.lesson ?? (this.#canRun ? undefined : recordedLesson);
  }

  /** Runs again what was changed while the tape stood still; the latest change alone, if several came meanwhile. */
  async #refresh(): Promise<void> {
    if (this.#refreshing) return;
    this.#refreshing = true;
    await Promise.resolve(); // several attributes may change at once
    while (this.#due && this.state === 'ready') {
      this.#due = false;
      const input = this.#view === 'learn' ? this.#learning.trial() : this.#given.input;
      await this.lifecycle.call(input).catch(() => undefined);
    }
    this.#refreshing = false;
  }

  #followState(): void {
    if (this.isCopy) return;
    this.#learning.follow(this.state);
    const learns = this.#view === 'learn';
    if (this.state !== 'running') this.#tape.stop();
    else if (this.#trace && !this.#due && !learns) this.#tape.play();
    if (this.state === 'ready' && this.#due && (this.result || learns)) void this.#refresh();
  }

  /** Between a machine that has learned and one that learns; neither goes on unasked. */
  #turn(from: string | null, to: string | null): void {
    if (this.isCopy || (from === 'learn') === (to === 'learn')) return;
    this.#due = true;
    this.pause();
    void this.#refresh();
  }

  #learnAnew(): void {
    this.#learning.restart();
    this.#due = true;
    this.requestUpdate();
    void this.#refresh();
  }

  /** Turns one cell, or a whole row, before the step that comes next; the same again takes that back. */
  #flip(target: Omit<Flip, 'step'>): void {
    const flip = { step: this.#tape.at + 1, ...target };
    if (!this.#trace || !this.#canRun || flip.step > this.#tape.last) return;
    this.#host.set({ flips: writeFlips(toggled(this.#given.flips, flip)) || undefined });
  }

  #flipRow(): void {
    const trace = this.#trace;
    if (!trace) return;
    this.#tape.seek(readingStep(trace, this.#tape.at));
    this.#flip({ location: focusAt(trace, 'read', this.#tape.at + 1) });
    this.run();
  }
}

defineDemo(NtmCopyElement);
