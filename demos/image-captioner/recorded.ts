import { type Poster, unpackResult } from './poster';
import poster from './poster.json';
import type { CaptionResult } from './task';

const packed = new Map(Object.entries(poster as unknown as Readonly<Record<string, Poster>>));
const unpacked = new Map<string, CaptionResult>();

/** What was recorded of a sample; the same object each time. */
export function recorded(name: string): CaptionResult | undefined {
  const known = unpacked.get(name);
  const found = packed.get(name);
  if (known || !found) return known;
  const result = unpackResult(found);
  unpacked.set(name, result);
  return result;
}
