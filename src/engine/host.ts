import * as tf from '@tensorflow/tfjs-core';
import { transfer } from 'comlink';
import { type StartedBackend, startBackend } from './backend';
import { DemoError } from './errors';
import { giveFiles } from './given-files';
import { probeGraphics } from './graphics';
import type { DemoModel, DemoModelFactory } from './model';
import type { ModelFolders } from './parse-sums';
import type {
  BackendName,
  EngineHost,
  EngineInfo,
  EngineUsage,
  GraphicsProbe,
  LoadProgress,
  LoadReport,
  StepReport,
} from './protocol';
import { WeightStore, type WeightsLease } from './weight-store';

/** A demo's name → its `model.ts`, imported when first asked for. */
export type DemoModels = Readonly<Record<string, () => Promise<DemoModelFactory>>>;

/** The share of a load that is left for the warm-up step once all weights are there. */
const WARM_UP_SHARE = 0.01;

/** Chunks come by the hundred; a page that drew each would have no time for its slides. */
const PROGRESS_MS = 100;

interface Session {
  readonly abort: AbortController;
  model?: DemoModel<unknown, unknown>;
  weights?: WeightsLease;
  loaded: boolean;
  /** Settles when the step in flight has; steps of one session run one after another. */
  busy: Promise<unknown>;
}

/** All that touches tensors, in whichever thread it runs. One backend, one store of weights, any number of sessions. */
export class LocalEngineHost implements EngineHost {
  readonly #sessions = new Map<number, Session>();
  readonly #store = new WeightStore();
  #backend: StartedBackend | undefined;

  constructor(private readonly demos: DemoModels) {}

  probe(): GraphicsProbe {
    return probeGraphics();
  }

  async start(backend: BackendName, onLost: (reason: string) => void): Promise<EngineInfo> {
    this.#backend = await startBackend(backend, onLost);
    return { backend: this.#backend.backend, renderer: this.#backend.renderer };
  }

  async load(
    id: number,
    demo: string,
    folders: ModelFolders,
    onProgress: (progress: LoadProgress) => void,
  ): Promise<LoadReport> {
    const session: Session = { abort: new AbortController(), loaded: false, busy: Promise.resolve() };
    this.#sessions.set(id, session);
    const factory = await this.demos[demo]?.();
    if (!factory) throw new DemoError('shape', `This engine has no demo “${demo}”.`, demo);
    session.abort.signal.throwIfAborted();
    let bytes = 0;
    let told = 0;
    let fraction = 0;
    session.weights = this.#store.access(folders, ({ loaded, total }) => {
      bytes = loaded;
      const now = performance.now();
      if ((total === 0 || loaded < total) && now - told < PROGRESS_MS) return;
      told = now;
      // The total grows when a further file is asked for; progress never goes back for that.
      if (total > 0) fraction = Math.max(fraction, (1 - WARM_UP_SHARE) * Math.min(1, loaded / total));
      onProgress({ fraction, loadedBytes: loaded, totalBytes: total });
    });
    session.model = factory();
    session.busy = session.model.load({ weights: session.weights, signal: session.abort.signal });
    await session.busy;
    session.abort.signal.throwIfAborted();
    session.loaded = true;
    return { bytes };
  }

  async step(id: number, input: unknown): Promise<StepReport<unknown>> {
    const session = this.#sessions.get(id);
    const model = session?.model;
    if (!session || !model) throw new DemoError('step', 'This session has ended.', `session ${id}`);
    const step = session.busy.then(async () => {
      const start = performance.now();
      const result = await model.step(input);
      const report = { result, milliseconds: performance.now() - start };
      return transfer(report, model.transferables?.(result) ?? []);
    });
    session.busy = step.catch(() => undefined);
    return step;
  }

  give(files: ReadonlyMap<string, Blob>): void {
    giveFiles(files);
  }

  reset(id: number): void {
    this.#sessions.get(id)?.model?.reset();
  }

  async dispose(id: number): Promise<void> {
    const session = this.#sessions.get(id);
    if (!session) return;
    this.#sessions.delete(id);
    session.abort.abort();
    // A load waits for its weights, and only giving them up ends that; a step must have them until it is done.
    if (!session.loaded) session.weights?.release();
    await session.busy.catch(() => undefined);
    session.model?.dispose();
    session.weights?.release();
  }

  usage(): EngineUsage {
    const memory = tf.memory() as tf.MemoryInfo & { numBytesInGPUAllocated?: number };
    return {
      numTensors: memory.numTensors,
      numBytes: memory.numBytes,
      gpuBytes: memory.numBytesInGPUAllocated ?? 0,
      sessions: this.#sessions.size,
      models: this.#store.models,
      webglContexts: this.#backend?.graphics ? 1 : 0,
    };
  }

  end(): void {
    for (const session of this.#sessions.values()) session.abort.abort();
    this.#sessions.clear();
    // What a step in flight holds can be reached by nobody any more; only tfjs itself still counts it.
    tf.engine().reset();
  }

  loseContext(): void {
    this.#backend?.graphics?.gl.getExtension('WEBGL_lose_context')?.loseContext();
  }
}
