import { html, nothing, render, type TemplateResult } from 'lit';
import { analogyPlot } from './analogy-plot';
import { bars } from './bars';
import { type DifferenceOptions, differencePlot } from './difference-plot';
import type { Size } from './plot';
import type { ShownResult } from './task';

/** How a result is to be drawn; all of it the element's, none of it the view's. */
export interface ViewOptions {
  readonly size: Size;
  readonly expected: string | undefined;
  readonly differences: Omit<DifferenceOptions, 'size'>;
}

/** Draws one result: a plot, and the nearest words as labelled bars. */
export class WordAnalogyView {
  constructor(
    private readonly plot: HTMLElement,
    private readonly list: HTMLElement,
  ) {}

  draw(result: ShownResult, options: ViewOptions): void {
    render(plotOf(result, options), this.plot);
    render(listOf(result, options.expected), this.list);
  }

  clear(): void {
    render(nothing, this.plot);
    render(nothing, this.list);
  }
}

function plotOf(result: ShownResult, { size, differences }: ViewOptions): TemplateResult | typeof nothing {
  if (result.kind === 'analogy') return analogyPlot(result, size);
  if (result.kind === 'differences') return differencePlot(result, { ...differences, size });
  if (result.words.length === 0) return nothing;
  const [one, other] = result.of;
  return result.cosine === undefined || !other
    ? html`<p class="reading"><b>${one}</b> keeps the company of these words: they have the largest cosines with it.</p>`
    : html`<p class="reading"><b>${result.cosine.toFixed(2)}</b> is the cosine of ${one} and ${other}, an angle of
        ${Math.round((180 * Math.acos(Math.min(1, result.cosine))) / Math.PI)}°. Beside it, the words nearest to
        ${result.of.length > 2 ? 'all of them' : 'both'}.</p>`;
}

function listOf(result: ShownResult, expected: string | undefined): TemplateResult | typeof nothing {
  const words = result.kind === 'differences' ? result.arrow?.words : result.words;
  if (!words || words.length === 0) return nothing;
  return bars(words, { expected, multiplied: result.kind === 'analogy' && result.method === 'mul' });
}
