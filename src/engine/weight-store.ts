import { type GraphModel, loadGraphModel } from '@tensorflow/tfjs-converter';
import { io } from '@tensorflow/tfjs-core';
import { DemoError } from './errors';
import { fetchVerified } from './fetch-verified';
import type { FolderAccess, WeightsAccess } from './model';
import type { ModelFolder, ModelFolders, Sums } from './parse-sums';
import { type Lease, RefCounted } from './ref-counted';

/** Bytes of one file, or of one graph model with its shards; `total` is 0 while it is not known. */
export interface ByteCount {
  loaded: number;
  total: number;
}

export interface WeightsLease extends WeightsAccess {
  /** Gives everything back. Idempotent. */
  release(): void;
}

type Listener = () => void;

/**
 * All weights of one engine, by address. Two sessions that name one folder share one copy, on the GPU too.
 */
export class WeightStore {
  readonly #sums = new Map<string, Sums>();
  readonly #counts = new Map<string, ByteCount>();
  readonly #listeners = new Set<Listener>();
  readonly #files = new RefCounted<Uint8Array<ArrayBuffer>>(
    (url, signal) => this.#openFile(url, signal),
    () => undefined,
  );
  readonly #models = new RefCounted<GraphModel>(
    (url, signal) => this.#openModel(url, signal),
    (model) => model.dispose(),
  );

  get models(): number {
    return this.#models.size;
  }

  /**
   * Access to a demo's model folder, and to the siblings it names, for one session.
   * @param onBytes told of every change: bytes of all files that this session asked for, in whichever folder
   */
  access(folders: ModelFolders, onBytes: (count: ByteCount) => void): WeightsLease {
    for (const { src, sums } of [folders, ...Object.values(folders.siblings)]) this.#sums.set(src, sums);
    const leases: Lease<unknown>[] = [];
    const keys = new Set<string>();
    const listener = () => onBytes(this.#sum(keys));
    this.#listeners.add(listener);
    const take = <T>(from: RefCounted<T>, { src }: ModelFolder, path: string): Promise<T> => {
      const url = new URL(path, src).href;
      const lease = from.lease(url);
      leases.push(lease);
      keys.add(url);
      // What another session fetched already is news to this one.
      lease.value.then(listener, () => undefined);
      return lease.value;
    };
    const open = (folder: ModelFolder): FolderAccess => ({
      graphModel: (path = 'model.json') => take(this.#models, folder, path),
      file: (path) => take(this.#files, folder, path),
    });
    return {
      ...open(folders),
      folder: (name) => {
        const sibling = folders.siblings[name];
        if (!sibling) throw new DemoError('shape', `No folder “${name}” was named beside this demo's own.`, name);
        return open(sibling);
      },
      release: () => {
        this.#listeners.delete(listener);
        for (const lease of leases.splice(0)) lease.release();
      },
    };
  }

  /** The whole is known when all its parts are: a graph model says how large its shards are once its first file is there. */
  #sum(keys: Set<string>): ByteCount {
    const counts = Array.from(keys, (key) => this.#counts.get(key) ?? { loaded: 0, total: 0 });
    const add = (part: keyof ByteCount) => counts.reduce((sum, count) => sum + count[part], 0);
    return { loaded: add('loaded'), total: counts.every(({ total }) => total > 0) ? add('total') : 0 };
  }

  /** A count of its own for each opening. */
  #count(url: string): ByteCount {
    const count = { loaded: 0, total: 0 };
    this.#counts.set(url, count);
    return count;
  }

  #fetch(
    url: string,
    signal: AbortSignal,
    count: ByteCount,
    onLength?: (bytes: number) => void,
  ): Promise<Uint8Array<ArrayBuffer>> {
    const onBytes = (bytes: number) => {
      count.loaded += bytes;
      for (const listener of this.#listeners) listener();
    };
    return fetchVerified(url, this.#sumOf(url), { signal, onBytes, ...(onLength && { onLength }) });
  }

  async #openFile(url: string, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
    const count = this.#count(url);
    const bytes = await this.#fetch(url, signal, count, (length) => {
      count.total = length;
    });
    count.total = bytes.byteLength; // a server that packs does not say
    return bytes;
  }

  #sumOf(url: string): string {
    for (const [src, sums] of this.#sums) {
      const sum = url.startsWith(src) ? sums.get(url.slice(src.length)) : undefined;
      if (sum) return sum;
    }
    throw new DemoError('checksum', `SHA256SUMS does not name ${url.split('/').pop()}.`, 'SHA256SUMS');
  }

  async #openModel(url: string, signal: AbortSignal): Promise<GraphModel> {
    const count = this.#count(url);
    const bytes = await this.#fetch(url, signal, count);
    const json = JSON.parse(new TextDecoder().decode(bytes)) as io.ModelJSON;
    count.total = bytes.byteLength + weightBytes(json.weightsManifest);
    const model = await loadGraphModel({
      load: () => io.getModelArtifactsForJSON(json, (manifest) => this.#shards(url, manifest, signal, count)),
    });
    if (!signal.aborted) return model;
    model.dispose();
    throw new DOMException('The last user left.', 'AbortError');
  }

  async #shards(
    url: string,
    manifest: io.WeightsManifestConfig,
    signal: AbortSignal,
    count: ByteCount,
  ): Promise<[io.WeightsManifestEntry[], io.WeightData]> {
    const paths = manifest.flatMap((group) => group.paths);
    const shards = await Promise.all(paths.map((path) => this.#fetch(new URL(path, url).href, signal, count)));
    return [manifest.flatMap((group) => group.weights), shards.map((shard) => shard.buffer)];
  }
}

const BYTES_PER_VALUE: Record<string, number> = { float32: 4, int32: 4, bool: 1, float16: 2, uint8: 1, uint16: 2 };

/** The size of all shards, which no server needs to tell. Strings are not counted: our models have none. */
export function weightBytes(manifest: io.WeightsManifestConfig): number {
  let bytes = 0;
  for (const { shape, dtype, quantization } of manifest.flatMap((group) => group.weights)) {
    const values = shape.reduce((product, side) => product * side, 1);
    bytes += values * (BYTES_PER_VALUE[quantization?.dtype ?? dtype] ?? 0);
  }
  return bytes;
}
