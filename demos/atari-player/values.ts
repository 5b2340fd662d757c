import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Game, Move } from './games';
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

/** From where to where bars are drawn, in the game's unit; nought is in between or at the left. */
export interface Axis {
  readonly low: number;
  readonly high: number;
}

/** One that holds the values of these entries, and reaches as far below nought as above where they may be there. */
export function axisOf(entries: readonly Entry[], { signed }: Game): Axis {
  const values = entries.flatMap(({ values }) => values);
  const high = Math.max(LEAST_REACH, ...values, ...(signed ? values.map((value) => -value) : []));
  return { low: signed ? -high : 0, high };
}

/** What each move is worth, as bars from nought: the longest to the right is played, nineteen times in twenty. */
export function valueBars(entry: Entry | undefined, moves: readonly Move[], { low, high }: Axis): TemplateResult {
  const values = entry?.values ?? [];
  const chosen = values.length > 0 ? (entry?.move ?? best(values)) : undefined;
  const words = moves.map(({ name }, move) => `${name} ${values[move]?.toFixed(2) ?? 'unknown'}`).join(', ');
  const percent = (value: number) => (100 * (Math.min(high, Math.max(low, value)) - low)) / (high - low);
  const zero = percent(0);
  return html`<div class="bars" style="--zero: ${zero}%" role="img" aria-label="What each move is worth: ${words}">
    ${moves.map(({ name }, move) => {
      const value = values[move];
      const end = percent(value ?? 0);
      return html`<div class="bar ${move === chosen ? 'chosen' : ''}">
        <svg class="move" viewBox="0 0 14 14" aria-hidden="true">${svg`<path d=${GLYPHS[name] ?? ''} />`}</svg>
        <span class="name">${name}</span>
        <span class="track"><i style="left: ${Math.min(zero, end)}%; width: ${Math.abs(end - zero)}%"></i></span>
        <output>${value === undefined ? nothing : value.toFixed(2).replace('-', '−')}</output>
      </div>`;
    })}
  </div>`;
}
