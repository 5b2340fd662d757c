import type { RawPicture } from '../../engine/picture';
import type { Picture } from './decode';

const ids = new WeakMap<Picture, number>();
let next = 1;

/** What a model is given of a square picture. The same picture keeps its number. */
export function rawPicture(picture: Picture): RawPicture {
  const id = ids.get(picture) ?? next++;
  ids.set(picture, id);
  return { id, rgba: picture.rgba, sidePx: picture.width };
}
