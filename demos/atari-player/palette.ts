import * as library from '6502.ts/lib/machine/stella/tia/palette';

/** Colours of the 2600 under NTSC: 16 hues of 8 lightnesses each, by index hue × 8 + lightness; black is the first. */
const NTSC = (library.NTSC ?? (library as unknown as { default: typeof library }).default.NTSC) as Uint32Array;

export const COLOURS = NTSC.length;

/** What the emulator writes, red in the lowest byte, to an index. Of two colours alike it is the first. */
export const indexOfColour: ReadonlyMap<number, number> = new Map(
  Array.from(NTSC, (colour, index) => [colour, index] as const).reverse(),
);

/** [128, 3] red, green, blue in 0..255 */
export type Palette = Uint8Array;

/**
 * The palette with every hue turned, and white and grey in the hue that red is turned to. A person sees the same things in
 * other colours; but how bright they are to a grey eye changes much, for blue has a sixth of green's luminance.
 * @param degrees 0 for the console's own colours
 */
export function turnedPalette(degrees: number): Palette {
  const palette = new Uint8Array(3 * COLOURS);
  NTSC.forEach((colour, index) => {
    const rgb = [colour & 255, (colour >> 8) & 255, (colour >> 16) & 255] as const;
    palette.set(degrees % 360 === 0 ? rgb : turned(rgb, degrees), 3 * index);
  });
  return palette;
}

type Rgb = readonly [red: number, green: number, blue: number];

/** In hue, saturation and value (HSV), of which the value is kept. */
function turned([red, green, blue]: Rgb, degrees: number): Rgb {
  const most = Math.max(red, green, blue);
  const difference = most - Math.min(red, green, blue);
  const chroma = difference || most || 1;
  const sector =
    most === red ? (green - blue) / chroma : most === green ? 2 + (blue - red) / chroma : 4 + (red - green) / chroma;
  const hue = (((sector + degrees / 60) % 6) + 6) % 6;
  // Each channel is a trapezium over the hue, a third of a turn apart.
  const channel = (shift: number) => {
    const k = (shift + hue) % 6;
    return Math.round(Math.max(0, most - chroma * Math.max(0, Math.min(k, 4 - k, 1))));
  };
  return [channel(5), channel(3), channel(1)];
}

/** What a grey camera makes of a palette: (77 R + 150 G + 29 B) / 256, rounded down, [128]. */
export const luminances = (palette: Palette): Uint8Array =>
  Uint8Array.from({ length: COLOURS }, (_, index) => {
    const [red, green, blue] = palette.subarray(3 * index, 3 * index + 3) as unknown as Rgb;
    return (77 * red + 150 * green + 29 * blue) >> 8;
  });
