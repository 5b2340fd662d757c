/** Joins the demos and their engine to whichever face opens the house: deck, reader or embed. */
import engineScript from './engine.ts?worker&url';
import { configureSite } from './src/demo/site';
import type { EngineSource } from './src/engine/connection';
import { configureEngines } from './src/engine/engines';
import type { BackendChoice } from './src/engine/protocol';
import { startWorker } from './src/engine/start-worker';

/** A demo's name → defines its element. Nothing is fetched before that. */
export type DemoElements = ReadonlyMap<string, () => Promise<unknown>>;

const modules = import.meta.glob('./demos/*/element.ts');

/** Built chunks lie in a folder of their own, one below the pages. */
const site = new URL(import.meta.env.DEV ? './' : '../', import.meta.url);

export const engineSource: EngineSource = {
  worker: () => startWorker(new URL(engineScript, import.meta.url).href),
  page: async () => (await import('./engine')).createEngineHost(),
};

/**
 * Starts nothing: the first demo to load does.
 * @param choice of backend for all demos that do not choose; by default what the page's address asks for
 */
export function openDoors(choice: BackendChoice = backendOfPage()): DemoElements {
  configureSite(site);
  configureEngines(engineSource, choice);
  return new Map(Object.entries(modules).map(([path, define]) => [path.split('/').at(-2) as string, define]));
}

/** `?backend=webgl` or `?backend=wasm` in the page's address forces one for all its demos. */
function backendOfPage(): BackendChoice {
  const asked = new URLSearchParams(location.search).get('backend');
  return asked === 'webgl' || asked === 'wasm' ? asked : 'auto';
}
