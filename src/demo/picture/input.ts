import { html, type TemplateResult } from 'lit';
import type { DemoState } from '../lifecycle';
import type { ViewState } from '../mirror/snapshot';
import { Camera } from './camera';
import { centreSquare, decodePicture, drawPicture, type Picture, type PictureSource } from './decode';
import { choosePicture, receivePictures } from './receive';
import { receivedPicture, reducePicture } from './small';

/** A photograph that comes with a demo: `photos/NAME.jpg`. */
export interface Sample {
  readonly name: string;
  /** What it shows, for those who cannot see it. */
  readonly alt: string;
  /** Why the network is wrong about it, where it is. */
  readonly wrong?: string;
}

/** The sample photographs of a demo. */
export interface SampleSet {
  /** Those that may be picked, in the order of the strip. */
  readonly strip: readonly Sample[];
  /** Those, and the ones only an attribute can name. */
  readonly all: readonly Sample[];
  urlOf(name: string): string;
}

/** What putting pictures in needs of the demo it is a part of. */
export interface PictureHost {
  readonly state: DemoState;
  /** The sample that the attributes name. */
  readonly sampleName: string;
  /** Somebody picked a sample: the attributes are to say so. */
  pickSample(name: string): void;
  /** Another picture takes the place of the one that was shown, and what belonged to that goes with it. */
  replaced(): void;
  /** Something new is there to be judged. */
  changed(): void;
  refuse(error: unknown): void;
  /** Does one of this input's acts: here, or in the window that this one copies. */
  perform(name: keyof PictureInput['acts'], argument?: unknown): void;
  /** Loads if need be, and runs: somebody has given a picture and waits for an answer. */
  start(): void;
  /** The last result is of a picture that is shown no more. */
  forget(): void;
}

/**
 * Everything by which a picture comes in: sample, file, drop, paste, camera, or a call. Holds the one that is shown, cut to
 * the square in its middle.
 */
export class PictureInput {
  readonly #camera = new Camera();
  #video: HTMLVideoElement | undefined;
  #shown: Picture | undefined;
  /** Name of the sample that is shown, being decoded, or was refused; empty for a picture of one's own. */
  #sample: string | undefined;
  #fresh = false;
  /** In a copy: whether the camera of the other window is on. */
  #cameraThere = false;

  /** What somebody can do with it. The demo has these among its own acts. */
  readonly acts = {
    pick: (name: string) => this.#pick(name),
    receive: (file: Blob) => this.#receive(file),
    camera: () => void this.#toggleCamera(),
  };

  constructor(
    private readonly host: PictureHost,
    private readonly samples: SampleSet,
  ) {}

  get shown(): Picture | undefined {
    return this.#shown;
  }

  /** What the camera sees now, to be shown; nothing while it is off. */
  get video(): HTMLVideoElement | undefined {
    return this.#video;
  }

  /** The sample that is shown; nothing while a picture of one's own is. */
  get sample(): Sample | undefined {
    return this.#sample === '' ? undefined : this.samples.all.find(({ name }) => name === this.host.sampleName);
  }

