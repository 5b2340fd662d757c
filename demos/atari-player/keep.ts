import type { OwnCartridge } from './host';

const DATABASE = 'dl-atari-player';
const STORE = 'cartridges';
const KEY = 'last';

/** Where storage is forbidden (a sandboxed frame, a private window) nothing is kept, and nothing breaks. */
async function within<T>(
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T | undefined> {
  try {
    const database = await settled(opening());
    try {
      return await settled(ask(database.transaction(STORE, mode).objectStore(STORE)));
    } finally {
      database.close();
    }
  } catch {
    return undefined;
  }
}

function opening(): IDBOpenDBRequest {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  return request;
}

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** @returns whether it is kept */
export const keep = async (cartridge: OwnCartridge): Promise<boolean> =>
  (await within('readwrite', (store) => store.put(cartridge, KEY))) !== undefined;

export const kept = (): Promise<OwnCartridge | undefined> =>
  within('readonly', (store) => store.get(KEY) as IDBRequest<OwnCartridge | undefined>);

export const forget = (): Promise<undefined> => within('readwrite', (store) => store.delete(KEY));
