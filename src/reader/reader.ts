/** What the article does beyond being read: figures come alive near the reader, and the top line says where one is. */
import { restoreTheme, toggleTheme } from '../look/theme';

/** A demo's name, without `dl-`, → defines its element. */
export type DemoElements = ReadonlyMap<string, () => Promise<unknown>>;

/** A page's height ahead: time enough for a small script, and nothing is fetched that is never reached. */
const nearMargin = '100% 0px';

/** Works on a page that the compiler has filled with the article. Loads no model: every figure waits to be asked. */
export function openReader(demos: DemoElements): void {
  restoreTheme();
  defineNearby(demos);
  followPlace();
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
  // On paper every figure shows its still.
  window.addEventListener('beforeprint', () => {
    for (const define of demos.values()) void define();
  });
}

/** Names the chapter in the top line, and lets “Slides” lead to the slide that is being read about. */
function followPlace(): void {
  const place = document.getElementById('place');
  const link = document.querySelector<HTMLAnchorElement>('#to-slides');
  if (!place || !link) return;
  const passing = new IntersectionObserver(
    (entries) => {
      const entry = entries.filter(({ isIntersecting }) => isIntersecting).at(-1)?.target;
      const chapter = entry?.closest<HTMLElement>('.chapter');
      if (!entry || !chapter) return;
      document.body.dataset.section = chapter.dataset.section;
      place.textContent = chapter.dataset.title ?? '';
      link.href = `index.html#/${entry.id}`;
    },
    { rootMargin: '-20% 0px -75% 0px' },
  );
  for (const entry of document.querySelectorAll('.entry, .masthead')) passing.observe(entry);
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
