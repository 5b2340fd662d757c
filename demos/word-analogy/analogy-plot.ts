import { html, nothing, svg, type TemplateResult } from 'lit';
import { ALL_SIDES, type LabelRequest, placeLabels } from './labels';
import { arrow, fitted, labelPx, lettering, mark, type Point, type Size } from './plot';
import type { AnalogyResult } from './task';

/** Candidates that are drawn beside the first. */
const OTHERS = 4;

interface Spot {
  readonly at: Point;
  readonly text: string;
  readonly radius: number;
  readonly mark: string;
  readonly label: string;
  readonly size: number;
}

/** The question as a parallelogram: the step from a to c, the same step from b, and the words near its end. */
export function analogyPlot({ plane, words, question }: AnalogyResult, size: Size): TemplateResult | typeof nothing {
  const [first] = plane?.candidates ?? [];
  if (!plane || !first) return nothing;
  const px = labelPx(size);
  const others = plane.candidates.slice(1, OTHERS + 1);
  const { a, b, c, sum } = plane;
  const place = fitted([a, b, c, sum, first, ...others], size, { x: 3.2 * px, y: 1.7 * px });
  const [pa, pb, pc, ps, pf] = [a, b, c, sum, first].map(place) as [Point, Point, Point, Point, Point];
  const spots: Spot[] = [
    ...distinct([a, b, c]).map((corner) => ({
      at: place(corner),
      text: corner.word,
      radius: 7,
      mark: 'corner',
      label: 'corner',
      size: px + 4,
    })),
    { at: pf, text: first.word, radius: 9, mark: 'first', label: 'first', size: px + 4 },
    ...others.map((other) => ({
      at: place(other),
      text: other.word,
      radius: 4,
      mark: 'other',
      label: 'other',
      size: px - 1,
    })),
    { at: ps, text: sum.word, radius: 7, mark: 'sum', label: 'sum', size: px - 1 },
  ];
  const sides: readonly [Point, Point][] = [
    [pa, pc],
    [pb, ps],
    [pa, pb],
    [pc, ps],
    [ps, pf],
  ];
  const labels = placeLabels(
    spots.map(
      (spot): LabelRequest => ({
        ...spot.at,
        text: spot.text,
        sizePx: spot.size,
        radiusPx: spot.radius,
        sides: ALL_SIDES,
        optional: spot.label === 'other',
      }),
    ),
    sides.map(([from, to]) => [from.x, from.y, to.x, to.y]),
    size.width,
    size.height,
  );
  const line = (from: Point, to: Point, className: string) =>
    svg`<line x1=${from.x} y1=${from.y} x2=${to.x} y2=${to.y} class=${className} />`;
  const title = `The step from ${question.a} to ${question.c}, taken from ${question.b}, ends near ${words[0]?.word}.`;
  return html`<svg viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label=${title}>
    ${line(pa, pb, 'side')}${line(pc, ps, 'side')}${line(ps, pf, 'gap')}
    ${arrow(pa, pc, 'step')}${arrow(pb, ps, 'step')}
    ${spots.map((spot) => mark(spot.at, spot.radius, spot.mark))}
    <g class="halo">${spots.map((spot, i) => lettering(labels[i], spot.text, `${spot.label} px-${spot.size}`))}</g>
  </svg>`;
}

/** A word that stands twice in the question is one point. */
const distinct = <T extends { word: string }>(places: readonly T[]): T[] =>
  places.filter(({ word }, i) => places.findIndex((other) => other.word === word) === i);
