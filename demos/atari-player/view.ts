import { HEIGHT, SIDE, WIDTH } from './observation';
import { type Palette, turnedPalette } from './palette';

/** Draws the television, one pixel of the canvas for one of the console's: the page scales it, and lays the lines over it. */
export class Television {
  #hue = 0;
  #palette: Palette = turnedPalette(0);
  #drawn: Uint8Array | undefined;
  readonly #image = new ImageData(WIDTH, HEIGHT);
  readonly #context: CanvasRenderingContext2D | null;

  /** @param canvas gets its own size here; the page says how large it is shown */
  constructor(canvas: HTMLCanvasElement) {
    canvas.width = WIDTH;
    canvas.height = HEIGHT;
    this.#context = canvas.getContext('2d', { alpha: false });
  }

  /** @param picture colour indices [192, 160]; the same array is not drawn twice */
  draw(picture: Uint8Array, hue: number): void {
    if (picture === this.#drawn && hue === this.#hue) return;
    if (hue !== this.#hue) this.#palette = turnedPalette(hue);
    this.#hue = hue;
    this.#drawn = picture;
    paint(this.#image, picture, this.#palette);
    this.#context?.putImageData(this.#image, 0, 0);
  }
}

function paint(image: ImageData, picture: Uint8Array, palette: Palette): void {
  const { data } = image;
  for (let at = 0; at < picture.length; at++) {
    const colour = 3 * (picture[at] as number);
    data[4 * at] = palette[colour] as number;
    data[4 * at + 1] = palette[colour + 1] as number;
    data[4 * at + 2] = palette[colour + 2] as number;
    data[4 * at + 3] = 255;
  }
}

/** Draws one of the network's observations, [84, 84] in 0..255. */
export function drawObservation(canvas: HTMLCanvasElement, observation: Uint8Array): void {
  if (canvas.width !== SIDE) {
    canvas.width = SIDE;
    canvas.height = SIDE;
  }
  const image = new ImageData(SIDE, SIDE);
  observation.forEach((grey, at) => {
    image.data.set([grey, grey, grey, 255], 4 * at);
  });
  canvas.getContext('2d')?.putImageData(image, 0, 0);
}
