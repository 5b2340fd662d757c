import { proxy, type Remote, wrap } from 'comlink';
import { type Place, type Plan, plans, type Surroundings } from './backend-policy';
import { DemoError, toDemoError } from './errors';
import { givenFiles } from './given-files';
import { probeGraphics } from './graphics';
import type { BackendChoice, EngineHost, EngineInfo, GraphicsProbe } from './protocol';

/** How a page starts an engine; given by the composition root, which alone knows the demos. */
export interface EngineSource {
  /** @throws where the page's policy or the browser's age forbids workers */
  worker(): Worker;
  /** The same engine in this thread, imported only where no worker will do. */
  page(): Promise<EngineHost>;
}

export type RemoteHost = EngineHost | Remote<EngineHost>;

/** A started engine. `end` kills a worker and whatever it was doing; an engine in the page forgets all it holds. */
export interface Connection {
  readonly host: RemoteHost;
  readonly info: EngineInfo;
  readonly place: Place;
  end(): void;
}

const HANDSHAKE_MS = 20_000;

interface OpenWorker {
  readonly host: Remote<EngineHost>;
  readonly probe: GraphicsProbe;
  end(): void;
}

/**
 * Starts an engine in the best place there is.
 * @param onLost called when its GPU context goes
 * @throws DemoError `backend` if nothing that was asked for starts
 */
export async function connect(
  source: EngineSource,
  choice: BackendChoice,
  onLost: (reason: string) => void,
): Promise<Connection> {
  const worker = await openWorker(source);
  const around: Surroundings = { page: probeGraphics, ...(worker && { worker: worker.probe }) };
  let failure = new DemoError('backend', 'There is no WebGL 2 here, in a worker or in the page.', choice);
  for (const plan of plans(choice, around)) {
    try {
      return await startPlan(plan, source, worker, onLost);
    } catch (error) {
      failure = toDemoError(error, 'backend');
    }
  }
  worker?.end();
  throw failure;
}

async function startPlan(
  plan: Plan,
  source: EngineSource,
  worker: OpenWorker | undefined,
  onLost: (reason: string) => void,
): Promise<Connection> {
  if (plan.place === 'worker' && worker) {
    if (givenFiles().size > 0) await worker.host.give(givenFiles());
    const info = await worker.host.start(plan.backend, proxy(onLost));
    return { host: worker.host, info, place: 'worker', end: worker.end };
  }
  const host = await source.page();
  const info = await host.start(plan.backend, onLost);
  worker?.end();
  return { host, info, place: 'page', end: () => host.end() };
}

/** A worker that answers, or nothing: some policies let the constructor pass and stop the script afterwards. */
async function openWorker(source: EngineSource): Promise<OpenWorker | undefined> {
  let worker: Worker;
  try {
    worker = source.worker();
  } catch {
    return undefined;
  }
  const host = wrap<EngineHost>(worker);
  const end = () => worker.terminate();
  let timer = 0;
  const silence = new Promise<undefined>((resolve) => {
    worker.addEventListener('error', () => resolve(undefined), { once: true });
    timer = window.setTimeout(resolve, HANDSHAKE_MS);
  });
  const probe = await Promise.race([host.probe(), silence]);
  window.clearTimeout(timer);
  if (probe) return { host, probe, end };
  end();
  return undefined;
}
