import type { PropertyValues, TemplateResult } from 'lit';
import { defineDemo } from '../../src/demo/define';
import { DemoElement } from '../../src/demo/demo-element';
import type { ViewState } from '../../src/demo/mirror/snapshot';
import type { Picture, PictureSource } from '../../src/demo/picture/decode';
import { type PictureHost, PictureInput } from '../../src/demo/picture/input';
import { rawPicture } from '../../src/demo/picture/raw';
import { NO_SQUARE, type Square } from '../../src/demo/picture/square';
import { pictureStyles } from '../../src/demo/picture/styles';
import { toDemoError } from '../../src/engine/errors';
import { attributes } from './attributes';
import { CameraPace } from './camera-pace';
import { asked } from './given';
import type { CaptionHost, Panel } from './host';
import { recorded } from './recorded';
import { sampleUrl } from './sample-urls';
import { samples, strip } from './samples';
import { Speech } from './speech';
import { CaptionStage } from './stage';
import { styles } from './styles';
import { type Caption, type CaptionInput, type CaptionResult, guesses, joinWords } from './task';

/** The answer to `caption()`. */
export interface Captioned {
  /** Best first, as many as the beam is wide, or fewer. */
  readonly captions: readonly Pick<Caption, 'text' | 'words' | 'logProbability' | 'attention'>[];
}

const ASKED = new Set(['beam', 'temperature', 'words', 'seed', 'square', 'square-x', 'square-y']);

/** `<dl-image-captioner>`: a ConvNet sees, an LSTM writes, and shows for each word where it looked. */
export class ImageCaptionerElement extends DemoElement<CaptionInput, CaptionResult> {
  static override readonly demo = 'image-captioner';
  static override readonly section = 'captions';
  static override readonly attributeSchema = attributes;
  static override readonly styles = [...DemoElement.styles, pictureStyles, styles];

