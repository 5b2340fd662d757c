import type { GraphModel } from '@tensorflow/tfjs-converter';

/** One model folder, its files verified against its own SHA256SUMS. */
export interface FolderAccess {
  /** A tfjs graph model from `FOLDER/path` (default `model.json`). Shared with other sessions: never dispose of it. */
  graphModel(path?: string): Promise<GraphModel>;
  /** The verified bytes of `FOLDER/path`. Shared: never write into them. */
  file(path: string): Promise<Uint8Array<ArrayBuffer>>;
}

/**
 * The weights that one load may ask for: the demo's own folder, and those beside it that its element names
 * (`DemoElement.siblingFolders`). What a load took is given back by whoever made it, when the session ends.
 */
export interface WeightsAccess extends FolderAccess {
  /** A folder beside the demo's own. @throws DemoError `shape` if the element does not name it */
  folder(name: string): FolderAccess;
}

export interface LoadOptions {
  readonly weights: WeightsAccess;
  readonly signal: AbortSignal;
}

/**
 * The worker's half of a demo: numbers in, plain data out.
 *
 * `load` ends with one warm-up step. `step` returns plain arrays, never a tensor. `reset` forgets hidden state, episode
 * or memory, and keeps the weights. `dispose` frees what the model itself made; it is idempotent, and legal while loading.
 */
export interface DemoModel<In, Out> {
  load(options: LoadOptions): Promise<void>;
  step(input: In): Promise<Out>;
  reset(): void;
  dispose(): void;
  /** Buffers of a result that the model keeps no use for: a worker hands them to the page instead of copying them. */
  transferables?(result: Out): Transferable[];
}

/** What `demos/NAME/model.ts` exports as its default. */
export type DemoModelFactory<In = unknown, Out = unknown> = () => DemoModel<In, Out>;
