/** How far a visitor's machine is from doing without the network, and what that comes to in words. */

export type OfflineState =
  /** No service worker here, or none yet: nothing is said. */
  | { readonly kind: 'silent' }
  /** The connection is paid for by the byte: the visitor decides. */
  | { readonly kind: 'offered'; readonly bytes: number }
  | { readonly kind: 'keeping'; readonly loaded: number; readonly bytes: number }
  | { readonly kind: 'ready'; readonly bytes: number }
  /** The network went, or the disk is full. What has come is kept. */
  | { readonly kind: 'stopped'; readonly bytes: number; readonly why: 'network' | 'room' };

/** A newer edition of the site: none, one that waits, or one that must wait until other windows have been closed. */
export type UpdateState = 'none' | 'waiting' | 'blocked';

export interface OfflineNews {
  readonly offline: OfflineState;
  readonly update: UpdateState;
}

const megabytes = (bytes: number): string => `${Math.max(1, Math.round(bytes / 1e6))}\u00a0MB`;

/** One short line, or nothing. */
export function offlineWords(state: OfflineState): string {
  switch (state.kind) {
    case 'silent':
      return '';
    case 'offered':
      return `All of it, models too, is ${megabytes(state.bytes)}.`;
    case 'keeping':
      return `Keeping for offline: ${megabytes(state.loaded)} of ${megabytes(state.bytes)}`;
    case 'ready':
      return `Ready for offline, ${megabytes(state.bytes)}`;
    case 'stopped':
      return state.why === 'network'
        ? 'Not all of it is kept for offline yet: the network went.'
        : `Not kept for offline: there is no room for ${megabytes(state.bytes)} here.`;
  }
}

export function updateWords(update: UpdateState): string {
  if (update === 'none') return '';
  return update === 'waiting'
    ? 'A newer edition is here. It comes by itself at the next start.'
    : 'The newer edition waits for other windows of this site to close.';
}
