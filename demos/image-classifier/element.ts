import type { PropertyValues, TemplateResult } from 'lit';
import { defineDemo } from '../../src/demo/define';
import { DemoElement } from '../../src/demo/demo-element';
import type { ViewState } from '../../src/demo/mirror/snapshot';
import type { PictureSource } from '../../src/demo/picture/decode';
import { pictureStyles } from '../../src/demo/picture/styles';
import { toDemoError } from '../../src/engine/errors';
import type { BackendName } from '../../src/engine/protocol';
import { attributes } from './attributes';
import { ContestStage } from './contest-stage';
import { Explore } from './explore';
import { styles } from './styles';
import type { Classification, ClassifierInput, ClassResult } from './task';

/** The answer to `classify()`. */
export interface Classified {
  /** Best first; `index` 0 to 999 in the order of ILSVRC. */
  readonly classes: readonly Pick<ClassResult, 'index' | 'wordnetId' | 'label' | 'probability'>[];
  readonly backend: BackendName;
  /** From pixels to probabilities, inside the engine. */
  readonly milliseconds: number;
}

/**
 * `<dl-image-classifier>`: a ConvNet names a picture, shows where it looked, and loses its certainty when a square hides
 * what it looked at. With `mode="contest"`, ten pictures, you against it.
 */
export class ImageClassifierElement extends DemoElement<ClassifierInput, Classification> {
  static override readonly demo = 'image-classifier';
  static override readonly attributeSchema = attributes;
  static override readonly styles = [...DemoElement.styles, pictureStyles, styles];

  readonly #explore = new Explore(this.#exploreHost());
  readonly #contest = new ContestStage({
    element: this,
    perform: (name, argument) => this.perform(name, argument),
    judge: (input) => this.lifecycle.call(input).then(({ result }) => result),
    changed: () => this.requestUpdate(),
    mainButton: () => this.renderMainButton(),
    report: () => this.renderReport(),
  });
  protected override readonly acts = { ...this.#explore.input.acts, ...this.#contest.acts };
  #answers: Promise<unknown> = Promise.resolve();
  #stopReceiving: (() => void) | undefined;

  /**
   * Names a picture, loading the network first if need be. Calls are answered in order.
   * @param picture anything a page can hold, or the address of one
   * @param options.top how many classes to give, 1 to 1000
   * @throws DemoError `input` or `network` for the picture; any other code for the network itself
   */
  classify(picture: PictureSource, { top = 5 }: { top?: number } = {}): Promise<Classified> {
    const answer = this.#answers.then(() => this.#classify(picture, top));
    this.#answers = answer.catch(() => undefined);
    return answer;
  }

  async #classify(picture: PictureSource, top: number): Promise<Classified> {
    const input = await this.#explore.take(picture).catch((error) => {
      const known = toDemoError(error, 'input');
      this.refuse(known);
      throw known;
    });
    const { result, milliseconds } = await this.lifecycle.call({ ...input, top });
    const classes = result.classes.map(({ index, wordnetId, label, probability }) => ({
      index,
      wordnetId,
      label,
      probability,
    }));
    return { classes, backend: this.loaded?.backend as BackendName, milliseconds };
  }

  get #isContest(): boolean {
    return this.text('mode') === 'contest';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopReceiving = this.#explore.input.listen(this, () => !this.#isContest);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopReceiving?.();
    this.#explore.input.stopCamera();
  }

  override pause(): void {
    this.#explore.input.stopCamera();
    super.pause();
  }

  override dispose(): void {
    this.#explore.input.stopCamera();
    super.dispose();
  }

  protected override nextInput(): ClassifierInput | undefined {
    return this.#isContest ? undefined : this.#explore.nextInput();
  }

  protected override show(result: Classification): void {
    if (!this.#isContest) this.#explore.remember(result);
  }

  protected override get unlinked(): string | undefined {
    return this.#isContest ? undefined : this.#explore.input.unlinked;
  }

  protected override get viewState(): ViewState {
    return this.#isContest ? this.#contest.viewState : this.#explore.viewState;
  }

  protected override showViewState(view: ViewState): void {
    if (this.#isContest) this.#contest.showViewState(view);
    else this.#explore.showViewState(view);
  }

  protected override renderStage(): TemplateResult {
    return this.#isContest ? this.#contest.renderStage() : this.#explore.renderStage();
  }

  protected override renderControls(): TemplateResult {
    return this.#isContest ? this.#contest.renderControls() : this.#explore.renderControls();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!this.#isContest) this.#explore.draw(this.result);
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (old !== value && name.startsWith('square')) this.#explore.squareChanged();
    if (old === value || name !== 'picture') return;
    this.#explore.input.sampleChanged();
    this.lifecycle.wake();
  }

  protected override get hint(): string {
    if (this.#isContest) return 'keys 1 to 5 choose';
    if (this.#explore.warning) return this.#explore.warning;
    return this.state === 'running' ? 'drag on the picture, or drop one of yours' : 'drop or paste a picture of yours';
  }

  protected override get figcaption(): string {
    return 'A network trained on 1.2 million photographs names what it sees; the line encloses what speaks most for it.';
  }

  protected override describe({ classes }: Classification): string {
    if (this.#isContest) return this.#contest.describe();
    return classes
      .slice(0, 3)
      .map(({ label, probability }) => `${label} ${Math.round(100 * probability)} per cent`)
      .join(', ');
  }

  #exploreHost(): ConstructorParameters<typeof Explore>[0] {
    const element = this;
    return {
      get state() {
        return element.state;
      },
      get sampleName() {
        return element.text('picture');
      },
      get heat() {
        return element.text('heatmap') === 'on';
      },
      get square() {
        return { x: element.numeric('square-x'), y: element.numeric('square-y'), side: element.numeric('square') };
      },
      get chosen() {
        return element.hasAttribute('evidence') ? element.numeric('evidence') : undefined;
      },
      set: (values) => {
        for (const [name, value] of Object.entries(values))
          if (value === undefined) this.removeAttribute(name);
          else this.setAttribute(name, String(value));
      },
      changed: () => {
        this.lifecycle.wake();
        this.requestUpdate();
      },
      refuse: (error) => this.refuse(toDemoError(error, 'input')),
      perform: (name, argument) => this.perform(name, argument),
      start: () => this.start(),
      forget: () => {
        this.result = undefined;
      },
      mainButton: () => this.renderMainButton(),
      report: () => this.renderReport(),
    };
  }
}

defineDemo(ImageClassifierElement);
