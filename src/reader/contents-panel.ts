/** The list of chapters that stays at hand: a rail where the page has room beside the text, a panel under the top line elsewhere. */
import type { PlaceListener } from './place';

/** From here on the margin holds the rail. The style sheet says the same. */
const room = '(min-width: 1760px)';

/**
 * Copies the contents into the panel, and lets the top line's link open it.
 * @returns marks the entry that is being read, and unfolds its chapter alone
 */
export function followingContents(): PlaceListener {
  const contents = document.querySelector('.contents .chapters');
  const opener = document.querySelector<HTMLAnchorElement>('.top a[href="#contents"]');
  if (!contents || !opener || !('popover' in HTMLElement.prototype)) return () => undefined;
  const panel = makePanel(contents);
  opener.closest('.top')?.after(panel);
  const wide = matchMedia(room);
  const settle = () => {
    panel.popover = wide.matches ? null : 'auto';
  };
  wide.addEventListener('change', settle);
  settle();
  opener.addEventListener('click', (event) => {
    if (panel.popover === null) return;
    event.preventDefault();
    if (panel.togglePopover()) panel.focus({ preventScroll: true });
  });
  panel.addEventListener('click', (event) => {
    const followed = event.target instanceof Element && event.target.closest('a');
    if (followed && panel.popover !== null) panel.hidePopover();
  });
  panel.addEventListener('toggle', () => show(panel));
  return (entry) => mark(panel, entry);
}

function makePanel(contents: Element): HTMLElement {
  const panel = document.createElement('nav');
  panel.className = 'contents-panel';
  panel.setAttribute('aria-label', 'Contents, with your place');
  panel.tabIndex = -1;
  const list = contents.cloneNode(true) as Element;
  // One chapter open at a time, whoever opens it.
  for (const chapter of list.querySelectorAll('details')) chapter.name = 'contents-panel';
  panel.append(list);
  return panel;
}

function mark(panel: HTMLElement, entry: HTMLElement): void {
  panel.querySelector('[aria-current]')?.removeAttribute('aria-current');
  const link = panel.querySelector(`a[href="#${entry.id}"]`);
  link?.setAttribute('aria-current', 'location');
  const chapter = link?.closest('details');
  if (chapter) chapter.open = true;
  show(panel);
}

/** Scrolls the panel, and nothing round it, to the marked entry. */
function show(panel: HTMLElement): void {
  const current = panel.querySelector('[aria-current]');
  if (!current) return;
  const [own, link] = [panel.getBoundingClientRect(), current.getBoundingClientRect()];
  if (link.top < own.top || link.bottom > own.bottom) panel.scrollTop += link.top - own.top - own.height / 3;
}
