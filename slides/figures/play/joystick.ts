/** A joystick of hard pixels, leaning as it is pushed. */
import { type Paint, Raster } from './raster.ts';

export type Lean = 'left' | 'middle' | 'right';

const knob = ['..###..', '.#####.', '#######', '#######', '.#####.', '..###..'];
const base = [
  '....#############....',
  '..#################..',
  '.###################.',
  '#####################',
  '#####################',
  '#####################',
];

/** 27 × 26 dots, the base at the bottom, all in one paint. */
export function joystick(lean: Lean, paint: Paint): Raster {
  const raster = new Raster(27, 26);
  const tilt = { left: -1, middle: 0, right: 1 }[lean];
  for (let row = 0; row < 16; row++) {
    const offset = Math.round(tilt * row * 0.42);
    raster.fill(12 + offset, 19 - row, 3, 1, paint);
  }
  return raster.stamp(10 + Math.round(tilt * 7), 0, knob, 1, paint).stamp(3, 20, base, 1, paint);
}
