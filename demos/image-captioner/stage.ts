import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { SquareDrag } from '../../src/demo/picture/square';
import type { CaptionHost, Panel } from './host';
import { plainPanel, treePanel, wordsPanel } from './panels';
import { guesses, joins } from './task';
import { AttentionView } from './view';

const PANELS: Readonly<Record<Panel, string>> = { words: 'Words', tree: 'Beams', plain: 'Plain' };

/** Longest sentences, in letters, that are set so large. */
const SIZES = [
  { letters: 34, name: 'large' },
  { letters: 62, name: 'middle' },
  { letters: 88, name: 'small' },
];

/** The picture with the light on it, the sentence, and one panel. */
export class CaptionStage {
  readonly #drag: SquareDrag;
  #view: AttentionView | undefined;
  #overlay: Element | undefined;
  #drawn: readonly number[] | undefined;

  constructor(private readonly host: CaptionHost) {
    this.#drag = new SquareDrag({
      get square() {
        return host.square;
      },
      get live() {
        return (host.state === 'ready' || host.state === 'running') && !host.live;
      },
      moveSquare: ({ x, y, side }) => {
        host.set({ square: side, 'square-x': x, 'square-y': y });
        host.ask();
      },
    });
  }

  render(): TemplateResult {
    const { input, panel, live } = this.host;
    const picture = live && input.video ? input.video : input.renderShown();
    return html`
      <div class="captioner ${panel}">
        ${this.#drag.render(picture, html`<div class="overlay" ${ref(this.#overlayAt)}></div>`)}
        <div class="side">
          ${this.host.report() ?? this.#renderSide()}
        </div>
        ${panel === 'tree' ? treePanel(this.host) : nothing}
      </div>`;
  }

  /** After every render: the light is drawn, not rendered. */
  draw(): void {
    if (!this.#overlay) return;
    const { best, live } = this.host;
    const { at, told } = this.host.speech;
    const attention = live || told === 0 ? undefined : best?.attention?.[at];
    if (this.#view && attention === this.#drawn) return;
    this.#view ??= new AttentionView(this.#overlay as HTMLElement);
    this.#drawn = attention;
    this.#view.draw(attention);
  }

  renderControls(): TemplateResult {
    const { host } = this;
    const { square, panel } = host;
    return html`
      ${host.mainButton()}
      ${host.input.renderButtons()}
      <button type="button" class="button" ?disabled=${!host.best} @click=${() => host.replay()}>${this.#again}</button>
      ${
        square.side > 0
          ? html`<button type="button" class="button" @click=${() => this.#hide(0)}>Uncover</button>`
          : html`<button type="button" class="button" @click=${() => this.#hide(94)}>Hide a part</button>`
      }
      <fieldset class="choice end" aria-label="Beside the sentence">
        ${Object.entries(PANELS).map(
          ([name, label]) =>
            html`<label><input type="radio" name="panel" .checked=${name === panel} @change=${() => this.#open(name)} />${label}</label>`,
        )}
      </fieldset>`;
  }

  /** What the button that says it again says: a new frame, other draws, or the same once more. */
  get #again(): string {
    if (this.host.input.video) return 'Look now';
    return this.host.temperature > 0 ? 'Draw again' : 'Replay';
  }

  readonly #overlayAt = (element?: Element): void => {
    this.#overlay = element;
    this.#view = undefined;
  };

  #renderSide(): TemplateResult {
    const { panel } = this.host;
    return html`
      ${this.#sentence()} ${this.#note()}
      ${panel === 'words' ? wordsPanel(this.host) : panel === 'plain' ? plainPanel(this.host) : nothing}
      ${this.#sliders()} ${this.host.input.renderStrip()}`;
  }

  #sentence(): TemplateResult {
    const { best, shown } = this.host;
    const { told, at } = this.host.speech;
    if (!best) return html`<p class="sentence"></p>`;
    const size = SIZES.find(({ letters }) => best.text.length <= letters)?.name ?? 'tiny';
    const guess = shown?.attention && guesses(shown, shown.attention);
    const word = (text: string, index: number) => this.#word(text, index, at === index, index < told);
    return html`
      <p class="sentence poster ${size} ${guess ? 'guess' : ''}" data-keys="ArrowLeft ArrowRight" @keydown=${this.#onKey}>
        ${best.words.map((text, index) => word(text, index))}${this.#stop(at, told)}
      </p>`;
  }

  #word(text: string, index: number, here: boolean, said: boolean): TemplateResult {
    const { host } = this;
    const forced = index < (host.shown?.prefix.length ?? 0);
    return html`${index === 0 || joins(text) ? '' : ' '}<button type="button" class="${here ? 'here' : ''} ${said ? '' : 'unsaid'} ${forced ? 'forced' : ''}"
      aria-pressed=${here} tabindex=${here ? 0 : -1} data-index=${index} data-keys="ArrowLeft ArrowRight"
      @click=${() => host.look(index)} @pointerenter=${() => host.speech.peek(index)} @pointerleave=${() => host.speech.peek(undefined)}
      >${text}</button>`;
  }

  /** The stop is a word like any other. */
  #stop(at: number, told: number): TemplateResult {
    const length = this.host.best?.words.length ?? 0;
    return html`<button type="button" class="stop ${at === length ? 'here' : ''} ${told < length ? 'unsaid' : ''}" aria-label="end of the sentence"
      aria-pressed=${at === length} tabindex=${at === length ? 0 : -1} data-index=${length} data-keys="ArrowLeft ArrowRight"
      @click=${() => this.host.look(length)}>.</button>`;
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const { best } = this.host;
    const { at } = this.host.speech;
    if (!step || !best) return;
    event.preventDefault();
    const next = Math.min(best.words.length, Math.max(0, at + step));
    this.host.look(next);
    const row = event.currentTarget as HTMLElement;
    row.querySelector<HTMLElement>(`[data-index="${next}"]`)?.focus();
  };

  /** One line under the sentence: what makes it less than what it seems. */
  #note(): TemplateResult {
    const { shown, best } = this.host;
    const { before, told } = this.host.speech;
    const reading = shown?.attention;
    if (!shown || !reading || told < (best?.words.length ?? 0)) return html`<p class="note"></p>`;
    if (shown.prefix.length > 0)
      return html`<p class="note"><button type="button" class="plain-button" @click=${() => this.#free()}>Back to its own words</button></p>`;
    if (before !== undefined && shown.covered) return html`<p class="note">Uncovered it said: ${before}.</p>`;
    if (guesses(shown, reading))
      return html`<p class="note"><b>A guess.</b> Of 100 pictures, it was surer of ${100 - Math.round(100 * reading.sureness)}.</p>`;
    return html`<p class="note"></p>`;
  }

  #sliders(): TemplateResult {
    const { beam, temperature } = this.host;
    return html`
      <div class="sliders">
        <label class="slider">${temperature > 0 ? 'Draws' : 'Beams'}
          <input type="range" min="1" max="5" .value=${String(beam)} @input=${(event: Event) => this.#ask({ beam: valueIn(event) })} />
          <output>${beam}</output>
        </label>
        <label class="slider end">Temperature
          <input type="range" min="0" max="1.5" step="0.1" .value=${String(temperature)} @input=${(event: Event) => this.#ask({ temperature: valueIn(event) })} />
          <output>${temperature}</output>
        </label>
      </div>`;
  }

  #ask(values: Parameters<CaptionHost['set']>[0]): void {
    this.host.set(values);
    this.host.ask();
  }

  #hide(side: number): void {
    this.#ask({ square: side || undefined, ...(side === 0 && { 'square-x': undefined, 'square-y': undefined }) });
  }

  #free(): void {
    this.#ask({ words: undefined });
  }

  #open(panel: string): void {
    this.#ask({ panel });
  }
}

const valueIn = (event: Event): string => (event.currentTarget as HTMLInputElement).value;
