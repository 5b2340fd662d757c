import { type Bits, wrongBits } from './task';
import type { ErrorCurve } from './trace';

/** Where the chart's axes lie, in CSS pixels. */
export interface ChartArea {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Half of all bits is what tossing coins gets wrong. */
const WORST = 50;
/** Bits in a row of the copy task. */
const WIDTH = 8;

/** Wrong bits in per cent of a sequence's bits. */
export const share = (curve: ErrorCurve, network: 'ntm' | 'lstm', index: number): number =>
  (100 * (curve[network][index] as number)) / (WIDTH * (curve.lengths[index] as number));

/** The same of one answer. */
export const shareHere = (output: Bits, target: Bits): number =>
  (100 * wrongBits(output, target)) / target.flat().length;

/** A number of rows and a share of wrong bits as a point. */
export function place(area: ChartArea, length: number, percent: number, longest = 120): { x: number; y: number } {
  return {
    x: area.left + (area.width * (length - 1)) / (longest - 1),
    y: area.top + area.height * (1 - Math.min(1, percent / WORST)),
  };
}

export const curvePath = (area: ChartArea, curve: ErrorCurve, network: 'ntm' | 'lstm'): string =>
  curve.lengths
    .map((length, index) => {
      const { x, y } = place(area, length, share(curve, network, index));
      return `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`;
    })
    .join('');
