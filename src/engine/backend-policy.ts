import type { BackendChoice, BackendName, GraphicsProbe } from './protocol';

export type Place = 'worker' | 'page';

export interface Plan {
  readonly place: Place;
  readonly backend: BackendName;
}

export interface Surroundings {
  /** What a worker can draw on; absent where no worker can be had. */
  readonly worker?: GraphicsProbe;
  readonly page: GraphicsProbe;
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
  const webgl = places
    .filter((place) => {
      const probe = around[place];
      return probe?.webgl2 && (choice === 'webgl' || !probe.software);
    })
    .map((place): Plan => ({ place, backend: 'webgl' }));
  const wasm = places.map((place): Plan => ({ place, backend: 'wasm' }));
  if (choice === 'webgl') return webgl;
  return choice === 'wasm' ? wasm : [...webgl, ...wasm];
}
