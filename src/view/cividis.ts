/** Cividis in ten stops (Nuñez, Anderton and Renslow, 2018): even in lightness, and the same to colour-blind eyes. */
const STOPS: ReadonlyArray<readonly [number, number, number]> = [
  [0, 32, 77],
  [0, 51, 111],
  [57, 72, 107],
  [87, 92, 109],
  [112, 113, 115],
  [138, 135, 121],
  [166, 157, 117],
  [196, 181, 108],
  [228, 207, 91],
  [255, 234, 70],
];

export const CIVIDIS_LOW = 'rgb(0 32 77)';
export const CIVIDIS_HIGH = 'rgb(255 234 70)';

/** The colour of a magnitude from 0 to 1 as red, green and blue of 0 to 255; what lies outside is clamped. */
export function cividis(value: number): [number, number, number] {
  const at = Math.min(1, Math.max(0, value)) * (STOPS.length - 1);
  const low = Math.min(STOPS.length - 2, Math.floor(at));
  const [a, b] = [STOPS[low], STOPS[low + 1]] as [(typeof STOPS)[number], (typeof STOPS)[number]];
  const mix = (i: 0 | 1 | 2) => Math.round(a[i] + (at - low) * (b[i] - a[i]));
  return [mix(0), mix(1), mix(2)];
}
