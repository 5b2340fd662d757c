import type { ImageCaptionerElement } from './element';

/** One small piece of work, the same each time: what the contract suite puts every demo through. */
export async function exercise(element: ImageCaptionerElement): Promise<string> {
  const stripes = new ImageData(32, 32);
  stripes.data.forEach((_, i, data) => {
    data[i] = i % 4 === 3 || (i >> 4) % 2 ? 255 : 0;
  });
  const { captions } = await element.caption(stripes, { beamWidth: 2 });
  return captions.map(({ text }) => text).join(' / ');
}
