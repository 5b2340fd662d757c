import { html, nothing, svg, type TemplateResult } from 'lit';
import { type Entry, happenings } from './history';
import { stateValue } from './task';

export interface TraceSize {
  readonly width: number;
  readonly height: number;
  /** How many decisions fit: the line grows from the left until it reaches the right edge. */
  readonly decisions: number;
  /** Whether the axis reaches as far below nought as above. */
  readonly signed: boolean;
}

const SECOND = 15;
/** Room for the number at the right. */
const RIGHT = 46;
const TOP = 6;
const FOOT = 8;

/** Where a decision and a value lie, in CSS pixels. */
export function scaleOf({ width, height, decisions, signed }: TraceSize, values: readonly (number | undefined)[]) {
  const known = values.filter((value) => value !== undefined);
  const top = topOf(Math.max(1, ...known, ...(signed ? known.map((value) => -value) : [])));
  const low = signed ? -top : Math.min(0, ...known);
  return {
    top,
    x: (index: number): number => ((width - RIGHT) * index) / (decisions - 1),
    y: (value: number): number => TOP + (height - TOP - FOOT) * (1 - (value - low) / (top - low)),
  };
}

/** The next half above the value: an axis that does not move with every decision. */
export const topOf = (value: number): number => Math.ceil(2 * value) / 2;

/** V(s) over time (Mnih et al., 2013, figure 3), what was won and lost under it, and the moment that is looked at. */
export function trace(
  entries: readonly Entry[],
  first: number,
  at: number,
  size: TraceSize,
  look: (index: number) => void,
): TemplateResult {
  const window = entries.slice(first);
  const values = window.map(stateValue);
  const scale = scaleOf(size, values);
  const { width, height } = size;
  const floor = height - FOOT;
  const nought = scale.y(0);
  const here = at - first;
  const value = values[here];
  return html`<div class="trace" style="height: ${height}px">
    <svg width=${width} height=${height} aria-hidden="true">
      <line class="rule" x1="0" x2=${width - RIGHT} y1=${scale.y(scale.top)} y2=${scale.y(scale.top)} />
      <line class="axis" x1="0" x2=${width - RIGHT} y1=${nought} y2=${nought} />
      ${seconds(size).map((x) => svg`<line class="tick" x1=${x} x2=${x} y1=${nought - 3} y2=${nought + 3} />`)}
      ${happenings(window).map(({ index, kind }) => mark(kind, scale.x(index), floor))}
      <path class="line" d=${path(values, scale)} />
      ${value === undefined ? nothing : point(scale.x(here), scale.y(value), value, at < entries.length - 1)}
    </svg>
    <input type="range" aria-label="Moment" min=${first} max=${Math.max(first, entries.length - 1)} .value=${String(at)}
      style="width: ${scale.x(window.length - 1)}px" aria-valuetext=${value === undefined ? 'no value' : `expects ${value.toFixed(2)}`}
      ?disabled=${entries.length < 2} @input=${(event: Event) => look(Number((event.currentTarget as HTMLInputElement).value))} />
  </div>`;
}

function seconds({ width, decisions }: TraceSize): number[] {
  const count = Math.floor(decisions / SECOND);
  const step = decisions > 200 ? 5 : 1;
  return Array.from({ length: Math.floor(count / step) + 1 }, (_, tick) => {
    return ((width - RIGHT) * tick * step * SECOND) / (decisions - 1);
  });
}

const mark = (kind: 'point' | 'loss', x: number, floor: number): TemplateResult =>
  kind === 'point'
    ? svg`<line class="point" x1=${x} x2=${x} y1=${floor - 10} y2=${floor} />`
    : svg`<path class="loss" d="M${x - 5} ${floor - 12}l10 10m0 -10l-10 10" />`;

const point = (x: number, y: number, value: number, past: boolean): TemplateResult => svg`
  ${past ? svg`<line class="here" x1=${x} x2=${x} y1="0" y2="100%" />` : nothing}
  <circle cx=${x} cy=${y} r="5" />
  <g class="halo"><text x=${x + 10} y=${y + 2}>${value.toFixed(2).replace('-', '−')}</text>
    <text class="name" x=${x + 10} y=${y + 18}>V(s)</text></g>`;

function path(values: readonly (number | undefined)[], scale: ReturnType<typeof scaleOf>): string {
  let pen = 'M';
  return values
    .map((value, index) => {
      if (value === undefined) return '';
      const step = `${pen}${scale.x(index).toFixed(1)} ${scale.y(value).toFixed(1)}`;
      pen = 'L';
      return step;
    })
    .join('');
}
