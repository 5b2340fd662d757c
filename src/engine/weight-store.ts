import { type GraphModel, loadGraphModel } from '@tensorflow/tfjs-converter';
import { io } from '@tensorflow/tfjs-core';
import { DemoError } from './errors';
import { fetchVerified } from './fetch-verified';
import type { WeightsAccess } from './model';
import type { Sums } from './parse-sums';
import { type Lease, RefCounted } from './ref-counted';

/** Bytes of one file, or of one graph model with its shards. */
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
    (url, signal) => this.#fetch(url, url, signal),
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
   * Access to one model folder for one session.
   * @param src absolute address of the folder, with a slash at its end
   * @param onBytes told of every change: bytes of all files that this session asked for
   */
  access(src: string, sums: Sums, onBytes: (count: ByteCount) => void): WeightsLease {
    this.#sums.set(src, sums);
    const leases: Lease<unknown>[] = [];
    const keys = new Set<string>();
    const listener = () => onBytes(this.#sum(keys));
    this.#listeners.add(listener);
    const take = <T>(from: RefCounted<T>, path: string): Promise<T> => {
      const url = new URL(path, src).href;
      const lease = from.lease(url);
      leases.push(lease);
      keys.add(url);
      // What another session fetched already is news to this one.
      lease.value.then(listener, () => undefined);
      return lease.value;
    };
    return {
      graphModel: (path = 'model.json') => take(this.#models, path),
      file: (path) => take(this.#files, path),
      release: () => {
        this.#listeners.delete(listener);
        for (const lease of leases.splice(0)) lease.release();
      },
    };
  }

  #sum(keys: Set<string>): ByteCount {
    const sum = { loaded: 0, total: 0 };
    for (const key of keys) {
      sum.loaded += this.#counts.get(key)?.loaded ?? 0;
      sum.total += this.#counts.get(key)?.total ?? 0;
    }
    return sum;
  }

  /** Fetches one file; its bytes count for `key`, which is the file itself or the graph model that it is a shard of. */
  async #fetch(url: string, key: string, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
    const count: ByteCount = key === url ? { loaded: 0, total: 0 } : this.#count(key);
    this.#counts.set(key, count);
    const change = (update: () => void) => {
      update();
      for (const listener of this.#listeners) listener();
    };
    return fetchVerified(url, this.#sumOf(url), {
      signal,
      onBytes: (bytes) =>
        change(() => {
          count.loaded += bytes;
        }),
      ...(key === url && {
        onLength: (bytes: number) =>
          change(() => {
            count.total = bytes;
          }),
      }),
    });
  }

  #count(key: string): ByteCount {
    return this.#counts.get(key) ?? { loaded: 0, total: 0 };
  }

  #sumOf(url: string): string {
    for (const [src, sums] of this.#sums) {
      const sum = url.startsWith(src) ? sums.get(url.slice(src.length)) : undefined;
      if (sum) return sum;
    }
    throw new DemoError('checksum', `SHA256SUMS does not name ${url.split('/').pop()}.`, 'SHA256SUMS');
  }

  async #openModel(url: string, signal: AbortSignal): Promise<GraphModel> {
    const json = JSON.parse(new TextDecoder().decode(await this.#fetch(url, url, signal))) as io.ModelJSON;
    this.#count(url).total += weightBytes(json.weightsManifest);
    const model = await loadGraphModel({
      load: () => io.getModelArtifactsForJSON(json, (manifest) => this.#shards(url, manifest, signal)),
    });
    if (!signal.aborted) return model;
    model.dispose();
    throw new DOMException('The last user left.', 'AbortError');
  }

  async #shards(
    url: string,
    manifest: io.WeightsManifestConfig,
    signal: AbortSignal,
  ): Promise<[io.WeightsManifestEntry[], io.WeightData]> {
    const paths = manifest.flatMap((group) => group.paths);
    const shards = await Promise.all(paths.map((path) => this.#fetch(new URL(path, url).href, url, signal)));
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
