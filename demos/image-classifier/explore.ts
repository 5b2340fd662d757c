import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { Camera } from '../../src/demo/picture/camera';
import {
  centreSquare,
  decodePicture,
  drawPicture,
  type Picture,
  type PictureSource,
} from '../../src/demo/picture/decode';
import { choosePicture } from '../../src/demo/picture/receive';
import poster from './poster.json';
import { rawPicture } from './raw-picture';
import { sampleUrl } from './sample-urls';
import { samples, strip } from './samples';
import { FIRST_SIDE_PX, pointIn, squareLayer } from './square';
import { type Classification, type ClassifierInput, SIDE_PX, type Square } from './task';
import { ImageClassifierView } from './view';

/** What exploring needs of the element that it is a part of. */
export interface ExploreHost {
  readonly state: string;
  readonly pictureName: string;
  readonly heat: boolean;
  readonly square: Square;
  set(attributes: Readonly<Record<string, string | number>>): void;
  /** Something new is there to be judged. */
  changed(): void;
  refuse(error: unknown): void;
  /** Loads if need be, and runs: somebody has given a picture and waits for its names. */
  start(): void;
  /** The last result is of a picture that is shown no more. */
  forget(): void;
  mainButton(): TemplateResult;
  report(): TemplateResult | undefined;
}

const TOP = 5;
const NOTHING: ReadonlyMap<number, number> = new Map();
const recorded = poster as unknown as Readonly<Record<string, Classification>>;

/** Naming a picture: samples, files, camera; evidence, square. Holds what was put in; the element holds what came out. */
export class Explore {
  readonly #camera = new Camera();
  #video: HTMLVideoElement | undefined;
  #shown: Picture | undefined;
  /** Name of the sample that is shown, being decoded, or was refused; empty for a picture of one's own. */
  #sample: string | undefined;
  #fresh = false;
  #chosen: number | undefined;
  #before: ReadonlyMap<number, number> = new Map();
  #dragging = false;
  #view: ImageClassifierView | undefined;
  /** What the view drew last: the map of evidence is not computed again for a line of status. */
  #drawn: readonly unknown[] = [];
  #bars: Element | undefined;
  #overlay: Element | undefined;

  constructor(private readonly host: ExploreHost) {}

