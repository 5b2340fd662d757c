import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { ViewState } from '../../src/demo/mirror/snapshot';
import type { Picture, PictureSource } from '../../src/demo/picture/decode';
import { type PictureHost, PictureInput } from '../../src/demo/picture/input';
import { rawPicture } from '../../src/demo/picture/raw';
import { type Square, SquareDrag } from '../../src/demo/picture/square';
import poster from './poster.json';
import { sampleUrl } from './sample-urls';
import { samples, strip } from './samples';
import type { Classification, ClassifierInput } from './task';
import { ImageClassifierView } from './view';

/** What exploring needs of the element that it is a part of. */
export interface ExploreHost extends Omit<PictureHost, 'pickSample' | 'replaced'> {
  readonly heat: boolean;
  readonly square: Square;
  /** Index of the class whose evidence somebody wants to see. */
  readonly chosen: number | undefined;
  set(attributes: Readonly<Record<string, string | number | undefined>>): void;
  mainButton(): TemplateResult;
  report(): TemplateResult | undefined;
}

const TOP = 5;
const NOTHING: ReadonlyMap<number, number> = new Map();
const recorded = poster as unknown as Readonly<Record<string, Classification>>;

/** Naming a picture, with evidence and square. Holds what was put in; the element holds what came out. */
export class Explore {
  readonly input: PictureInput;
  readonly #drag: SquareDrag;
  #before: ReadonlyMap<number, number> = new Map();
  #view: ImageClassifierView | undefined;
  /** What the view drew last: the map of evidence is not computed again for a line of status. */
  #drawn: readonly unknown[] = [];
  #bars: Element | undefined;
  #overlay: Element | undefined;

  constructor(private readonly host: ExploreHost) {
    this.input = new PictureInput(this.#pictureHost(), { strip, all: samples, urlOf: sampleUrl });
    this.#drag = new SquareDrag({
      get square() {
        return host.square;
      },
      get live() {
        return host.state === 'ready' || host.state === 'running';
      },
      moveSquare: ({ x, y, side }) => host.set({ square: side, 'square-x': x, 'square-y': y }),
    });
  }

  /** What is to be judged next: a frame of the camera, or the picture if it, or the square, is new. */
  nextInput(): ClassifierInput | undefined {
    const picture = this.input.next();
    return picture && this.#input(picture);
  }

  /** Shows a picture of the caller's, and gives the input for it. */
  async take(source: PictureSource): Promise<ClassifierInput> {
    return this.#input(await this.input.take(source));
  }

  /** Keeps what the classes had while nothing was hidden, so that the bars can tell what the square did. */
  remember({ classes }: Classification): void {
    if (this.host.square.side === 0 || this.input.video)
      this.#before = new Map(classes.map(({ index, probability }) => [index, probability]));
  }

  squareChanged(): void {
    this.input.renew();
    this.host.changed();
  }

  get viewState(): ViewState {
    return { ...this.input.viewState, before: this.#before };
  }

  showViewState(view: ViewState): void {
    this.input.showViewState(view);
    if (view.before) this.#before = view.before as ReadonlyMap<number, number>;
  }

  /** Draws the last result, or the recorded one of the sample that is shown; nothing if nothing has changed. */
  draw(result: Classification | undefined): void {
    if (!this.#bars || !this.#overlay) return;
    const shown = result ?? recorded[this.host.sampleName];
    const { heat, square } = this.host;
    const before = square.side > 0 ? this.#before : NOTHING;
    const { chosen } = this.host;
    const drawing = [shown, chosen, heat, before];
    if (this.#view && drawing.every((part, i) => part === this.#drawn[i])) return;
    this.#drawn = drawing;
    this.#view ??= new ImageClassifierView(this.#bars as HTMLElement, this.#overlay as HTMLElement);
    if (!shown) {
      this.#view.clear();
      return;
    }
    const choose = (index: number) => this.host.set({ evidence: index, heatmap: 'on' });
    this.#view.draw(shown, { chosen, heat, before, choose });
  }

  renderStage(): TemplateResult {
    return html`
      <div class="classifier">
        ${this.#drag.render(this.input.renderShown(), html`<div class="overlay" ${ref(this.#overlayAt)}></div>`)}
        <div class="side">
          ${this.host.report() ?? this.#renderSide()}
        </div>
      </div>
    `;
  }

  #renderSide(): TemplateResult {
    return html`
      <ol class="bars poster" aria-label="Classes, most likely first" ${ref(this.#barsAt)}></ol>
      ${this.input.renderStrip()}
    `;
  }

  renderControls(): TemplateResult {
    const { side } = this.host.square;
    return html`
      ${this.host.mainButton()}
      ${this.input.renderButtons()}
      <label class="check">
        <input type="checkbox" .checked=${this.host.heat} @change=${(event: Event) => this.host.set({ heatmap: isChecked(event) ? 'on' : 'off' })} />
        Heat map
      </label>
      <label class="slider end">Square
        <input type="range" min="0" max="120" .value=${String(side)} @input=${(event: Event) => this.host.set({ square: valueIn(event) })} />
        <output>${side === 0 ? 'none' : `${side} px`}</output>
      </label>
    `;
  }

  readonly #overlayAt = (element?: Element): void => {
    this.#overlay = element;
    this.#view = undefined;
  };

  readonly #barsAt = (element?: Element): void => {
    this.#bars = element;
    this.#view = undefined;
  };

  /** Why the network is wrong about the sample that is shown, if it is. */
  get warning(): string | undefined {
    return this.input.sample?.wrong;
  }

  #input(picture: Picture): ClassifierInput {
    return { picture: rawPicture(picture), square: this.host.square, top: TOP, heat: true };
  }

  #pictureHost(): PictureHost {
    const { host } = this;
    return {
      get state() {
        return host.state;
      },
      get sampleName() {
        return host.sampleName;
      },
      pickSample: (name) => host.set({ picture: name, square: 0 }),
      replaced: () => {
        host.set({ evidence: undefined });
        this.#before = new Map();
      },
      changed: () => host.changed(),
      refuse: (error) => host.refuse(error),
      perform: (name, argument) => host.perform(name, argument),
      start: () => host.start(),
      forget: () => host.forget(),
    };
  }
}

const isChecked = (event: Event): boolean => (event.currentTarget as HTMLInputElement).checked;
const valueIn = (event: Event): string => (event.currentTarget as HTMLInputElement).value;
