/** Composition root of the engine: joins every `demos/NAME/model.ts` to it. Runs in a worker, or in a page that has none. */
import { type DemoModels, LocalEngineHost } from './src/engine/host';
import type { DemoModelFactory } from './src/engine/model';
import type { EngineHost } from './src/engine/protocol';
import { serveEngine } from './src/engine/worker';

const models = import.meta.glob<DemoModelFactory>('./demos/*/model.ts', { import: 'default' });
const demos: DemoModels = Object.fromEntries(
  Object.entries(models).map(([path, load]) => [path.split('/').at(-2) as string, load]),
);

export const createEngineHost = (): EngineHost => new LocalEngineHost(demos);

if (typeof document === 'undefined') serveEngine(demos);
