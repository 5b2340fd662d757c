import { DemoError } from '../../engine/errors';

/** A picture as it is shown and as a model is given it. */
export interface Picture {
  /** What to show: upright, at most `LONGEST_SIDE_PX` a side. Whoever holds the picture may draw it, nobody closes it. */
  readonly canvas: HTMLCanvasElement;
  /** Straight RGBA of the canvas, on white where the original was transparent. */
  readonly rgba: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

export type PictureSource =
  | Blob
  | ImageBitmap
  | HTMLImageElement
  | HTMLCanvasElement
  | HTMLVideoElement
  | ImageData
  | string;

/** Larger pictures are reduced by the browser first: a model sees 224 pixels a side, and a phone has little memory. */
const LONGEST_SIDE_PX = 1024;
const LARGEST_FILE_BYTES = 100e6;
/** What a scalable drawing without a size of its own is drawn at. */
const SVG_SIDE_PX = 512;

/**
 * Any picture a page can hold, upright (EXIF), on white, its colours as the file has them.
 *
 * A profile in the file is not applied, since the network's training pictures were read so too. An animation gives its
 * first frame.
 * @throws DemoError `input` for what is no picture, `network` for an address that does not answer
 */
export async function decodePicture(source: PictureSource): Promise<Picture> {
  if (typeof source === 'string') return decodeBlob(await fetchPicture(source));
  if (source instanceof Blob) return decodeBlob(source);
  if (source instanceof ImageData) return fromImageData(source);
  return drawPicture(source);
}

/** What is decoded already, such as a frame of a playing video. @throws DemoError `input` */
export function drawPicture(source: ImageBitmap | HTMLImageElement | HTMLCanvasElement | HTMLVideoElement): Picture {
  const [width, height] = sizeOf(source);
  if (!(width > 0 && height > 0)) throw new DemoError('input', 'That picture has no size yet.', 'no size');
  return draw(source, width, height);
}

/** The largest square in the middle of a picture: what a network that takes squares is given, so that nothing is squeezed. */
export function centreSquare({ canvas: whole, width, height }: Picture): Picture {
  const side = Math.min(width, height);
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side;
  const context = canvas.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D;
  context.drawImage(whole, -Math.floor((width - side) / 2), -Math.floor((height - side) / 2));
  return { canvas, rgba: readPixels(context, side, side), width: side, height: side };
}

function sizeOf(source: ImageBitmap | HTMLImageElement | HTMLCanvasElement | HTMLVideoElement): [number, number] {
  if (source instanceof HTMLImageElement) return [source.naturalWidth, source.naturalHeight];
  if (source instanceof HTMLVideoElement) return [source.videoWidth, source.videoHeight];
  return [source.width, source.height];
}

async function fetchPicture(url: string): Promise<Blob> {
  let response: Response;
  try {
    response = await fetch(url);
  } catch (cause) {
    throw new DemoError(
      'network',
      'The picture did not arrive. Is its address right, and does its site allow it?',
      url,
      { cause },
    );
  }
  if (response.ok) return response.blob();
  throw new DemoError(
    'network',
    `The picture is not there: its server answered ${response.status}.`,
    `${response.status}`,
  );
}

async function decodeBlob(blob: Blob): Promise<Picture> {
  if (blob.size === 0) throw new DemoError('input', 'That file is empty.', '0 bytes');
  if (blob.size > LARGEST_FILE_BYTES)
    throw new DemoError(
      'input',
      `That file is larger than ${LARGEST_FILE_BYTES / 1e6} MB.`,
      `${Math.round(blob.size / 1e6)} MB`,
    );
  if (blob.type === 'image/svg+xml') return decodeSvg(blob);
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(blob, { colorSpaceConversion: 'none', imageOrientation: 'from-image' });
  } catch (cause) {
    throw new DemoError('input', 'That file is not a picture this browser can read.', blob.type || 'unknown type', {
      cause,
    });
  }
  try {
    return draw(bitmap, bitmap.width, bitmap.height);
  } finally {
    bitmap.close();
  }
}

/** Browsers make no bitmap of an SVG blob, but draw it as an image; scripts in it do not run there. */
async function decodeSvg(blob: Blob): Promise<Picture> {
  const url = URL.createObjectURL(blob);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    return draw(image, image.naturalWidth || SVG_SIDE_PX, image.naturalHeight || SVG_SIDE_PX);
  } catch (cause) {
    throw new DemoError('input', 'That drawing cannot be read.', 'image/svg+xml', { cause });
  } finally {
    URL.revokeObjectURL(url);
  }
}

function fromImageData(data: ImageData): Picture {
  const canvas = document.createElement('canvas');
  canvas.width = data.width;
  canvas.height = data.height;
  canvas.getContext('2d')?.putImageData(data, 0, 0);
  return draw(canvas, data.width, data.height);
}

function draw(source: CanvasImageSource, fullWidth: number, fullHeight: number): Picture {
  const scale = Math.min(1, LONGEST_SIDE_PX / Math.max(fullWidth, fullHeight));
  const width = Math.max(1, Math.round(fullWidth * scale));
  const height = Math.max(1, Math.round(fullHeight * scale));
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context)
    throw new DemoError('input', 'This browser has no memory left for that picture.', `${width} × ${height}`);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(source, 0, 0, width, height);
  return { canvas, rgba: readPixels(context, width, height), width, height };
}

function readPixels(context: CanvasRenderingContext2D, width: number, height: number): Uint8ClampedArray {
  try {
    return context.getImageData(0, 0, width, height).data;
  } catch (cause) {
    throw new DemoError('input', 'That picture’s site does not let other pages read it.', 'cross-origin', { cause });
  }
}
