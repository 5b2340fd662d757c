/** Light or dark, as the page around a demo is: a page that knows no dark must not get a dark figure. */

const system = matchMedia('(prefers-color-scheme: dark)');

/**
 * `data-theme="light"` or `"dark"` on the demo decides. Otherwise it follows the `color-scheme` of the page where it
 * stands, and the reader's system only where the page follows that too.
 */
export function isDark(demo: HTMLElement): boolean {
  const { theme } = demo.dataset;
  if (theme === 'light' || theme === 'dark') return theme === 'dark';
  const around = demo.parentElement ?? (demo.getRootNode() as Partial<ShadowRoot>).host ?? document.documentElement;
  const said = getComputedStyle(around).colorScheme;
  const scheme = said === 'normal' || !said ? schemeOfPage() : said;
  return scheme.includes('dark') && (system.matches || !scheme.includes('light'));
}

function schemeOfPage(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="color-scheme"]')?.content ?? 'light';
}

/** Calls when `isDark` may have changed. @returns what ends that */
export function onSchemeChange(demo: HTMLElement, changed: () => void): () => void {
  const switches = new MutationObserver(changed);
  const named = { attributes: true, attributeFilter: ['class', 'style', 'data-theme', 'data-color-scheme'] };
  for (const element of [document.documentElement, document.body]) switches.observe(element, named);
  switches.observe(demo, { attributes: true, attributeFilter: ['data-theme'] });
  system.addEventListener('change', changed);
  return () => {
    switches.disconnect();
    system.removeEventListener('change', changed);
  };
}
