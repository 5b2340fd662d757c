import { html, nothing, type TemplateResult } from 'lit';
import type { Candidate } from './task';

export interface BarOptions {
  /** The word that a person would have given, marked wherever it stands. */
  readonly expected: string | undefined;
  /** Whether the numbers are scores of 3CosMul and not cosines. */
  readonly multiplied: boolean;
}

/** Candidates as labelled bars, best first. A cosine is drawn from nought to one, 3CosMul cut off there. */
export const bars = (words: readonly Candidate[], { expected, multiplied }: BarOptions): TemplateResult => html`
  <ol class="bars" aria-label=${multiplied ? 'Answers, with their scores' : 'Answers, with their cosines'}>
    ${words.map(
      ({ word, score }, i) => html`<li class="${i === 0 ? 'best' : ''} ${word === expected && i > 0 ? 'expected' : ''}">
        <span class="name">${word}${word === expected && i > 0 ? html`<span class="unseen"> (expected)</span>` : nothing}</span>
        <span class="track" style="--p: ${Math.min(1, Math.max(0, score))}"><i></i></span>
        <span class="value">${score.toFixed(2)}</span>
      </li>`,
    )}
  </ol>`;
