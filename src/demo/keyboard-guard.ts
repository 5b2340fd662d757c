/**
 * Keys that belong to the control under the focus, and so must not reach the deck: it listens on the document, and cannot
 * see what has the focus inside a shadow root.
 */
const KEYS_OF: ReadonlyArray<{ readonly selector: string; readonly keys: readonly string[] | 'all' }> = [
  {
    selector: 'input[type="range"]',
    keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'],
  },
  { selector: 'input[type="radio"]', keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', ' '] },
  { selector: 'input[type="checkbox"]', keys: [' '] },
  { selector: 'button, summary', keys: [' ', 'Enter'] },
  { selector: 'a[href]', keys: ['Enter'] },
  { selector: 'input, textarea, select, [contenteditable]', keys: 'all' },
];

/** Whether a key pressed on this element is the element's own. Escape and Tab never are: they lead out. */
export function ownsKey(target: Element, key: string): boolean {
  if (key === 'Escape' || key === 'Tab') return false;
  const own = target.getAttribute('data-keys');
  if (own?.split(' ').includes(key)) return true;
  const rule = KEYS_OF.find(({ selector }) => target.matches(selector));
  return rule !== undefined && (rule.keys === 'all' || rule.keys.includes(key));
}

/**
 * Keeps a demo's keys from the page around it, and lets Escape leave the control under the focus.
 * An element that handles keys of its own names them: `data-keys="ArrowLeft ArrowRight"`.
 */
export function guardKeys(host: HTMLElement): void {
  host.addEventListener('keydown', (event) => {
    const target = event.composedPath()[0];
    if (!(target instanceof Element)) return;
    if (event.key === 'Escape' && target instanceof HTMLElement) {
      target.blur();
      event.stopPropagation();
    } else if (!event.ctrlKey && !event.metaKey && !event.altKey && ownsKey(target, event.key)) {
      event.stopPropagation();
    }
  });
}
