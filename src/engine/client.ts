import * as Comlink from 'comlink';
import { type Connection, connect, type EngineSource } from './connection';
import { DemoError, EngineLost, toDemoError } from './errors';
import { Loss } from './loss';
import type { ModelFolder, ModelFolders, Sums } from './parse-sums';
import type {
  BackendChoice,
  EngineInfo,
  EngineUsage,
  ErrorCode,
  LoadProgress,
  LoadReport,
  StepReport,
} from './protocol';
import { fetchSums } from './sums';

/** Time limits, in milliseconds. A test may shorten them. */
export const limits = {
  /** A step that has not answered by then hangs. A first step on a software renderer takes seconds. */
  step: 60_000,
  /** A load that has made no progress for so long hangs. */
  stall: 120_000,
};

export interface LoadRequest {
  /** Address of the model folder, absolute or relative to the page. */
  readonly src: string;
  /** Names of folders beside it whose weights the demo uses too. */
  readonly siblings: readonly string[];
  readonly signal: AbortSignal;
  onProgress(progress: LoadProgress): void;
}

export interface EnginePlace extends EngineInfo {
  readonly place: Connection['place'];
}

/** One demo's model in an engine, from its load to its end. */
export interface Session<In, Out> {
  /**
   * Starts the engine if need be, fetches and verifies the weights, runs one warm-up step.
   * @throws DemoError; an AbortError if the signal came
   */
  load(request: LoadRequest): Promise<LoadReport & EnginePlace>;
  /** Steps are answered in order. @throws DemoError */
  step(input: In): Promise<StepReport<Out>>;
  reset(): void;
  /** Idempotent, legal while loading; settles when nothing of the session is left. */
  dispose(): Promise<void>;
}

interface Live {
  readonly connection: Promise<Connection>;
  readonly loss: Loss;
  lose(error: EngineLost): void;
}

/**
 * An engine as a page sees it: started when first needed, shared by all demos of the page, replaced when it is lost.
 *
 * A loss (its GPU context went, a step hangs) ends the worker. Every session in it then fails with that error; a session
 * opened after that finds a new worker.
 */
export class EngineClient {
  #live: Live | undefined;
  #nextSession = 1;
  readonly #sums = new Map<string, Promise<Sums>>();

  constructor(
    private readonly source: EngineSource,
    private readonly choice: BackendChoice,
  ) {}

