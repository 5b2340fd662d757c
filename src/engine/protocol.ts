/** What crosses between a page and its engine. Everything here is plain data or can be transferred. */
import type { ModelFolders } from './parse-sums';

export type BackendName = 'webgl' | 'wasm';
export type BackendChoice = BackendName | 'auto';

/** What a code of `dl-error` means is said in one place: `errors.ts`. */
export type ErrorCode = 'backend' | 'network' | 'checksum' | 'shape' | 'context-lost' | 'input' | 'step';

export interface EngineInfo {
  readonly backend: BackendName;
  /** The GPU's own name where WebGL runs, else "CPU". */
  readonly renderer: string;
}

/** What an engine can draw on here, found out without starting tfjs. */
export interface GraphicsProbe {
  readonly webgl2: boolean;
  /** A software renderer (SwiftShader, llvmpipe …): slower than WASM for most models. */
  readonly software: boolean;
}

export interface LoadProgress {
  /** 0 to 1; weights count for all but the last hundredth, which is the warm-up step. */
  readonly fraction: number;
  readonly loadedBytes: number;
  /** 0 while not yet known. */
  readonly totalBytes: number;
}

export interface LoadReport {
  /** Size of the model's files as fetched. */
  readonly bytes: number;
}

export interface StepReport<Out> {
  readonly result: Out;
  /** From input to plain data, inside the engine. */
  readonly milliseconds: number;
}

/** What tests and the status line may ask of an engine. */
export interface EngineUsage {
  readonly numTensors: number;
  readonly numBytes: number;
  /** Bytes in GPU textures, free ones included; 0 on WASM. */
  readonly gpuBytes: number;
  readonly sessions: number;
  /** Model folders that the store holds. */
  readonly models: number;
  readonly webglContexts: number;
}

/** The engine as its client sees it, through Comlink or directly in the page. */
export interface EngineHost {
  probe(): GraphicsProbe;
  start(backend: BackendName, onLost: (reason: string) => void): Promise<EngineInfo>;
  load(
    session: number,
    demo: string,
    folders: ModelFolders,
    onProgress: (progress: LoadProgress) => void,
  ): Promise<LoadReport>;
  step(session: number, input: unknown): Promise<StepReport<unknown>>;
  reset(session: number): void;
  /** Files that the page has in hand: absolute address → content. */
  give(files: ReadonlyMap<string, Blob>): void;
  /** Cancels a load that is under way. Legal at any time, any number of times. */
  dispose(session: number): Promise<void>;
  usage(): EngineUsage;
  /** Lets go of everything at once, whatever is under way: the end of an engine in the page, which nobody can kill. */
  end(): void;
  /** For tests: takes the WebGL context away as a driver would. */
  loseContext(): void;
}
