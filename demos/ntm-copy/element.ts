import type { PropertyValues, TemplateResult } from 'lit';
import { defineDemo } from '../../src/demo/define';
import { DemoElement } from '../../src/demo/demo-element';
import type { ViewState } from '../../src/demo/mirror/snapshot';
import { toDemoError } from '../../src/engine/errors';
import { attributes } from './attributes';
import { BesideStage } from './beside';
import { controls, foot } from './controls';
import { Given } from './given';
import type { TapeHost, View } from './host';
import { type Poster, unpackTrace } from './poster';
import recorded from './poster.json';
import { writePriorities } from './priority-sort';
import { summary } from './score';
import { StageSize } from './size';
import { TapeStage } from './stage';
import { styles } from './styles';
import { Tape } from './tape';
import { type Bits, checkBits, type Flip, rounded, type TaskName, writeBits, writeFlips, wrongBits } from './task';
import { TASKS } from './tasks';
import { alike, focusAt, type Head, same, type TapeInput, type Trace, weightAt } from './trace';

/** The answer to `copy()`. */
export interface Copied {
  /** What it wrote, [rows, 8], 0 or 1. */
  readonly output: number[][];
  /** How many of these differ from what it was given. */
  readonly bitErrors: number;
  /** Where it wrote while the rows and the end mark came in, [rows + 1, 128]. */
  readonly writeWeightings: number[][];
  /** Where it read while it answered, [rows, 128]. */
  readonly readWeightings: number[][];
}

/** Attributes that change what is put in. */
const INPUTS = ['task', 'bits', 'priorities', 'flips', 'length', 'repeats', 'seed'];

const poster = unpackTrace(recorded as unknown as Poster);
/** The recorded run stands where some rows have been read and some not. */
const POSTER_AT = Math.round(poster.answersFrom + 0.6 * poster.target.length);

/** `<dl-ntm-copy>`: a Neural Turing Machine at the paper's five tasks, and where it writes and reads; an LSTM beside it. */
export class NtmCopyElement extends DemoElement<TapeInput, Trace> {
  static override readonly demo = 'ntm-copy';
  static override readonly section = 'turing';
  static override readonly attributeSchema = attributes;
  static override readonly styles = [...DemoElement.styles, styles];