  /** Starts nothing. `onLost` is called once, if the engine goes while the session is loaded. */
  open<In, Out>(demo: string, onLost: (error: EngineLost) => void): Session<In, Out> {
    return new EngineSession<In, Out>(this, this.#nextSession++, demo, onLost);
  }

  /** What the engine holds, or nothing if none runs. */
  async usage(): Promise<EngineUsage | undefined> {
    return (await this.#live?.connection)?.host.usage();
  }

  /** For tests. */
  async loseContext(): Promise<void> {
    await (await this.#live?.connection)?.host.loseContext();
  }

  /** The engine that runs, or a new one. */
  live(): Live {
    this.#live ??= this.#start();
    return this.#live;
  }

  /** A model folder and the siblings that its demo names. @throws DemoError if one of them has no sums */
  async folders(src: string, siblings: readonly string[]): Promise<ModelFolders> {
    const open = async (folder: string): Promise<ModelFolder> => ({ src: folder, sums: await this.#sumsOf(folder) });
    const [own, ...others] = await Promise.all(
      [src, ...siblings.map((name) => new URL(`../${name}/`, src).href)].map(open),
    );
    const named = siblings.map((name, index) => [name, others[index] as ModelFolder]);
    return { ...(own as ModelFolder), siblings: Object.fromEntries(named) };
  }

  /** Sums are fetched once a page, so that mending asks the server nothing. */
  #sumsOf(src: string): Promise<Sums> {
    const known = this.#sums.get(src);
    if (known) return known;
    const sums = fetchSums(src);
    this.#sums.set(src, sums);
    sums.catch(() => this.#sums.delete(src));
    return sums;
  }

  #start(): Live {
    const loss = new Loss();
    const lose = (error: EngineLost) => {
      if (this.#live === live) this.#live = undefined;
      loss.tell(error);
      connection.then(
        ({ end }) => end(),
        () => undefined,
      );
    };
    const connection = connect(this.source, this.choice, (reason) =>
      lose(new EngineLost('context-lost', `${reason} Loading again; your input is kept.`, 'context lost, input kept')),
    );
    const live: Live = { connection, loss, lose };
    connection.catch(() => {
      if (this.#live === live) this.#live = undefined;
    });
    return live;
  }
}

class EngineSession<In, Out> implements Session<In, Out> {
  #live: Live | undefined;
  #ended = false;
  /** Stops listening for a loss. */
  #deafen: () => void = () => undefined;

  constructor(
    private readonly engine: EngineClient,
    private readonly id: number,
    private readonly demo: string,
    private readonly onLost: (error: EngineLost) => void,
  ) {}

  async load({ src, siblings, signal, onProgress }: LoadRequest): Promise<LoadReport & EnginePlace> {
    const folder = new URL(src.endsWith('/') ? src : `${src}/`, document.baseURI).href;
    const live = this.engine.live();
    this.#live = live;
    const watch = stallWatch(() => live.lose(new EngineLost('step', 'The model did not start in time.', 'no answer')));
    const cancel = () => void this.dispose();
    signal.addEventListener('abort', cancel, { once: true });
    try {
      const folders = await this.#call(this.engine.folders(folder, siblings), 'network');
      const { host, info, place } = await this.#call(live.connection, 'backend');
      signal.throwIfAborted();
      const progress = Comlink.proxy((value: LoadProgress) => {
        watch.touch();
        if (!signal.aborted) onProgress(value);
      });
      const report = await this.#call(host.load(this.id, this.demo, folders, progress), 'shape');
      signal.throwIfAborted();
      this.#deafen = live.loss.listen((error) => !this.#ended && this.onLost(error));
      return { ...report, ...info, place };
    } catch (error) {
      signal.throwIfAborted();
      void this.dispose();
      throw error;
    } finally {
      watch.stop();
      signal.removeEventListener('abort', cancel);
    }
  }

  async step(input: In): Promise<StepReport<Out>> {
    const live = this.#live;
    if (!live || this.#ended) throw new DemoError('step', 'This session has ended.', `session ${this.id}`);
    const { host } = await live.connection;
    const timer = setTimeout(
      () => live.lose(new EngineLost('step', 'The model did not answer in time.', 'no answer')),
      limits.step,
    );
    try {
      return (await this.#call(host.step(this.id, input), 'step')) as StepReport<Out>;
    } finally {
      clearTimeout(timer);
    }
  }

  reset(): void {
    void this.#live?.connection.then(({ host }) => host.reset(this.id));
  }

  async dispose(): Promise<void> {
    if (this.#ended) return;
    this.#ended = true;
    this.#deafen();
    const live = this.#live;
    if (!live) return;
    // An engine that is lost, or never started, has nothing left to give back.
    await live.loss.race(live.connection.then(({ host }) => host.dispose(this.id))).catch(() => undefined);
  }

  async #call<T>(answer: Promise<T> | T, fallback: ErrorCode): Promise<T> {
    try {
      return await (this.#live ? this.#live.loss.race(answer) : answer);
    } catch (error) {
      if (error instanceof DOMException) throw error;
      throw toDemoError(error, fallback);
    }
  }
}

function stallWatch(onStall: () => void): { touch(): void; stop(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  const stop = () => {
    stopped = true;
    clearTimeout(timer);
  };
  const touch = () => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(onStall, limits.stall);
  };
  touch();
  return { touch, stop };
}
