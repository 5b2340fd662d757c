/** Keeps the whole site on the visitor's machine, says so, and brings a newer edition only when it is asked to. */
import type { Workbox } from 'workbox-window';
import type { OfflineNews, OfflineState } from './state';

/** What a face may do about it. */
export interface Offline {
  /** Fetches what is missing, where that waits for the visitor. */
  keep(): void;
  /** Puts the newer edition in place and reloads, if this is the site's only window. */
  update(): void;
}

/** After the page has loaded: whoever only passes by fetches nothing. */
const SETTLE_MS = 5000;

/** Held by every window of the site for as long as it is open. */
const WINDOW_LOCK = 'dl-window';

/** @param site where `sw.js` lies @param tell hears all news, the first when there is any */
export function openOffline(site: URL, tell: (news: OfflineNews) => void): Offline {
  const host = new OfflineHost(site, tell);
  if (isPossible()) void host.start();
  return host;
}

/** In a sandboxed frame even asking is an error. */
function isPossible(): boolean {
  try {
    return import.meta.env.PROD && 'serviceWorker' in navigator && 'caches' in window && isSecureContext;
  } catch {
    return false;
  }
}

class OfflineHost implements Offline {
  #news: OfflineNews = { offline: { kind: 'silent' }, update: 'none' };
  #workbox: Workbox | undefined;
  #keep: (() => Promise<void>) | undefined;

  constructor(
    private readonly site: URL,
    private readonly tell: (news: OfflineNews) => void,
  ) {}

  async start(): Promise<void> {
    void navigator.locks?.request(WINDOW_LOCK, { mode: 'shared' }, () => new Promise(() => undefined));
    await settled();
    try {
      await this.#register();
    } catch {
      return; // forbidden here, or no such file: the site works as before
    }
    await this.#weights().catch(() => undefined);
  }

  keep(): void {
    void this.#keep?.();
  }

  async update(): Promise<void> {
    const { held = [] } = (await navigator.locks?.query()) ?? {};
    if (held.filter(({ name }) => name === WINDOW_LOCK).length > 1) return this.#say({ update: 'blocked' });
    this.#workbox?.addEventListener('controlling', () => location.reload());
    this.#workbox?.messageSkipWaiting();
  }

  async #register(): Promise<void> {
    const { Workbox } = await import('workbox-window');
    const workbox = new Workbox(new URL('sw.js', this.site).href);
    workbox.addEventListener('waiting', () => this.#say({ update: 'waiting' }));
    await workbox.register();
    this.#workbox = workbox;
    await navigator.serviceWorker.ready;
  }

  async #weights(): Promise<void> {
    const { keepAll, missingWeights, readInventory } = await import('./keeper');
    const { totalBytes } = await import('./inventory');
    const inventory = await readInventory(this.site);
    const bytes = totalBytes(inventory);
    const tell = (offline: OfflineState) => this.#say({ offline });
    this.#keep = () => keepAll(this.site, inventory, tell);
    const missing = await missingWeights(this.site, inventory);
    if (missing.length > 0 && isMetered()) tell({ kind: 'offered', bytes });
    else await this.#keep();
  }

  #say(news: Partial<OfflineNews>): void {
    this.#news = { ...this.#news, ...news };
    this.tell(this.#news);
  }
}

async function settled(): Promise<void> {
  if (document.readyState !== 'complete') await new Promise((resolve) => addEventListener('load', resolve));
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
}

/** What Chromium knows of the connection; elsewhere nobody says. */
interface Connection {
  readonly saveData?: boolean;
  readonly type?: string;
  readonly effectiveType?: string;
}

/** Whether bytes cost the visitor money, or patience. */
function isMetered(): boolean {
  const { connection } = navigator as Navigator & { readonly connection?: Connection };
  return Boolean(connection?.saveData || connection?.type === 'cellular' || /2g/.test(connection?.effectiveType ?? ''));
}
