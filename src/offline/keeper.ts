/** Fills the cache of verified weights, which the engine reads first: nothing is held twice. */
import { fetchVerified, isKept, keptWeights } from '../engine/fetch-verified';
import { type Inventory, inventoryFile, sumsCache, totalBytes, type WeightFile } from './inventory';
import type { OfflineState } from './state';

/** @throws where `offline.json` is neither in reach nor kept */
export async function readInventory(site: URL): Promise<Inventory> {
  const response = await fetch(new URL(inventoryFile, site));
  if (!response.ok) throw new Error(`${inventoryFile}: ${response.status}`);
  return (await response.json()) as Inventory;
}

/** The files that are not kept yet. */
export async function missingWeights(site: URL, { weights }: Inventory): Promise<WeightFile[]> {
  const kept = await Promise.all(weights.map(({ path, sum }) => isKept(new URL(path, site).href, sum)));
  return weights.filter((_, index) => !kept[index]);
}

/**
 * Fetches one missing file after another and forgets the weights of former editions.
 * @param tell hears of progress and of the end
 */
export async function keepAll(site: URL, inventory: Inventory, tell: (state: OfflineState) => void): Promise<void> {
  const bytes = totalBytes(inventory);
  const missing = await missingWeights(site, inventory);
  let loaded = bytes - missing.reduce((sum, file) => sum + file.bytes, 0);
  const { signal } = new AbortController();
  try {
    for (const { path, sum } of missing) {
      const onBytes = (count: number) => {
        loaded += count;
        tell({ kind: 'keeping', loaded: Math.min(loaded, bytes), bytes });
      };
      await fetchVerified(new URL(path, site).href, sum, { signal, onBytes });
    }
    await keepSums(site, inventory);
    await forgetOthers(site, inventory);
  } catch {
    tell({ kind: 'stopped', why: 'network', bytes });
    return;
  }
  // A full disk refuses in silence.
  const lacking = await missingWeights(site, inventory);
  tell(lacking.length === 0 ? { kind: 'ready', bytes } : { kind: 'stopped', why: 'room', bytes });
}

/** The page may have begun before the service worker did: what it fetched then is not in the worker's cache. */
async function keepSums(site: URL, { weights }: Inventory): Promise<void> {
  const folders = new Set(weights.map(({ path }) => path.split('/').slice(0, 2).join('/')));
  const cache = await caches.open(sumsCache);
  await cache.addAll(
    [inventoryFile, ...[...folders].map((folder) => `${folder}/SHA256SUMS`)].map((path) => new URL(path, site).href),
  );
}

async function forgetOthers(site: URL, { weights }: Inventory): Promise<void> {
  const known = new Map(weights.map(({ path, sum }) => [new URL(path, site).href, sum]));
  const cache = await keptWeights();
  for (const { url } of (await cache?.keys()) ?? []) {
    const { origin, pathname, searchParams } = new URL(url);
    const of = origin + pathname;
    if (of.startsWith(new URL('models/', site).href) && known.get(of) !== searchParams.get('sha256'))
      await cache?.delete(url);
  }
}
