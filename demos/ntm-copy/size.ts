/** Of the stage on a slide; elsewhere at most. */
const FIGURE_WIDTH = 858;

/** Keeps an eye on what a canvas must know of the stage: its width, the pixels in it, and the theme. */
export class StageSize {
  /** In CSS pixels. */
  width = FIGURE_WIDTH;
  /** Device pixels in one CSS pixel, the scale of a deck around it included. */
  scale = 1;
  #stage: HTMLElement | undefined;
  readonly #resized = new ResizeObserver(() => this.#look());
  readonly #themed = new MutationObserver(() => this.changed());
  readonly #dark = matchMedia('(prefers-color-scheme: dark)');
  readonly #look = (): void => {
    if (this.#update()) this.changed();
  };
  readonly #turned = (): void => this.changed();

  constructor(private readonly changed: () => void) {}

  /** @param host whose width is that of the stage to come, so that what is drawn first is as high as what stays */
  connect(host: HTMLElement): void {
    if (!this.#stage && host.clientWidth > 0) this.width = Math.min(FIGURE_WIDTH, host.clientWidth);
    this.#themed.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    this.#dark.addEventListener('change', this.#turned);
    window.addEventListener('resize', this.#look);
    if (this.#stage) this.#resized.observe(this.#stage);
  }

  disconnect(): void {
    this.#themed.disconnect();
    this.#resized.disconnect();
    this.#dark.removeEventListener('change', this.#turned);
    window.removeEventListener('resize', this.#look);
  }

  /** Called after each render; the observer then tells, outside of it. */
  watch(stage: HTMLElement): void {
    if (this.#stage === stage) return;
    this.#resized.disconnect();
    this.#stage = stage;
    this.#resized.observe(stage);
  }

  /** @returns whether anything is different; a stage that is not laid out tells nothing */
  #update(): boolean {
    const stage = this.#stage;
    if (!stage || stage.clientWidth === 0) return false;
    const width = stage.clientWidth;
    const scale = (stage.getBoundingClientRect().width / stage.offsetWidth) * devicePixelRatio;
    if (width === this.width && Math.abs(scale - this.scale) < 1e-3) return false;
    this.width = width;
    this.scale = scale;
    return true;
  }
}
