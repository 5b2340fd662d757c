import { ownsKey } from '../demo/keyboard-guard';

/** A key of ours, as `KeyboardEvent.key` names it in lower case, and what it does. */
export type Keys = ReadonlyMap<string, () => void>;

/**
 * Whether the deck may act on a key: not while a dialog is open, and not where the focused control has its own use for
 * it (a field takes all, a button takes Space and Enter). reveal only knows fields that are not in a shadow root.
 */
export function deckMayAct(event: KeyboardEvent): boolean {
  if (document.querySelector('dialog[open]')) return false;
  const target = event.composedPath?.()[0];
  return !(target instanceof Element && ownsKey(target, event.key));
}

/** Listens for our own keys, by what they write and not by where they lie: `?` is on another key in Paris. */
export function bindKeys(keys: Keys): void {
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !deckMayAct(event)) return;
      const act = keys.get(event.key.toLowerCase());
      if (!act) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      act();
    },
    true,
  );
}
