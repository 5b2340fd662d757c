import { html, type PropertyValues, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { defineDemo } from '../../src/demo/define';
import { DemoElement } from '../../src/demo/demo-element';
import type { ViewState } from '../../src/demo/mirror/snapshot';
import { AnalogyStage } from './analogy-stage';
import { answerOf, clampTop, type WordAnswer } from './answer';
import { attributes } from './attributes';
import { DifferencesStage } from './differences-stage';
import { resultInWords } from './in-words';
import type { Size } from './plot';
import { recorded } from './recorded';
import { styles } from './styles';
import {
  answers,
  type Method,
  normalise,
  type Question,
  type ShownResult,
  type VocabularyResult,
  type WordInput,
  type WordResult,
} from './task';
import { WordAnalogyView } from './view';
import { Vocabulary } from './vocabulary';

/**
 * `<dl-word-analogy>`: arithmetic on word vectors. b − a + c in three fields with the nearest words as bars, and, with
 * `view="differences"`, pairs of words whose steps are alike, among which one may draw an arrow.
 */
export class WordAnalogyElement extends DemoElement<WordInput, WordResult> {
  static override readonly demo = 'word-analogy';
  static override readonly section = 'words';
  static override readonly attributeSchema = attributes;
  static override readonly styles = [...DemoElement.styles, styles];

  #vocabulary: Vocabulary | undefined;
  /** As the model gave it: what is handed on to a copy. */
  #words: VocabularyResult | undefined;
  #answer: ShownResult | undefined;
  /** What was drawn last. */
  #before: ShownResult | undefined;
  #asked: WordInput | undefined;
  /** Of the last answer: that of the vocabulary says nothing. */
  #milliseconds: number | undefined;
  #size: Size = { width: 560, height: 330 };
  #plot: HTMLElement | undefined;
  #list: HTMLElement | undefined;
  #view: WordAnalogyView | undefined;
  #drawn: Drawn | undefined;
  readonly #analogy = new AnalogyStage(this.#stageHost());
  readonly #differences = new DifferencesStage(this.#stageHost());
  readonly #resizes = new ResizeObserver(() => this.#measure());

  constructor() {
    super();
    this.addEventListener('dl-statechange', () => this.#followState());
  }

  /**
   * Answers "a is to b as c is to ?", loading the vectors first if need be. Words are read as a person types them.
   * @param options.top how many words to give, 1 to 1000
   * @throws DemoError for the model itself; an unknown word is no error
   */
  async solve(
    { a, b, c }: Question,
    { top = 10, method = this.#analogy.method }: { top?: number; method?: Method } = {},
  ): Promise<WordAnswer> {
    const question = { a: normalise(String(a ?? '')), b: normalise(String(b ?? '')), c: normalise(String(c ?? '')) };
    const result = await this.#call({ kind: 'analogy', ...question, method, top: clampTop(top) });
    this.#write({ ...question, method });
    return answerOf(result);
  }

  /** The words with the largest cosines with a word. */
  async neighbours(word: string, { top = 10 }: { top?: number } = {}): Promise<WordAnswer> {
    return answerOf(
      await this.#call({ kind: 'neighbours', words: [normalise(String(word ?? ''))], top: clampTop(top) }),
    );
  }

  /** How near two words are: their cosine, −1 to 1. */
  async distance(one: string, other: string): Promise<{ cosine: number | undefined; missing: readonly string[] }> {
    const words = [one, other].map((word) => normalise(String(word ?? '')));
    const { result } = await this.lifecycle.call({ kind: 'neighbours', words, top: 1 });
    return result.kind === 'neighbours'
      ? { cosine: result.cosine, missing: result.missing }
      : { cosine: undefined, missing: [] };
  }

  /** Whether the vocabulary has a word, as a person types it. */
  async has(word: string): Promise<boolean> {
    if (!this.#vocabulary) await this.lifecycle.call({ kind: 'vocabulary' });
    return (this.#vocabulary as Vocabulary | undefined)?.has(String(word ?? '')) ?? false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#plot) this.#resizes.observe(this.#plot);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resizes.disconnect();
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (old !== value) this.lifecycle.wake();
  }

  protected override nextInput(): WordInput | undefined {
    if (!this.#vocabulary) return { kind: 'vocabulary' };
    const input = this.#input();
    if (!input || (this.#asked && JSON.stringify(input) === JSON.stringify(this.#asked))) return undefined;
    this.#asked = input;
    return input;
  }

  protected override show(result: WordResult): void {
    if (result.kind === 'vocabulary') {
      this.#keep(result);
      this.milliseconds = this.#milliseconds;
    } else {
      this.#answer = result;
      this.#milliseconds = this.milliseconds;
    }
  }

  protected override get viewState(): ViewState {
    return { words: this.#words };
  }

  protected override showViewState({ words }: ViewState): void {
    this.#keep(words as VocabularyResult | undefined);
  }

  #keep(words: VocabularyResult | undefined): void {
    this.#words = words;
    this.#vocabulary = words && new Vocabulary(words.text, words.sorted);
  }

  protected override renderStage(): TemplateResult {
    const { onPointerDown, onPointerMove, onPointerUp } = this.#differences;
    const stage = this.#isAnalogy
      ? { top: this.#analogy.renderTop(), aside: '', down: undefined }
      : { top: '', aside: this.#differences.renderAside(), down: onPointerDown };
    return html`
      <div class="words ${this.text('view')}">
        <div class="top">${stage.top}</div>
        <div class="plot poster" ${ref((element) => this.#take('plot', element))}
          @pointerdown=${stage.down} @pointermove=${onPointerMove} @pointerup=${onPointerUp} @pointercancel=${onPointerUp}></div>
        <div class="aside">
          ${this.renderReport() ?? stage.aside}
          <div class="list poster" ?hidden=${this.error !== undefined} ${ref((element) => this.#take('list', element))}></div>
        </div>
      </div>`;
  }

  protected override renderControls(): TemplateResult {
    return this.#isAnalogy ? this.#analogy.renderControls() : this.#differences.renderControls();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!this.#plot || !this.#list) return;
    this.#view ??= new WordAnalogyView(this.#plot, this.#list);
    const result = this.#shown;
    this.#before = result;
    if (!result) {
      this.#drawn = undefined;
      this.#view.clear();
      return;
    }
    const drawn = { result, size: this.#size, expected: this.#isAnalogy ? this.#analogy.expected : undefined };
    // While somebody types, all is as it was.
    if (this.#isAnalogy && sameParts(drawn, this.#drawn)) return;
    this.#drawn = drawn;
    this.#view.draw(result, { ...drawn, differences: this.#differences.plotOptions });
  }

  protected override get hint(): string {
    return this.#isAnalogy ? 'type words; arrow keys choose, Enter takes' : 'pull an arrow; Enter begins and ends one';
  }

  protected override get figcaption(): string {
    return this.#isAnalogy
      ? 'Words as points: subtract one, add another, and look which word is nearest.'
      : 'Pairs of words, joined: the lines run nearly the same way.';
  }

  protected override describe(): string {
    return this.#answer ? resultInWords(this.#answer) : '';
  }

  get #isAnalogy(): boolean {
    return this.text('view') === 'analogy';
  }

  #input(): WordInput | undefined {
    return this.#isAnalogy ? this.#analogy.input() : this.#differences.input();
  }

  /** The answer to what is asked, or what was recorded of it; while neither is there, what was shown before. */
  get #shown(): ShownResult | undefined {
    const input = this.#input();
    const answer = this.#answer;
    const fitting = input && (answer && answers(answer, input) ? answer : recorded(input));
    const before = (this.#before?.kind === 'differences') === this.#isAnalogy ? undefined : this.#before;
    return fitting ?? before;
  }

  async #call(input: WordInput): Promise<ShownResult> {
    return (await this.lifecycle.call(input)).result as ShownResult;
  }

  #followState(): void {
    if (this.state === 'loading') this.#asked = undefined;
    if (this.state === 'idle') this.#keep(undefined);
  }

  /** The loop asks for the vocabulary first of all; before it runs, whoever goes into a field does. */
  #wantVocabulary(): void {
    if (this.state === 'ready' && !this.#vocabulary) this.lifecycle.call({ kind: 'vocabulary' }).catch(() => undefined);
  }

  #write(values: Readonly<Record<string, string | undefined>>): void {
    for (const [name, value] of Object.entries(values)) {
      if (value === undefined) this.removeAttribute(name);
      else this.setAttribute(name, value);
    }
  }

  /** Somebody asked something with their hand: it is answered, unless the answer is recorded and nothing runs. */
  #ask(values: Readonly<Record<string, string | undefined>>): void {
    this.#write(values);
    const input = this.#input();
    if (this.state === 'ready') this.run();
    if (this.state !== 'idle' || !input || recorded(input)) return;
    this.load().catch(() => undefined);
    this.run();
  }

  #take(part: 'plot' | 'list', element: Element | undefined): void {
    if (!(element instanceof HTMLElement)) return;
    if (part === 'list') this.#list = element;
    else {
      this.#plot = element;
      this.#resizes.observe(element);
    }
  }

  #measure(): void {
    if (!this.#plot || this.#plot.clientWidth === 0) return;
    this.#size = { width: this.#plot.clientWidth, height: this.#plot.clientHeight };
    this.requestUpdate();
  }

  #viewChoice(): TemplateResult {
    const choice = (view: string, label: string) => html`<label><input type="radio" name="view" value=${view}
      .checked=${this.text('view') === view} @change=${() => this.#ask({ view })} />${label}</label>`;
    return html`<fieldset class="choice end"><legend class="unseen">What is drawn</legend>
      ${choice('analogy', 'Analogy')}${choice('differences', 'Differences')}</fieldset>`;
  }

  #stageHost(): ConstructorParameters<typeof DifferencesStage>[0] {
    const element = this;
    return {
      get state() {
        return element.state;
      },
      get vocabulary() {
        return element.#vocabulary;
      },
      get shown() {
        return element.#shown;
      },
      get plot() {
        return element.#plot;
      },
      get plotSize() {
        return element.#size;
      },
      text: (name) => this.text(name),
      given: (name) => this.hasAttribute(name),
      set: (values) => this.#ask(values),
      changed: () => this.requestUpdate(),
      entered: () => this.#wantVocabulary(),
      mainButton: () => this.renderMainButton(),
      viewChoice: () => this.#viewChoice(),
    };
  }
}

interface Drawn {
  readonly result: ShownResult;
  readonly size: Size;
  readonly expected: string | undefined;
}

const sameParts = (one: Drawn, other: Drawn | undefined): boolean =>
  one.result === other?.result && one.size === other.size && one.expected === other.expected;

defineDemo(WordAnalogyElement);
