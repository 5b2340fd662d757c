/** Joins the demos and their engine to whichever face opens the house: deck, reader or embed. */
import { configureSite } from './src/demo/site';
import type { EngineSource } from './src/engine/connection';
import { configureEngines } from './src/engine/engines';
import type { BackendChoice } from './src/engine/protocol';

/** A demo's name → defines its element. Nothing is fetched before that. */
export type DemoElements = ReadonlyMap<string, () => Promise<unknown>>;

const modules = import.meta.glob('./demos/*/element.ts');

/** Built chunks lie in a folder of their own, one below the pages. */
const site = new URL(import.meta.env.DEV ? './' : '../', import.meta.url);

export const engineSource: EngineSource = {
  worker: () => new Worker(new URL('./engine.ts', import.meta.url), { type: 'module', name: 'engine' }),
  page: async () => (await import('./engine')).createEngineHost(),
};

/** Starts nothing: the first demo to load does. */
export function openDoors(): DemoElements {
  configureSite(site);
  configureEngines(engineSource, backendOfPage());
  return new Map(Object.entries(modules).map(([path, define]) => [path.split('/').at(-2) as string, define]));
}

/** `?backend=webgl` or `?backend=wasm` in the page's address forces one for all its demos. */
function backendOfPage(): BackendChoice {
  const asked = new URLSearchParams(location.search).get('backend');
  return asked === 'webgl' || asked === 'wasm' ? asked : 'auto';
}
