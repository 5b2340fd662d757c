import { store } from './store';

export type Theme = 'light' | 'dark';

const key = 'theme';

/** Sets the theme that was chosen on an earlier visit; without a choice the page follows the system. */
export function restoreTheme(): void {
  const chosen = store.read(key);
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen;
}

/** Turns to the other theme and remembers it. A choice that agrees with the system is none: the page follows again. */
export function toggleTheme(): Theme {
  const system: Theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  const root = document.documentElement;
  const next: Theme = (root.dataset.theme ?? system) === 'dark' ? 'light' : 'dark';
  if (next === system) delete root.dataset.theme;
  else root.dataset.theme = next;
  store.write(key, root.dataset.theme);
  return next;
}
