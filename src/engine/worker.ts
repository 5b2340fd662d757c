import * as Comlink from 'comlink';
import { toErrorData } from './errors';
import { type DemoModels, LocalEngineHost } from './host';
import type { EngineHost, ErrorCode } from './protocol';

/** What nobody foresaw is told under the code of the call in which it happened. */
const FALLBACK_CODES: Partial<Record<keyof EngineHost, ErrorCode>> = { start: 'backend', load: 'shape', step: 'step' };

/** Offers an engine to the page that started this worker. */
export function serveEngine(demos: DemoModels): void {
  const host = new LocalEngineHost(demos);
  const guarded = new Proxy(host, {
    get: (target, name: keyof EngineHost) => {
      const method = target[name] as (...args: unknown[]) => unknown;
      return async (...args: unknown[]) => {
        try {
          return await method.apply(target, args);
        } catch (error) {
          // Comlink keeps only the message of an Error, but every field of a plain object.
          throw toErrorData(error, FALLBACK_CODES[name] ?? 'step');
        }
      };
    },
  });
  Comlink.expose(guarded);
}
