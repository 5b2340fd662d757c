/** What the site is made of, as its build wrote it down in `offline.json`. */

/** A file of weights. */
export interface WeightFile {
  /** From the site's top: `models/NAME/…`. */
  readonly path: string;
  readonly bytes: number;
  /** SHA-256 in hexadecimal. */
  readonly sum: string;
}

export interface Inventory {
  /** Pages, code, fonts and pictures: what the service worker keeps by itself. */
  readonly shellBytes: number;
  readonly weights: readonly WeightFile[];
}

export const inventoryFile = 'offline.json';

/**
 * Cache of the service worker for what says which weights are right: asked for afresh wherever there is a network, so
 * that sums and weights are always of one edition.
 */
export const sumsCache = 'dl-sums';

export function totalBytes({ shellBytes, weights }: Inventory): number {
  return weights.reduce((sum, { bytes }) => sum + bytes, shellBytes);
}
