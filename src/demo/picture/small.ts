import type { Picture } from './decode';

/** Enough to be recognised in the speaker's window, little enough to be sent twice a second while a camera runs. */
const SIDE_PX = 224;

const reduced = new WeakMap<Picture, ImageData>();

/** A square picture as it is sent to another window; the same for the same picture. */
export function reducePicture(picture: Picture): ImageData {
  const known = reduced.get(picture);
  if (known) return known;
  const side = Math.min(SIDE_PX, picture.width);
  const context = contextOf(side);
  context.drawImage(picture.canvas, 0, 0, side, side);
  const data = context.getImageData(0, 0, side, side);
  reduced.set(picture, data);
  return data;
}

/** The same picture where it arrives. */
export function receivedPicture(data: ImageData): Picture {
  const context = contextOf(data.width);
  context.putImageData(data, 0, 0);
  return { canvas: context.canvas, rgba: data.data, width: data.width, height: data.height };
}

function contextOf(side: number): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side;
  return canvas.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D;
}
