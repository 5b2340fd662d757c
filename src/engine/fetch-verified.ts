import { DemoError, isAbort } from './errors';
import { givenFiles, givenResponse } from './given-files';

const CACHE_NAME = 'dl-weights';
const CACHE_MS = 5000;

export interface FetchOptions {
  readonly signal: AbortSignal;
  /** Called with the bytes that have come since the last call. */
  onBytes(count: number): void;
  /** Called once, if the server says how long the file is. */
  onLength?(bytes: number): void;
}

/**
 * Fetches a file and proves that it is the one that was published.
 *
 * A verified file is kept in the browser's cache under its sum, so that a fresh worker, or a later visit, asks the
 * server nothing. Where there is no such cache (plain http, a sandboxed frame) it is fetched again.
 *
 * @param sum SHA-256 in hexadecimal
 * @throws DemoError `network` if the file does not arrive whole, `checksum` if it is another file
 */
export async function fetchVerified(url: string, sum: string, options: FetchOptions): Promise<Uint8Array<ArrayBuffer>> {
  const key = keyOf(url, sum);
  const cache = await keptWeights();
  const kept = cache && (await soon(cache.match(key)));
  const bytes = await readAll(kept ?? (await fetchOk(url, options.signal)), url, options);
  const found = await sha256(bytes);
  if (found !== sum) {
    await soon(cache?.delete(key));
    throw new DemoError(
      'checksum',
      `${name(url)} is not the file that was published. It may be damaged, or half updated.`,
      name(url),
    );
  }
  // A full disk must not stop a demo that has its weights in hand.
  if (!kept && !givenFiles().has(url)) await soon(cache?.put(key, lengthSaid(bytes)).catch(() => undefined));
  return bytes;
}

/** Fetches, and turns whatever can go wrong on the way into a sentence. */
export async function fetchOk(url: string, signal?: AbortSignal): Promise<Response> {
  const given = givenResponse(url);
  if (given) return given;
  let response: Response;
  try {
    response = await fetch(url, signal ? { signal } : {});
  } catch (error) {
    if (isAbort(error)) throw error;
    throw new DemoError('network', `${name(url)} did not arrive. Is there a network?`, name(url), { cause: error });
  }
  if (response.ok) return response;
  throw new DemoError(
    'network',
    `${name(url)} is not there: the server answered ${response.status}.`,
    `${response.status}`,
  );
}

async function readAll(response: Response, url: string, options: FetchOptions): Promise<Uint8Array<ArrayBuffer>> {
  const length = Number(response.headers.get('content-length') ?? 0);
  if (length > 0 && !response.headers.get('content-encoding')) options.onLength?.(length);
  const chunks: Uint8Array[] = [];
  let total = 0;
  try {
    for await (const chunk of readChunks(response, options.signal)) {
      chunks.push(chunk);
      total += chunk.byteLength;
      options.onBytes(chunk.byteLength);
    }
  } catch (error) {
    if (isAbort(error)) throw error;
    const came = `${(total / 1e6).toFixed(1)} MB of ${name(url)} came, then the connection closed.`;
    throw new DemoError('network', came, name(url), { cause: error });
  }
  return join(chunks, total);
}

/** A reader loop: Safari has no async iteration over streams. */
async function* readChunks(response: Response, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const reader = response.body?.getReader();
  if (!reader) return;
  for (;;) {
    signal.throwIfAborted();
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

function join(chunks: Uint8Array[], total: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(total);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

/** A kept file tells its length, as the server did, or its progress could not be told. */
const lengthSaid = (bytes: Uint8Array<ArrayBuffer>): Response =>
  new Response(bytes, { headers: { 'content-length': String(bytes.byteLength) } });

/** A cache that does not answer is done without. */
const soon = <T>(answer: Promise<T> | undefined): Promise<T | undefined> =>
  Promise.race([answer, new Promise<undefined>((resolve) => setTimeout(resolve, CACHE_MS))]);

/** Whether a verified file is in the browser's cache. */
export async function isKept(url: string, sum: string): Promise<boolean> {
  return (await soon((await keptWeights())?.match(keyOf(url, sum)))) !== undefined;
}

const keyOf = (url: string, sum: string): string => `${url}?sha256=${sum}`;

/** All verified files, each at its address with its sum as `sha256`; nothing where there is no such cache. */
export async function keptWeights(): Promise<Cache | undefined> {
  try {
    return await soon(caches.open(CACHE_NAME));
  } catch {
    return undefined; // no secure context, or storage forbidden
  }
}

/** Web Crypto is missing on plain http, which is how a laptop serves a deck to a phone beside it. */
async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = globalThis.crypto?.subtle
    ? new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
    : (await import('@noble/hashes/sha2.js')).sha256(bytes);
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const name = (url: string): string => new URL(url).pathname.split('/').slice(-2).join('/');
