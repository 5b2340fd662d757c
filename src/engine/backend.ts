import plainUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simdUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import * as tf from '@tensorflow/tfjs-core';
import { DemoError } from './errors';
import { createGraphics, type Graphics } from './graphics';
import type { BackendName, EngineInfo } from './protocol';

/** Textures that the WebGL backend keeps for the next step before it frees the oldest. */
const TEXTURE_POOL_BYTES = 128 * 2 ** 20;

export interface StartedBackend extends EngineInfo {
  /** The WebGL context, where there is one. */
  readonly graphics?: Graphics;
}

/**
 * Starts one tfjs backend in this thread and makes it the one in use.
 * In a page, which cannot be ended as a worker can, tfjs has been reset before it is called again.
 * @throws DemoError `backend`
 */
export async function startBackend(name: BackendName, onLost: (reason: string) => void): Promise<StartedBackend> {
  try {
    return name === 'webgl' ? await startWebgl(onLost) : await startWasm();
  } catch (error) {
    if (error instanceof DemoError) throw error;
    throw new DemoError('backend', `The ${name} backend did not start.`, name, { cause: error });
  }
}

async function startWebgl(onLost: (reason: string) => void): Promise<StartedBackend> {
  const webgl = await import('@tensorflow/tfjs-backend-webgl');
  const graphics = createGraphics(onLost);
  // Safari draws WebGL in a worker, but tfjs will not make the canvas for it there: it gets ours.
  webgl.setWebGLContext(2, graphics.gl);
  tf.env().set('WEBGL_VERSION', 2);
  tf.env().set('WEBGL_DELETE_TEXTURE_THRESHOLD', TEXTURE_POOL_BYTES);
  await use('webgl');
  return { backend: 'webgl', renderer: graphics.renderer, graphics };
}

async function startWasm(): Promise<StartedBackend> {
  const wasm = await import('@tensorflow/tfjs-backend-wasm');
  // Threads need a cross-origin isolated page, which no host of an embed can be asked to be.
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  if (!tf.engine().registry.wasm) {
    wasm.setWasmPaths({
      'tfjs-backend-wasm.wasm': absolute(plainUrl),
      'tfjs-backend-wasm-simd.wasm': absolute(simdUrl),
      'tfjs-backend-wasm-threaded-simd.wasm': absolute(simdUrl),
    });
  }
  await use('wasm');
  return { backend: 'wasm', renderer: 'CPU' };
}

async function use(name: BackendName): Promise<void> {
  if (!(await tf.setBackend(name))) throw new Error(`tfjs refused the ${name} backend`);
  await tf.ready();
}

const absolute = (url: string): string => new URL(url, import.meta.url).href;
