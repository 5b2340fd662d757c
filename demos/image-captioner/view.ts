import { html, nothing, render, type TemplateResult } from 'lit';
import { CIVIDIS_HIGH, CIVIDIS_LOW } from '../../src/view/cividis';
import { heatMap } from '../../src/view/heat-map';

const MOVE_MS = 200;

/** Times an even share: where the largest weight is so much, the light is at its full strength. */
const FULL = 3;

/** Draws where the network looked for a word, over the picture. From one word to the next the light moves. */
export class AttentionView {
  #shown: readonly number[] | undefined;
  #frame = 0;

  constructor(private readonly overlay: HTMLElement) {}

  /** @param attention [49], or nothing for a clear picture */
  draw(attention: readonly number[] | undefined): void {
    cancelAnimationFrame(this.#frame);
    const before = this.#shown;
    if (!attention || !before || matchMedia('(prefers-reduced-motion: reduce)').matches) {
      this.#paint(attention);
      return;
    }
    const start = performance.now();
    const move = () => {
      const part = Math.min(1, (performance.now() - start) / MOVE_MS);
      this.#paint(attention.map((value, place) => (before[place] as number) * (1 - part) + value * part));
      if (part < 1) this.#frame = requestAnimationFrame(move);
    };
    move();
  }

  clear(): void {
    this.draw(undefined);
  }

  #paint(values: readonly number[] | undefined): void {
    this.#shown = values;
    if (!values) {
      render(nothing, this.overlay);
      return;
    }
    // Whoever looks everywhere alike leaves the picture clear.
    const peak = Math.max(...values) * values.length;
    this.overlay.style.opacity = `${Math.min(1, (peak - 1) / (FULL - 1)).toFixed(2)}`;
    const { image, contour } = heatMap(values);
    render(layers(contour, image.width), this.overlay);
    this.overlay.querySelector('canvas')?.getContext('2d')?.putImageData(image, 0, 0);
  }
}

const layers = (contour: string, side: number): TemplateResult => html`
  <canvas width=${side} height=${side} aria-hidden="true"></canvas>
  <svg viewBox="0 0 224 224" preserveAspectRatio="none" aria-hidden="true">
    <path d=${contour} fill="none" stroke=${CIVIDIS_LOW} stroke-opacity=".55" stroke-width="5.5" vector-effect="non-scaling-stroke" />
    <path d=${contour} fill="none" stroke=${CIVIDIS_HIGH} stroke-width="2.5" vector-effect="non-scaling-stroke" />
  </svg>
`;