  readonly #given = new Given(
    () => ({
      task: this.text('task') as TaskName,
      bits: this.text('bits'),
      flips: this.text('flips'),
      priorities: this.text('priorities'),
      length: this.numeric('length'),
      seed: this.numeric('seed'),
      repeats: Math.round(this.numeric('repeats')),
    }),
    (error) => this.refuse(toDemoError(error, 'input')),
  );
  readonly #tape = new Tape(POSTER_AT, {
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
  };
  readonly #host = this.#tapeHost();
  readonly #stage = new TapeStage(this.#host);
  readonly #beside = new BesideStage(this.#host);
  readonly #size = new StageSize(() => this.requestUpdate());
  /** Something was put in that the machine has not seen. */
  #due = true;
  /** The next run is only a little different from the one shown: the tape stays where it is. */
  #keep = false;
  #refreshing = false;
  #answers: Promise<unknown> = Promise.resolve();

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
    const answer = this.#answers.then(() => this.#copy(bits));
    this.#answers = answer.catch(() => undefined);
    return answer;
  }

  async #copy(bits: unknown): Promise<Copied> {
    const given = this.#checked(bits);
    this.#host.set({ task: 'copy', flips: undefined, bits: writeBits(given), length: given.length });
    this.#due = false;
    this.#keep = false;
    const { result } = await this.lifecycle.call(this.#given.input);
    return {
      output: result.output.map((row) => row.map(rounded)),
      bitErrors: wrongBits(result.output, result.target),
      writeWeightings: weightings(result, 'write', 0, result.answersFrom),
      readWeightings: weightings(result, 'read', result.answersFrom, result.rows.length),
    };
  }

  #checked(bits: unknown): Bits {
    try {
      return checkBits(bits, TASKS.copy);
    } catch (error) {
      this.refuse(toDemoError(error, 'input'));
      throw error;
    }
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (old === value || !INPUTS.includes(name)) return;
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
    this.#size.connect();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#size.disconnect();
    this.#tape.stop();
  }

  protected override nextInput(): TapeInput | undefined {
    if (!this.#due) return undefined;
    this.#due = false;
    return this.#given.input;
  }

  protected override get viewState(): ViewState {
    return { at: this.#tape.at };
  }

  protected override showViewState({ at }: ViewState): void {
    this.#tape.seek(at as number);
  }

  protected override show(result: Trace): void {
    if (this.isCopy) return;
    const running = this.state === 'running';
    const fresh = running ? 0 : result.rows.length - 1;
    this.#tape.seek(this.#keep ? this.#tape.at : fresh);
    this.#keep = false;
    if (running) this.#tape.play();
  }

  protected override renderStage(): TemplateResult {
    const { width, scale } = this.#size;
    const below = foot(this.#host, this.#view);
    return this.#view === 'tape' ? this.#stage.render(width, scale, below) : this.#beside.render(width, below);
  }

  protected override renderControls(): TemplateResult {
    return controls(this.#host, this.renderMainButton(), this.numeric('seed'), this.#view);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#size.watch(this.renderRoot.querySelector('.frame-stage') as HTMLElement);
    const { width, scale } = this.#size;
    if (this.#view === 'tape') this.#stage.draw(width, scale);
    else this.#beside.draw(width, scale);
  }

  protected override get hint(): string {
    if (this.#view === 'lstm') return 'the same bits for both';
    return (
      this.#stage.hint ?? (this.#canRun ? 'draw on the input, press on the memory' : 'draw on the input, and run it')
    );
  }

  protected override get figcaption(): string {
    return this.#given.task.caption;
  }

  protected override describe(trace: Trace): string {
    return summary(TASKS[trace.task], trace);
  }

  get #view(): View {
    return this.text('view') === 'lstm' && this.#given.task.rival ? 'lstm' : 'tape';
  }

  get #canRun(): boolean {
    return this.state === 'ready' || this.state === 'running';
  }

  /** The run that belongs to what is put in: the last one or the recorded one. A changed bit waits with the old run. */
  get #trace(): Trace | undefined {
    const { sequence } = this.#given;
    if (this.#canRun && this.result && alike(this.result, sequence)) return this.result;
    return [this.result, poster].find((trace) => trace && same(trace, sequence));
  }

  /** Runs again what was changed while the tape stood still; the latest change alone, if several came meanwhile. */
  async #refresh(): Promise<void> {
    if (this.#refreshing) return;
    this.#refreshing = true;
    await Promise.resolve(); // several attributes may change at once
    while (this.#due && this.state === 'ready') {
      this.#due = false;
      await this.lifecycle.call(this.#given.input).catch(() => undefined);
    }
    this.#refreshing = false;
  }

  #followState(): void {
    if (this.isCopy) return;
    if (this.state !== 'running') this.#tape.stop();
    else if (this.#trace && !this.#due) this.#tape.play();
    if (this.state === 'ready' && this.#due && this.result) void this.#refresh();
  }

  /** Turns one cell, or a whole row, before the step that comes next; the same again takes that back. */
  #flip(target: Omit<Flip, 'step'>): void {
    const flip = { step: this.#tape.at + 1, ...target };
    if (!this.#trace || !this.#canRun || flip.step > this.#tape.last) return;
    const written = writeFlips([flip]);
    const others = this.#given.flips.filter((other) => writeFlips([other]) !== written);
    const flips = others.length < this.#given.flips.length ? others : [...others, flip];
    this.#host.set({ flips: writeFlips(flips) || undefined });
  }

  #flipRow(): void {
    const trace = this.#trace;
    if (!trace) return;
    const { at, last } = this.#tape;
    if (at < trace.readFrom || at >= last - 1)
      this.#tape.seek(Math.min(last - 1, trace.answersFrom + Math.floor(trace.target.length / 3)));
    this.#flip({ location: focusAt(trace, 'read', this.#tape.at + 1) });
    this.run();
  }

  #tapeHost(): TapeHost {
    const element = this;
    return {
      get state() {
        return element.state;
      },
      get task() {
        return element.#given.task;
      },
      get bits() {
        return element.#given.bits;
      },
      get sequence() {
        return element.#given.sequence;
      },
      get trace() {
        return element.#trace;
      },
      get at() {
        return element.#tape.at;
      },
      get repeats() {
        return element.numeric('repeats');
      },
      get speed() {
        return element.numeric('speed');
      },
      draw: (bits) => this.#host.set({ bits: writeBits(bits) }),
      prioritise: (priorities) => this.#host.set({ priorities: writePriorities(priorities) }),
      seek: (at) => this.perform('seek', at),
      flip: (location, column) => this.perform('flip', { location, column }),
      flipRow: () => this.perform('flipRow'),
      set: (values) => {
        for (const [name, value] of Object.entries(values))
          if (value === undefined) this.removeAttribute(name);
          else this.setAttribute(name, String(value));
      },
      changed: () => this.requestUpdate(),
      report: () => this.renderReport(),
    };
  }
}

/** [to - from, slots] */
const weightings = (trace: Trace, head: Head, from: number, to: number): number[][] =>
  Array.from({ length: to - from }, (_, step) =>
    Array.from({ length: trace.slots }, (_, location) => weightAt(trace, head, from + step, location)),
  );

defineDemo(NtmCopyElement);
