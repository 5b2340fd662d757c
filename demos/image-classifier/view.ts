import { html, nothing, render, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { CIVIDIS_HIGH, CIVIDIS_LOW } from '../../src/view/cividis';
import { heatMap } from '../../src/view/heat-map';
import type { Classification, ClassResult } from './task';

/** How a result is to be drawn; all of it the element's, none of it the view's. */
export interface ViewOptions {
  /** The class whose evidence is shown; the best one where absent from the result. */
  readonly chosen: number | undefined;
  readonly heat: boolean;
  /** Probabilities by class before the square hid something; empty while nothing is hidden. */
  readonly before: ReadonlyMap<number, number>;
  choose(index: number): void;
}

/** A bar that moved less than this has not moved. */
const NOTICEABLE = 0.02;

/** Draws one classification: the evidence over the picture, and the classes as labelled bars. */
export class ImageClassifierView {
  constructor(
    private readonly bars: HTMLElement,
    private readonly overlay: HTMLElement,
  ) {}

  draw(result: Classification, options: ViewOptions): void {
    const chosen = result.classes.find(({ index }) => index === options.chosen) ?? result.classes[0];
    render(
      result.classes.map((entry) => bar(entry, entry === chosen, options)),
      this.bars,
    );
    this.#drawHeat(options.heat ? chosen?.heat : undefined);
  }

  clear(): void {
    render(nothing, this.bars);
    this.#drawHeat(undefined);
  }

  #drawHeat(values: readonly number[] | undefined): void {
    if (!values) {
      render(nothing, this.overlay);
      return;
    }
    const { image, contour } = heatMap(values);
    render(heatLayers(contour, image.width), this.overlay);
    this.overlay.querySelector('canvas')?.getContext('2d')?.putImageData(image, 0, 0);
  }
}

const heatLayers = (contour: string, side: number): TemplateResult => html`
  <canvas width=${side} height=${side} aria-hidden="true"></canvas>
  <svg viewBox="0 0 224 224" preserveAspectRatio="none" aria-hidden="true">
    <path d=${contour} fill="none" stroke=${CIVIDIS_LOW} stroke-opacity=".55" stroke-width="5.5" vector-effect="non-scaling-stroke" />
    <path d=${contour} fill="none" stroke=${CIVIDIS_HIGH} stroke-width="2.5" vector-effect="non-scaling-stroke" />
  </svg>
`;

function bar(
  { index, label, probability }: ClassResult,
  chosen: boolean,
  { before, choose }: ViewOptions,
): TemplateResult {
  const was = before.get(index);
  const moved = was !== undefined && Math.abs(was - probability) > NOTICEABLE ? was : undefined;
  return html`
    <li class=${chosen ? 'first' : ''}>
      <button type="button" aria-pressed=${chosen} @click=${() => choose(index)}>
        <span class="name"><span>${label}</span><span class="value">${probability.toFixed(2)}</span></span>
        <span class="track" style=${styleMap({ '--p': `${probability}`, '--was': `${moved ?? probability}` })}>
          <i></i>${moved === undefined ? nothing : html`<s class=${moved < probability ? 'grew' : ''}></s>`}
        </span>
        ${moved === undefined ? nothing : html`<span class="bars-note">${moved.toFixed(2)} without the square</span>`}
      </button>
    </li>
  `;
}
