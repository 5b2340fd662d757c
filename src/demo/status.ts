import { html, type TemplateResult } from 'lit';
import type { DemoError } from '../engine/errors';
import type { LoadProgress } from '../engine/protocol';
import type { DemoState, LoadedReport } from './lifecycle';

export interface StatusFacts {
  readonly state: DemoState;
  readonly progress: LoadProgress | undefined;
  readonly loaded: LoadedReport | undefined;
  readonly milliseconds: number | undefined;
  readonly error: DemoError | undefined;
  /** Something worth saying that is no failure: an input that was refused, a loss that is being mended. */
  readonly notice: string | undefined;
}

const BACKEND_NAMES = { webgl: 'WebGL', wasm: 'WASM' } as const;

/** The left half of the status line: state, backend, size, time. */
export function statusLine(facts: StatusFacts): TemplateResult {
  const [word, ...rest] = words(facts);
  return html`<b>${word}</b>${rest.map((part) => ` · ${part}`)}${
    facts.notice ? html` · <span class="notice" role="alert">${facts.notice}</span>` : ''
  }`;
}

function words({ state, progress, loaded, milliseconds, error }: StatusFacts): string[] {
  if (state === 'idle') return ['Still', 'a recorded result'];
  if (state === 'loading') return ['Loading', loadingWords(progress)];
  if (state === 'error') return ['Stopped', ...[error?.code, error?.detail].filter((part): part is string => !!part)];
  const place = loaded ? [placeWords(loaded), megabytes(loaded.bytes)] : [];
  if (state === 'ready') return ['Ready', ...place];
  return ['Running', ...place, ...(milliseconds === undefined ? [] : [duration(milliseconds)])];
}

function loadingWords(progress: LoadProgress | undefined): string {
  if (!progress?.totalBytes) return 'starting';
  if (progress.loadedBytes >= progress.totalBytes) return 'warming up';
  return `${(progress.loadedBytes / 1e6).toFixed(1)} of ${megabytes(progress.totalBytes)}`;
}

/** A GPU in the page can make the page wait; that is worth a word. */
const placeWords = ({ backend, place }: LoadedReport): string =>
  BACKEND_NAMES[backend] + (place === 'page' ? ' in the page' : '');

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)}\u00a0MB`;

const duration = (ms: number): string => `${ms < 10 ? ms.toFixed(1) : Math.round(ms)}\u00a0ms`;
