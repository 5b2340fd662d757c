import type { Plan } from './plan.ts';

const width = 1152;
const gap = 4;

/**
 * The line over every slide: the whole talk as one hairline cut into sections, this section in its hue, this slide a
 * block. Decoration for the eye; the folio says the same in words.
 * @param slide Number of the main slide, from 1.
 */
export function runningHead(plan: Plan, slide: number): string {
  const counts = plan.sections.map((section) => section.slides);
  const unit = (width - gap * (counts.length - 1)) / counts.reduce((sum, count) => sum + count, 0);
  let x = 0;
  let first = 1;
  let line = '';
  let here = '';
  for (const count of counts) {
    if (slide >= first && slide < first + count) {
      here = rectangle(x, 2, count * unit, 3) + rectangle(x + (slide - first) * unit, -3, unit, 13);
    } else line += `M${round(x)} 3.5h${round(count * unit)}`;
    x += count * unit + gap;
    first += count;
  }
  return `<svg class="timeline" viewBox="0 0 ${width} 8" aria-hidden="true"><path d="${line}"/>${here}</svg>`;
}

function rectangle(x: number, y: number, w: number, h: number): string {
  return `<rect x="${round(x)}" y="${y}" width="${round(w)}" height="${h}"/>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
