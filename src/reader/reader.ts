/** What the article does beyond being read: figures come alive near the reader, and the top line says where one is. */
import { restoreTheme, toggleTheme } from '../look/theme';
import { offlineLine } from '../offline/line';
import { followingContents } from './contents-panel';
import { linkFigures } from './links';
import { followPlace, topLine } from './place';
import { previewNotes } from './previews';

/** A demo's name, without `dl-`, → defines its element. */
export type DemoElements = ReadonlyMap<string, () => Promise<unknown>>;

/** A page's height ahead: time enough for a small script, and nothing is fetched that is never reached. */
const nearMargin = '100% 0px';

/** Works on a page that the compiler has filled with the article. Loads no model: every figure waits to be asked. */
export function openReader(demos: DemoElements): void {
  restoreTheme();
  defineNearby(demos);
  linkFigures(demos);
  const listeners = [topLine(), followingContents()];
  followPlace((entry) => {
    for (const tell of listeners) tell(entry);
  });
  previewNotes();
  document.querySelector('.contents')?.append(offlineLine());
  offerTheme();
  letFiguresScroll();
}

function defineNearby(demos: DemoElements): void {
  const near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        near.unobserve(target);
        void demos.get(target.localName.replace('dl-', ''))?.();
      }
    },
    { rootMargin: nearMargin },
  );
  for (const demo of document.querySelectorAll('[caption-side]')) near.observe(demo);
  // Paper has no margin that a still could come near to.
  window.addEventListener('beforeprint', () => {
    for (const still of document.querySelectorAll<HTMLImageElement>('.still img')) still.loading = 'eager';
  });
}

function offerTheme(): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Light or dark';
  button.addEventListener('click', () => toggleTheme());
  document.querySelector('.top nav')?.append(button);
}

/** On a narrow page drawings keep their letters legible and scroll; the keyboard must reach what scrolls. */
function letFiguresScroll(): void {
  const stages = document.querySelectorAll<HTMLElement>('figure.frame > .frame-body > .frame-stage');
  const update = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (!(target instanceof HTMLElement)) continue;
      if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
      else target.removeAttribute('tabindex');
    }
  });
  for (const stage of stages) update.observe(stage);
}
