import type { BackendChoice, BackendName, GraphicsProbe } from './protocol';

export type Place = 'worker' | 'page';

export interface Plan {
  readonly place: Place;
  readonly backend: BackendName;
}

export interface Surroundings {
  /** What a worker can draw on; absent where no worker can be had. */
  readonly worker?: GraphicsProbe;
  /** What the page can draw on. Asked only where the worker has no WebGL: the answer costs the page a context, and time. */
  page(): GraphicsProbe;
}

/**
 * Where to run, best first. An engine takes the first that starts.
 *
 * On its own account it takes the GPU in a worker, then the GPU in the page (WebKitGTK gives a worker none), then the CPU
 * in a worker. A software renderer is no GPU: WASM is quicker, and leaves the page smooth. A choice of `webgl` is
 * obeyed, on software too; a choice is never replaced by the other backend.
 */
export function plans(choice: BackendChoice, around: Surroundings): Plan[] {
  const places: Place[] = around.worker ? ['worker', 'page'] : ['page'];
  const wasm = places.map((place): Plan => ({ place, backend: 'wasm' }));
  if (choice === 'wasm') return wasm;
  const place: Place = around.worker?.webgl2 ? 'worker' : 'page';
  const probe = around.worker?.webgl2 ? around.worker : around.page();
  const worthIt = probe.webgl2 && (choice === 'webgl' || !probe.software);
  const webgl: Plan[] = worthIt ? [{ place, backend: 'webgl' }] : [];
  return choice === 'webgl' ? webgl : [...webgl, ...wasm];
}
