import { html, svg, type TemplateResult } from 'lit';
import type { ChartArea } from './chart';
import { costBits } from './dynamic-ngrams';
import type { Bits } from './task';

/** One estimator's chances, and how its line is named and drawn. */
export interface Estimator {
  readonly name: string;
  /** Class of the line. */
  readonly line: string;
  /** Class of the name. */
  readonly label: string;
  readonly chances: Bits;
}

/** Between two names at the ends of lines, in CSS pixels. */
const NAME_HEIGHT = 20;
const STEP = 20;

/** Bits saved so far against tossing a coin, after each bit that came. */
export const savedBits = (chances: Bits, came: Bits): number[] => {
  let saved = 0;
  return came.map((bit, at) => {
    saved += 1 - costBits([chances[at] ?? [0.5]], [bit]);
    return saved;
  });
};

/** Heights moved apart from the first one down, as little as it takes for none to cover another; given from top to bottom. */
export function spreadOut(heights: readonly number[], least: number): number[] {
  const apart: number[] = [];
  for (const height of heights) apart.push(Math.max(height, (apart.at(-1) ?? Number.NEGATIVE_INFINITY) + least));
  return apart;
}

/** What each estimator has saved as the bits come in. */
export function costChart(
  estimators: readonly Estimator[],
  came: Bits,
  area: ChartArea,
  width: number,
): TemplateResult {
  const curves = estimators.map((estimator) => ({ ...estimator, saved: savedBits(estimator.chances, came) }));
  const all = curves.flatMap(({ saved }) => saved);
  const most = Math.max(STEP, Math.ceil(Math.max(...all) / STEP) * STEP);
  const least = Math.min(0, ...all);
  const x = (bit: number) => area.left + (area.width * bit) / came.length;
  const y = (saved: number) => area.top + (area.height * (most - saved)) / (most - least);
  const ends = curves.sort((one, other) => (other.saved.at(-1) as number) - (one.saved.at(-1) as number));
  const names = spreadOut(
    ends.map(({ saved }) => y(saved.at(-1) as number)),
    NAME_HEIGHT,
  );
  const ticks = Array.from({ length: most / STEP + 1 }, (_, index) => STEP * index);
  const words = ends.map(({ name, saved }) => `${name} ${(saved.at(-1) as number).toFixed(0)}`).join(', ');
  const path = (saved: readonly number[]) =>
    `M${x(0)} ${y(0)}${saved.map((value, bit) => `L${x(bit + 1).toFixed(1)} ${y(value).toFixed(1)}`).join('')}`;
  const floor = area.top + area.height;
  return html`<svg class="errors" width=${width} height=${floor + 30} role="img" aria-label="Bits saved against tossing a coin: ${words}.">
    ${ticks.map(
      (tick) => svg`<line class="rule" x1=${area.left} x2=${area.left + area.width} y1=${y(tick)} y2=${y(tick)} />
        <text class="muted" x=${area.left - 10} y=${y(tick) + 6} text-anchor="end">${tick}</text>`,
    )}
    <text class="strong" x="0" y="16">Bits saved against tossing a coin, so far</text>
    <text class="muted" x=${area.left} y=${floor + 24}>1</text>
    <text class="muted" x=${x(came.length)} y=${floor + 24} text-anchor="end">${came.length} bits guessed</text>
    ${ends.map(({ line, saved }) => svg`<path class="line ${line}" d=${path(saved)} />`)}
    ${ends.map(({ name, label }, index) => svg`<text class="strong ${label}" x=${x(came.length) + 8} y=${(names[index] as number) + 6}>${name}</text>`)}
  </svg>`;
}
