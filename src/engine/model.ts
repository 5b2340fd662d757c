import type { GraphModel } from '@tensorflow/tfjs-converter';

/** The weights that one load may ask for. What it took is given back by whoever made it, when the session ends. */
export interface WeightsAccess {
  /** A tfjs graph model from `SRC/path` (default `model.json`). Shared with other sessions: never dispose of it. */
  graphModel(path?: string): Promise<GraphModel>;
  /** The verified bytes of `SRC/path`. Shared: never write into them. */
  file(path: string): Promise<Uint8Array<ArrayBuffer>>;
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
}

/** What `demos/NAME/model.ts` exports as its default. */
export type DemoModelFactory<In = unknown, Out = unknown> = () => DemoModel<In, Out>;
