import { EngineClient } from './client';
import type { EngineSource } from './connection';
import type { BackendChoice } from './protocol';

const engines = new Map<BackendChoice, EngineClient>();
let source: EngineSource | undefined;
let pageChoice: BackendChoice = 'auto';

/** Called once by a page's composition root, before any demo loads. */
export function configureEngines(given: EngineSource, choice: BackendChoice): void {
  source = given;
  pageChoice = choice;
}

/**
 * The page's engine for a choice of backend. All elements that do not choose share one; one that insists on the other
 * backend gets a worker of its own.
 */
export function engineFor(choice: BackendChoice): EngineClient {
  if (!source) throw new Error('configureEngines() comes first');
  const effective = choice === 'auto' ? pageChoice : choice;
  const known = engines.get(effective);
  if (known) return known;
  const engine = new EngineClient(source, effective);
  engines.set(effective, engine);
  return engine;
}

/** For tests and the status of a page: the engines that were asked for. */
export const allEngines = (): EngineClient[] => [...engines.values()];
