/** An engine that stands still, for pages that show how demos look in each state: no tfjs, no GPU, no weights, no thread. */
import * as Comlink from 'comlink';
import { limits } from '../engine/client';
import { configureEngines } from '../engine/engines';
import { DemoError, toErrorData } from '../engine/errors';
import type { ModelFolders } from '../engine/parse-sums';
import type { EngineHost, LoadProgress, LoadReport } from '../engine/protocol';
import type { DemoElement } from './demo-element';
import type { DemoState } from './lifecycle';
import { modelUrl } from './site';

export const demoStates = ['idle', 'loading', 'ready', 'running', 'error'] as const satisfies readonly DemoState[];

/** Sizes of no model in particular: what is looked at is the frame. */
const TOTAL_BYTES = 10e6;
const LOADED_BYTES = 6.2e6;

/** The longest that a timer can wait: whatever stands still here must not count as hanging. */
const FOREVER_MS = 2 ** 31 - 1;

const never = <T>(): Promise<T> => new Promise(() => undefined);

/** Comes before any demo loads: from then on each stays in the state that `bring` puts it in. */
export function standStill(): void {
  limits.step = FOREVER_MS;
  limits.stall = FOREVER_MS;
  configureEngines({ worker: openStillWorker, page: async () => new StillEngine() }, 'auto');
}

/** Takes a fresh demo into a state by the calls that a reader's hand would make. */
export function bring(demo: DemoElement<unknown, unknown>, state: DemoState): void {
  if (state === 'idle') return;
  // The engine sees of a demo no more than the address of its weights: so that says what is to happen.
  demo.setAttribute('src', `${modelUrl(demo.demo)}#${state}`);
  demo.load().catch(() => undefined);
  if (state === 'running') demo.run();
}

/** The end of a channel does for a worker here: it has all that a client uses of one but its end. */
function openStillWorker(): Worker {
  const { port1, port2 } = new MessageChannel();
  Comlink.expose(new StillEngine(), port2);
  port1.start();
  return Object.assign(port1, { terminate: () => port1.close() }) as unknown as Worker;
}

class StillEngine implements EngineHost {
  probe() {
    return { webgl2: true, software: false };
  }

  async start() {
    return { backend: 'webgl' as const, renderer: 'none' };
  }

  async load(
    _session: number,
    _demo: string,
    { src }: ModelFolders,
    onProgress: (progress: LoadProgress) => void,
  ): Promise<LoadReport> {
    const state = new URL(src).hash;
    if (state.startsWith('#error'))
      throw toErrorData(
        new DemoError('network', '6.2 MB came, then the connection closed.', 'shard 2 of 3'),
        'network',
      );
    onProgress({ fraction: LOADED_BYTES / TOTAL_BYTES, loadedBytes: LOADED_BYTES, totalBytes: TOTAL_BYTES });
    return state.startsWith('#loading') ? never() : { bytes: TOTAL_BYTES };
  }

  /** What is shown while nothing has been answered is the recorded result. */
  step(): Promise<never> {
    return never();
  }

  usage() {
    return { numTensors: 0, numBytes: 0, gpuBytes: 0, sessions: 0, models: 0, webglContexts: 0 };
  }

  give(): void {}
  reset(): void {}
  async dispose(): Promise<void> {}
  end(): void {}
  loseContext(): void {}
}
