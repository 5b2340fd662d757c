import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Move } from './games';
import type { Entry } from './history';
import { best } from './task';

const GLYPHS: Readonly<Record<string, string>> = {
  left: 'M0 7L13 0V14z',
  right: 'M13 7L0 0V14z',
  up: 'M0 13L6.5 0L13 13z',
  down: 'M0 1L6.5 14L13 1z',
  stay: 'M1 1h12v12h-12z',
};

/** An axis is no shorter than this, so that a hundredth of a point is not drawn as if it were all. */
const LEAST_REACH = 1;

/**
 * What each move is worth, as bars from nought: the longest is played, nineteen times in twenty.
 * @param reach of the axis, in points
 */
export function valueBars(entry: Entry | undefined, moves: readonly Move[], reach: number): TemplateResult {
  const values = entry?.values ?? [];
  const chosen = values.length > 0 ? (entry?.move ?? best(values)) : undefined;
  const words = moves.map(({ name }, move) => `${name} ${values[move]?.toFixed(2) ?? 'unknown'}`).join(', ');
  return html`<div class="bars" role="img" aria-label="What each move is worth: ${words}">
    ${moves.map(({ name }, move) => {
      const value = values[move];
      const share = value === undefined ? 0 : Math.max(0, value) / Math.max(LEAST_REACH, reach);
      return html`<div class="bar ${move === chosen ? 'chosen' : ''}">
        <svg class="move" viewBox="0 0 14 14" aria-hidden="true">${svg`<path d=${GLYPHS[name] ?? ''} />`}</svg>
        <span class="name">${name}</span>
        <span class="track"><i style="width: ${100 * Math.min(1, share)}%"></i></span>
        <output>${value === undefined ? nothing : value.toFixed(2).replace('-', '−')}</output>
      </div>`;
    })}
  </div>`;
}