  readonly #input = new PictureInput(this.#pictureHost(), { strip, all: samples, urlOf: sampleUrl });
  readonly #speech = new Speech({
    best: () => this.#best,
    recorded: () => this.result === undefined,
    moved: () => this.requestUpdate(),
    ended: () => this.#input.video && this.state === 'running' && this.#pace.rest(),
  });
  readonly #pace = new CameraPace(() => this.#changed());
  readonly #stage = new CaptionStage(this.#captionHost());
  protected override readonly acts = {
    ...this.#input.acts,
    look: (at: number) => this.#speech.look(at),
    replay: () => this.#replay(),
  };
  /** Something other than the picture is to be asked anew. */
  #due = false;
  /** The next result is of another picture than the last. */
  #replaced = true;
  #answers: Promise<unknown> = Promise.resolve();
  #stopListening: (() => void) | undefined;

  constructor() {
    super();
    this.addEventListener('dl-statechange', () => this.#followState());
  }

  /**
   * Puts a picture into words, loading the network first if need be. Calls are answered in order.
   * @param picture anything a page can hold, or the address of one
   * @param options.beamWidth how many sentences are carried along, 1 to 5
   * @throws DemoError `input` or `network` for the picture; any other code for the network itself
   */
  caption(picture: PictureSource, { beamWidth = 3 }: { beamWidth?: number } = {}): Promise<Captioned> {
    const answer = this.#answers.then(() => this.#caption(picture, beamWidth));
    this.#answers = answer.catch(() => undefined);
    return answer;
  }

  async #caption(source: PictureSource, beamWidth: number): Promise<Captioned> {
    const picture = await this.#input.take(source).catch((error) => {
      const known = toDemoError(error, 'input');
      this.refuse(known);
      throw known;
    });
    this.#set({ words: undefined, square: undefined, temperature: undefined, beam: beamWidth });
    this.#due = false;
    this.#replaced = true;
    const { result } = await this.lifecycle.call({ ...this.#inputFor(picture), square: NO_SQUARE });
    const captions = result.attention?.captions ?? [];
    return {
      captions: captions.map(({ text, words, logProbability, attention }) => ({
        text,
        words,
        logProbability,
        ...(attention && { attention }),
      })),
    };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopListening = this.#input.listen(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopListening?.();
    this.#speech.stop();
    this.#stopCamera();
  }

  override pause(): void {
    this.#stopCamera();
    super.pause();
  }

  override dispose(): void {
    this.#stopCamera();
    super.dispose();
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (old === value) return;
    if (name === 'picture') this.#input.sampleChanged();
    if (ASKED.has(name) || (name === 'panel' && value === 'plain' && !this.result?.plain)) this.#due = true;
    if (this.#due || name === 'picture') this.lifecycle.wake();
  }

  protected override get siblingFolders(): readonly string[] {
    return ['image-classifier'];
  }

  protected override nextInput(): CaptionInput | undefined {
    const fresh = !this.#input.video || this.#pace.take() ? this.#input.next() : undefined;
    const picture = fresh ?? (this.#due ? this.#input.shown : undefined);
    if (!picture) return undefined;
    this.#due = false;
    this.#replaced ||= fresh !== undefined;
    return this.#inputFor(picture);
  }

  protected override get unlinked(): string | undefined {
    return this.#input.unlinked;
  }

  protected override get viewState(): ViewState {
    return { ...this.#input.viewState, ...this.#speech.state };
  }

  protected override showViewState(view: ViewState): void {
    this.#input.showViewState(view);
    this.#speech.state = view;
  }

  protected override show(result: CaptionResult): void {
    if (this.isCopy) return;
    this.#speech.show(result, this.#replaced, this.state !== 'running');
    this.#replaced = false;
  }

  protected override renderStage(): TemplateResult {
    return this.#stage.render();
  }

  protected override renderControls(): TemplateResult {
    return this.#stage.renderControls();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#stage.draw();
  }

  protected override get hint(): string {
    return (
      this.#input.sample?.wrong ?? (this.#best ? 'point at a word to see where it looked' : 'drop a picture of yours')
    );
  }

  protected override get figcaption(): string {
    return 'A network that sees and one that writes: the sentence comes word by word, and the light shows where it looked.';
  }

  protected override describe(result: CaptionResult): string {
    const reading = result.attention;
    const text = reading?.captions[0]?.text ?? '';
    return reading && guesses(result, reading) ? `A guess: ${text}.` : `${text}.`;
  }

  /** The last result, or what was recorded of the sample that is shown. */
  get #shown(): CaptionResult | undefined {
    const { sample } = this.#input;
    return this.result ?? (sample && recorded(sample.name));
  }

  get #best(): Caption | undefined {
    return this.#shown?.attention?.captions[0];
  }

  get #square(): Square {
    return { x: this.numeric('square-x'), y: this.numeric('square-y'), side: this.numeric('square') };
  }

  #inputFor(picture: Picture): CaptionInput {
    const given = { panel: this.text('panel'), words: this.text('words'), square: this.#square };
    const numbers = {
      beam: this.numeric('beam'),
      temperature: this.numeric('temperature'),
      seed: this.numeric('seed'),
    };
    return { picture: rawPicture(picture), ...asked({ ...given, ...numbers }) };
  }

  #changed(): void {
    this.lifecycle.wake();
    this.requestUpdate();
  }

  #stopCamera(): void {
    this.#pace.stop();
    this.#input.stopCamera();
  }

  #followState(): void {
    if (this.isCopy) return;
    if (this.state === 'running') this.#speech.resume();
    else this.#speech.stop();
  }

  #set(values: Readonly<Record<string, string | number | undefined>>): void {
    for (const [name, value] of Object.entries(values))
      if (value === undefined) this.removeAttribute(name);
      else this.setAttribute(name, String(value));
  }

  #say(at: number, word: string): void {
    const words = [...(this.#best?.words.slice(0, at) ?? []), word];
    this.#set({ words: joinWords(words) === '' ? undefined : words.join(' ') });
    this.start();
  }

  #replay(): void {
    if (this.#input.video) this.#pace.now();
    else if (this.numeric('temperature') > 0) this.#set({ seed: this.numeric('seed') + 1 });
    else if (this.result && this.state === 'running') {
      this.#speech.again();
      return;
    } else {
      this.#replaced = true;
      this.#due = true;
    }
    this.start();
    this.lifecycle.wake();
  }

  #pictureHost(): PictureHost {
    const element = this;
    return {
      get state() {
        return element.state;
      },
      get sampleName() {
        return element.text('picture');
      },
      pickSample: (name) => this.#set({ picture: name }),
      replaced: () => {
        this.#replaced = true;
        this.#speech.forget();
        this.#set({ words: undefined, square: undefined });
        if (this.#input.video) this.#pace.now();
      },
      changed: () => this.#changed(),
      refuse: (error) => this.refuse(toDemoError(error, 'input')),
      perform: (name, argument) => this.perform(name, argument),
      start: () => this.start(),
      forget: () => {
        this.result = undefined;
      },
    };
  }

  #captionHost(): CaptionHost {
    const element = this;
    return {
      input: this.#input,
      speech: this.#speech,
      get state() {
        return element.state;
      },
      get panel() {
        return element.text('panel') as Panel;
      },
      get beam() {
        return element.numeric('beam');
      },
      get temperature() {
        return element.numeric('temperature');
      },
      get square() {
        return element.#square;
      },
      get shown() {
        return element.#shown;
      },
      get best() {
        return element.#best;
      },
      get live() {
        return element.#input.video !== undefined && element.#pace.live;
      },
      set: (values) => this.#set(values),
      ask: () => this.state === 'ready' && this.start(),
      look: (at) => this.perform('look', at),
      say: (at, word) => this.#say(at, word),
      replay: () => this.perform('replay'),
      mainButton: () => this.renderMainButton(),
      report: () => this.renderReport(),
    };
  }
}

defineDemo(ImageCaptionerElement);