  /** What is shown and goes into no link. */
  get unlinked(): string | undefined {
    if (this.#cameraOn) return 'what the camera sees';
    return this.#sample === '' ? 'your picture' : undefined;
  }

  /** What a copy needs to show the same: a picture of one's own, reduced; a sample it has itself. */
  get viewState(): ViewState {
    const own = this.#sample === '' ? this.#shown : undefined;
    return { ownPicture: own && reducePicture(own), camera: this.#camera.on };
  }

  showViewState(view: ViewState): void {
    if ('camera' in view) this.#cameraThere = view.camera === true;
    if (!('ownPicture' in view)) return;
    const own = view.ownPicture as ImageData | undefined;
    this.#sample = own && '';
    this.#shown = own && receivedPicture(own);
  }

  /** The attribute names another sample, which then takes the place of a picture of one's own. */
  sampleChanged(): void {
    if (this.#sample !== '') return;
    this.stopCamera();
    this.#sample = undefined;
    this.host.replaced();
  }

  /** Lets pictures be dropped on `target`, or pasted, as long as `welcome` says so. @returns stops that */
  listen(target: HTMLElement, welcome: () => boolean = () => true): () => void {
    return receivePictures(target, (file) => welcome() && this.host.perform('receive', file));
  }

  /** The picture that is to be judged next: a frame of the camera, or the one that is shown, if it is new. */
  next(): Picture | undefined {
    if (this.#video) this.#take(centreSquare(drawPicture(this.#video)));
    else this.#followSample();
    if (!this.#shown || !this.#fresh) return undefined;
    this.#fresh = false;
    return this.#shown;
  }

  /** The picture that is shown is to be judged again. */
  renew(): void {
    this.#fresh = true;
  }

  /** Shows a picture of the caller's, who has it judged. @throws DemoError `input` or `network` */
  async take(source: PictureSource): Promise<Picture> {
    const picture = centreSquare(await decodePicture(source));
    this.stopCamera();
    this.#sample = '';
    this.#take(picture);
    this.#fresh = false;
    return picture;
  }

  /** A file that somebody chose, dropped or pasted. */
  #receive(file: Blob): void {
    this.take(file).then(
      () => {
        this.#judge();
        this.host.start();
      },
      (error) => this.host.refuse(error),
    );
  }

  #pick(name: string): void {
    this.stopCamera();
    this.#sample = undefined;
    this.host.pickSample(name);
    if (this.host.state === 'ready') this.host.start();
    if (this.host.state === 'idle' || this.host.state === 'error') {
      this.#shown = undefined;
      this.host.forget();
    }
    this.#judge();
  }

  async #toggleCamera(): Promise<void> {
    if (this.#camera.on) {
      this.stopCamera();
    } else {
      try {
        this.#video = await this.#camera.start();
        this.#sample = '';
        this.host.replaced();
        this.host.start();
      } catch (error) {
        this.host.refuse(error);
      }
    }
    this.host.changed();
  }

  stopCamera(): void {
    this.#camera.stop();
    this.#video = undefined;
  }

  /** The picture as it was decoded, or the sample as a plain image while nothing is loaded. */
  renderShown(): HTMLCanvasElement | TemplateResult {
    const { sampleName } = this.host;
    const alt = this.samples.all.find(({ name }) => name === sampleName)?.alt ?? '';
    return this.#shown?.canvas ?? html`<img src=${this.samples.urlOf(sampleName)} alt=${alt} loading="lazy" />`;
  }

  renderStrip(): TemplateResult {
    return html`<fieldset class="samples" aria-label="Sample photographs">
      ${this.samples.strip.map(
        ({ name, alt }) => html`<label title=${alt}>
          <input type="radio" name="sample" aria-label=${alt} .checked=${name === this.host.sampleName && this.#sample !== ''}
            @change=${() => this.host.perform('pick', name)} />
          <img src=${this.samples.urlOf(name)} alt="" loading="lazy" data-name=${name} />
        </label>`,
      )}
    </fieldset>`;
  }

  renderButtons(): TemplateResult {
    return html`
      <button type="button" class="button" @click=${() => choosePicture((file) => this.host.perform('receive', file))}>Your picture…</button>
      <button type="button" class="button" aria-pressed=${this.#cameraOn} @click=${() => this.host.perform('camera')}>
        ${this.#cameraOn ? 'Stop camera' : 'Camera'}
      </button>`;
  }

  get #cameraOn(): boolean {
    return this.#camera.on || this.#cameraThere;
  }

  /** Decodes the sample that the attribute names, unless a picture of one's own is shown. */
  #followSample(): void {
    const name = this.host.sampleName;
    if (this.#sample === '' || this.#sample === name) return;
    this.#sample = name;
    decodePicture(this.samples.urlOf(name)).then(
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
    this.host.replaced();
    this.#fresh = true;
    this.host.changed();
  }
}
