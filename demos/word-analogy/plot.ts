import { svg, type TemplateResult } from 'lit';
import type { Label } from './labels';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Plots are drawn at the size they are shown at, so that their letters have the size of all others. */
export const labelPx = ({ width }: Size): number => (width < 460 ? 15 : 20);

/** One scale for both axes: what looks parallel is. */
export function fitted(
  points: readonly Point[],
  size: Size,
  margin: { x: number; y: number },
): (point: Point) => Point {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const scale = Math.min(
    (size.width - 2 * margin.x) / (right - left || 1),
    (size.height - 2 * margin.y) / (high - low || 1),
  );
  return ({ x, y }) => ({
    x: size.width / 2 + (x - (left + right) / 2) * scale,
    y: size.height / 2 - (y - (low + high) / 2) * scale,
  });
}

/** A line with a head, drawn short of both points so that their marks stay free. */
export function arrow(from: Point, to: Point, className: string, short = 12): TemplateResult | '' {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length < 2 * short) return '';
  const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const [tx, ty] = [to.x - short * ux, to.y - short * uy];
  const wing = (side: number) => `${tx - 13 * ux + side * 6 * uy} ${ty - 13 * uy - side * 6 * ux}`;
  return svg`<g class=${className}>
    <line x1=${from.x + short * ux} y1=${from.y + short * uy} x2=${tx - 10 * ux} y2=${ty - 10 * uy} />
    <path d="M${wing(1)}L${tx} ${ty}L${wing(-1)}Z" /></g>`;
}

export const mark = ({ x, y }: Point, radius: number, className: string): TemplateResult =>
  svg`<circle cx=${x} cy=${y} r=${radius} class=${className} />`;

export const lettering = (label: Label | undefined, words: string, className: string): TemplateResult | '' =>
  label ? svg`<text x=${label.x} y=${label.y} text-anchor=${label.anchor} class=${className}>${words}</text>` : '';
