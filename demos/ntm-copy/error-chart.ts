import { html, nothing, svg, type TemplateResult } from 'lit';
import { type ChartArea, curvePath, place, share, shareHere } from './chart';
import { TASKS } from './tasks';
import type { Trace } from './trace';

const SHARES = [0, 25, 50];
const LENGTHS = [1, 20, 50, 100, 120];

/** Share of wrong bits against rows, both networks; the sequence on the stage stands on it as two rings. */
export function errorChart({ curve, target, output, lstm }: Trace, area: ChartArea, width: number): TemplateResult {
  const rows = target.length;
  const at = (length: number, percent: number) => place(area, length, percent);
  const here = at(rows, 0).x;
  const [own, rival] = [shareHere(output, target), shareHere(lstm, target)];
  const [ntmEnd, lstmEnd] = [
    share(curve, 'ntm', curve.lengths.length - 1),
    share(curve, 'lstm', curve.lengths.length - 1),
  ];
  const last = curve.lengths.at(-1) as number;
  const floor = area.top + area.height;
  const words = `Wrong bits by number of rows. At ${last} rows: Turing machine ${ntmEnd.toFixed(1)} per cent, LSTM ${lstmEnd.toFixed(0)} per cent.`;
  return html`<svg class="errors" width=${width} height=${floor + 30} role="img" aria-label=${words}>
    <rect class="trained" x=${at(1, 0).x} y=${area.top} width=${at(TASKS.copy.trained, 0).x - at(1, 0).x} height=${area.height} />
    ${SHARES.map((percent) => {
      const { y } = at(1, percent);
      return svg`<line class="rule" x1=${area.left} x2=${area.left + area.width} y1=${y} y2=${y} />
        <text class="muted" x=${area.left - 10} y=${y + 6} text-anchor="end">${percent}</text>`;
    })}
    ${LENGTHS.map((length) => svg`<text class="muted" x=${at(length, 0).x} y=${floor + 24} text-anchor="middle">${length}</text>`)}
    <text class="strong" x="0" y="16">% of bits wrong</text>
    <text class="muted" x=${width} y=${floor + 24} text-anchor="end">rows</text>
    ${area.top < 50 ? svg`<text class="muted" x=${at(1, 0).x + 8} y=${area.top + 20}>trained</text>` : nothing}
    <path class="line rival" d=${curvePath(area, curve, 'lstm')} /><path class="line" d=${curvePath(area, curve, 'ntm')} />
    <text class="strong" x=${at(last, 0).x + 8} y=${at(last, lstmEnd).y + 6}>LSTM</text>
    <text class="strong hue" x=${at(last, 0).x + 8} y=${at(last, ntmEnd).y + 4}>NTM</text>
    <line class="here" x1=${here} x2=${here} y1=${area.top - 12} y2=${floor} />
    ${hereLabel(rows, here, area)}
    <circle class="ring rival" cx=${here} cy=${at(rows, rival).y} r="6" /><circle class="ring" cx=${here} cy=${at(rows, own).y} r="6" />
  </svg>`;
}

/** On the line's free side, and clear of the axis's name. */
function hereLabel(rows: number, here: number, area: ChartArea): TemplateResult {
  const anchor = rows > 90 ? 'end' : rows < 35 ? 'start' : 'middle';
  const clear = area.top < 50 ? 160 : 0;
  return svg`<g class="halo"><text x=${anchor === 'start' ? Math.max(here - 6, clear) : here} y=${area.top - 18} text-anchor=${anchor}>${rows} rows: you are here</text></g>`;
}
