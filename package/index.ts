/** Composition root of the package: how its engine starts, where weights are, and that its demos are guests wherever they stand. */
import { configureModels, configureSite } from '../src/demo/site';
import { dressDemos } from '../src/embed/dress';
import type { EngineSource } from '../src/engine/connection';
import { configureEngines } from '../src/engine/engines';
import { giveFiles } from '../src/engine/given-files';
import type { BackendChoice } from '../src/engine/protocol';

/** Put in by the build, as a bundler must read it: the file beside this one. */
declare const ENGINE_SCRIPT: string;

const engineSource: EngineSource = {
  worker: () => new Worker(new URL(ENGINE_SCRIPT, import.meta.url), { type: 'module', name: 'engine' }),
  page: async () => (await import('../engine')).createEngineHost(),
};

configureEngines(engineSource, 'auto');
dressDemos();

export interface Configuration {
  /** Folder of the model folders, absolute or relative to the page; its server must allow other origins (CORS). */
  readonly models: string | URL;
  /** Weights in hand, which are not fetched: path below `models` → content, `SHA256SUMS` of each folder included. */
  readonly files?: ReadonlyMap<string, Blob>;
  /** Where the demos' own pages lie, for “Copy link”; by default the folder above the models. */
  readonly site?: string | URL;
  /** For all demos that do not choose by their own attribute. */
  readonly backend?: BackendChoice;
}

/** Comes before the first demo loads. Without it a demo needs the attribute `src`. */
export function configure({ models, files = new Map(), site, backend = 'auto' }: Configuration): void {
  const folder = new URL(String(models).replace(/\/?$/, '/'), document.baseURI);
  configureModels(folder);
  giveFiles(new Map([...files].map(([path, content]) => [new URL(path, folder).href, content])));
  configureSite(site === undefined ? new URL('../', folder) : new URL(site, document.baseURI));
  configureEngines(engineSource, backend);
}
