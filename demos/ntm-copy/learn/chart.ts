import { html, nothing, svg, type TemplateResult } from 'lit';
import type { ChartArea } from '../chart';
import { grouped } from './learning';
import type { Lesson } from './lesson';

/** What tossing coins gets wrong, in per cent. */
const COINS = 50;
const SHARES = [0, 25, COINS];

/** The axis ends at one of these times a power of ten. */
const ENDS = [1, 2, 5];
const SHORTEST = 5000;

/** The end of an axis on which so many sequences have room. */
export function axisEnd(sequences: number): number {
  let unit = SHORTEST / 5;
  for (;;) {
    for (const end of ENDS) if (end * unit >= Math.max(SHORTEST, sequences)) return end * unit;
    unit *= 10;
  }
}

/** Middles of the windows, as points. */
export function curvePoints(area: ChartArea, { curve, window, sequences }: Lesson): { x: number; y: number }[] {
  const end = axisEnd(sequences);
  return curve.map((share, index) => ({
    x: area.left + (area.width * (index + 0.5) * window) / end,
    y: area.top + area.height * (1 - Math.min(1, share / COINS)),
  }));
}

/** Share of wrong bits against sequences seen; the end of the line is where it stands. */
export function learningChart(lesson: Lesson | undefined, area: ChartArea, width: number): TemplateResult {
  const end = axisEnd(lesson?.sequences ?? 0);
  const points = lesson ? curvePoints(area, lesson) : [];
  const last = points.at(-1);
  const share = lesson?.curve.at(-1) ?? 0;
  const floor = area.top + area.height;
  const words = last
    ? `Wrong bits by sequences seen. After ${grouped(lesson?.sequences ?? 0)}: ${share.toFixed(1)} per cent.`
    : 'Wrong bits by sequences seen. None seen yet.';
  return html`<svg class="errors" width=${width} height=${floor + 30} role="img" aria-label=${words}>
    ${SHARES.map((percent) => {
      const y = area.top + area.height * (1 - percent / COINS);
      return svg`<line class="rule" x1=${area.left} x2=${area.left + area.width} y1=${y} y2=${y} />
        <text class="muted" x=${area.left - 8} y=${y + 6} text-anchor="end">${percent}</text>`;
    })}
    <text class="strong" x="0" y="16">% of bits wrong</text>
    <text class="muted" x=${area.left + area.width} y=${area.top - 8} text-anchor="end">coin tosses</text>
    ${[0, end / 2, end].map((count) => {
      const x = area.left + (area.width * count) / end;
      return svg`<text class="muted" x=${x} y=${floor + 24} text-anchor=${count === 0 ? 'start' : count === end ? 'end' : 'middle'}>${grouped(count)}</text>`;
    })}
    <path class="line" d=${points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('')} />
    ${last ? here(last, `${share.toFixed(share < 10 ? 1 : 0)} %`) : nothing}
  </svg>`;
}

/** Beside the end of the line; the chart keeps room for it. */
const here = ({ x, y }: { x: number; y: number }, words: string): TemplateResult =>
  svg`<circle class="ring" cx=${x} cy=${y} r="6" />
    <g class="halo"><text class="strong hue" x=${x + 12} y=${y + 6}>${words}</text></g>`;