  /** What is to be judged next: a frame of the camera, or the picture if it, or the square, is new. */
  nextInput(): ClassifierInput | undefined {
    if (this.#video) this.#take(centreSquare(drawPicture(this.#video)));
    else this.#followSample();
    if (!this.#shown || !(this.#fresh || this.#video)) return undefined;
    this.#fresh = false;
    return this.#input(this.#shown);
  }

  /** Shows a picture of the caller's, and gives the input for it. */
  async take(source: PictureSource): Promise<ClassifierInput> {
    const picture = centreSquare(await decodePicture(source));
    this.stopCamera();
    this.#sample = '';
    this.#take(picture);
    this.#fresh = false;
    return this.#input(picture);
  }

  /** Keeps what the classes had while nothing was hidden, so that the bars can tell what the square did. */
  remember({ classes }: Classification): void {
    if (this.host.square.side === 0 || this.#video)
      this.#before = new Map(classes.map(({ index, probability }) => [index, probability]));
  }

  squareChanged(): void {
    this.#fresh = true;
    this.host.changed();
  }

  stopCamera(): void {
    this.#camera.stop();
    this.#video = undefined;
  }

  receive(file: Blob): void {
    this.take(file).then(
      () => {
        this.#judge();
        this.host.start();
      },
      (error) => this.host.refuse(error),
    );
  }

  /** Draws the last result, or the recorded one of the sample that is shown; nothing if nothing has changed. */
  draw(result: Classification | undefined): void {
    if (!this.#bars || !this.#overlay) return;
    const shown = result ?? recorded[this.host.pictureName];
    const { heat, square } = this.host;
    const before = square.side > 0 ? this.#before : NOTHING;
    const drawing = [shown, this.#chosen, heat, before];
    if (this.#view && drawing.every((part, i) => part === this.#drawn[i])) return;
    this.#drawn = drawing;
    this.#view ??= new ImageClassifierView(this.#bars as HTMLElement, this.#overlay as HTMLElement);
    if (!shown) {
      this.#view.clear();
      return;
    }
    const choose = (index: number) => {
      this.#chosen = index;
      this.host.set({ heatmap: 'on' });
      this.host.changed();
    };
    this.#view.draw(shown, { chosen: this.#chosen, heat, before, choose });
  }

  renderStage(): TemplateResult {
    const sample = samples.find(({ name }) => name === this.host.pictureName);
    const picture = this.#shown;
    return html`
      <div class="classifier">
          <div class="picture poster"
            @pointerdown=${this.#onPointerDown} @pointermove=${this.#onPointerMove} @pointerup=${this.#onPointerUp} @pointercancel=${this.#onPointerUp}>
            ${picture ? picture.canvas : html`<img src=${sampleUrl(this.host.pictureName)} alt=${sample?.alt ?? ''} loading="lazy" />`}
            <div class="overlay" ${ref(this.#overlayAt)}></div>
            <svg viewBox="0 0 ${SIDE_PX} ${SIDE_PX}" preserveAspectRatio="none">${squareLayer(this.host.square, (square) => this.#moveTo(square))}</svg>
          </div>
        <div class="side">
          ${this.host.report() ?? this.#renderSide()}
        </div>
      </div>
    `;
  }

  #renderSide(): TemplateResult {
    return html`
      <ol class="bars poster" aria-label="Classes, most likely first" ${ref(this.#barsAt)}></ol>
      <fieldset class="samples" aria-label="Sample photographs">
        ${strip.map(({ name, alt }) => this.#thumbnail(name, alt))}
      </fieldset>
    `;
  }

  renderControls(): TemplateResult {
    const { side } = this.host.square;
    return html`
      ${this.host.mainButton()}
      <button type="button" class="button" @click=${() => choosePicture((file) => this.receive(file))}>Your picture…</button>
      <button type="button" class="button" aria-pressed=${this.#camera.on} @click=${() => this.#toggleCamera()}>
        ${this.#camera.on ? 'Stop camera' : 'Camera'}
      </button>
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
    return this.#sample === '' ? undefined : samples.find(({ name }) => name === this.host.pictureName)?.wrong;
  }

  #thumbnail(name: string, alt: string): TemplateResult {
    return html`<label title=${alt}>
      <input type="radio" name="sample" aria-label=${alt} .checked=${name === this.host.pictureName && this.#sample !== ''}
        @change=${() => this.#pickSample(name)} />
      <img src=${sampleUrl(name)} alt="" loading="lazy" data-name=${name} />
    </label>`;
  }

  #pickSample(name: string): void {
    this.stopCamera();
    this.#sample = undefined;
    this.#chosen = undefined;
    this.host.set({ picture: name, square: 0 });
    if (this.host.state === 'ready') this.host.start();
    if (this.host.state === 'idle' || this.host.state === 'error') {
      this.#shown = undefined;
      this.host.forget();
    }
    this.#judge();
  }

  /** Decodes the sample that the attribute names, unless a picture of one's own is shown. */
  #followSample(): void {
    const name = this.host.pictureName;
    if (this.#sample === '' || this.#sample === name) return;
    this.#sample = name;
    decodePicture(sampleUrl(name)).then(
      (picture) => {
        if (this.#sample === name) this.#take(centreSquare(picture));
        this.host.changed();
      },
      (error) => this.host.refuse(error),
    );
  }

  #take(picture: Picture): void {
    this.#shown = picture;
    this.#fresh = true;
  }

  #judge(): void {
    this.#before = new Map();
    this.#fresh = true;
    this.host.changed();
  }

  #input(picture: Picture): ClassifierInput {
    return { picture: rawPicture(picture), square: this.host.square, top: TOP, heat: true };
  }

  async #toggleCamera(): Promise<void> {
    if (this.#camera.on) {
      this.stopCamera();
    } else {
      try {
        this.#video = await this.#camera.start();
        this.#sample = '';
        this.#chosen = undefined;
        this.host.start();
      } catch (error) {
        this.host.refuse(error);
      }
    }
    this.host.changed();
  }

  #moveTo({ x, y, side }: Square): void {
    this.host.set({ square: side, 'square-x': Math.round(x), 'square-y': Math.round(y) });
  }

  readonly #onPointerDown = (event: PointerEvent): void => {
    if (this.host.state !== 'ready' && this.host.state !== 'running') return;
    const onSquare = (event.target as Element).closest('.square') !== null;
    if (event.pointerType === 'touch' && !onSquare && this.host.square.side === 0) return;
    this.#dragging = true;
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.#drag(event);
  };

  readonly #onPointerMove = (event: PointerEvent): void => {
    if (this.#dragging) this.#drag(event);
  };

  readonly #onPointerUp = (): void => {
    this.#dragging = false;
  };

  #drag(event: PointerEvent): void {
    const { x, y } = pointIn(event.currentTarget as Element, event);
    const side = this.host.square.side || FIRST_SIDE_PX;
    const inside = (value: number) => Math.min(SIDE_PX, Math.max(0, value));
    this.#moveTo({ x: inside(x), y: inside(y), side });
  }
}

const isChecked = (event: Event): boolean => (event.currentTarget as HTMLInputElement).checked;
const valueIn = (event: Event): string => (event.currentTarget as HTMLInputElement).value;
