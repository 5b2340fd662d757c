/** Links that open the article at a figure, and set it: `#slide?check=…&picture=koala`. */
import { configureLinks } from '../demo/link/link-to';
import { splitFragment } from '../demo/link/state';
import { siteUrl } from '../demo/site';
import type { DemoElements } from './reader';

/** A demo whose code has come. */
interface LinkedFigure extends HTMLElement {
  openState(parameters: URLSearchParams): void;
}

const FIGURE = '[caption-side]';

/** Has “Copy link” lead to the entry that a figure stands in, and follows such links. */
export function linkFigures(demos: DemoElements): void {
  configureLinks((figure, state) => {
    const entry = figure.closest('.entry');
    return entry?.querySelector(FIGURE) === figure ? siteUrl(`read.html#${entry.id}?${state}`) : undefined;
  });
  const follow = () => void openLink(demos);
  window.addEventListener('hashchange', follow);
  follow();
}

async function openLink(demos: DemoElements): Promise<void> {
  const { place, state } = splitFragment(location.hash);
  if (!state) return;
  // The browser finds the place as soon as the address is that of a place again.
  location.replace(place || '#');
  const target = placeOf(place);
  const figure = target?.matches(FIGURE) ? target : target?.querySelector(FIGURE);
  if (!figure) {
    console.warn('This link has a state for a live figure, and leads to none.');
    return;
  }
  await demos.get(figure.localName.replace('dl-', ''))?.();
  if ('openState' in figure) (figure as LinkedFigure).openState(state);
}

/** What a fragment names, if anything: whoever cuts an address may cut a letter's code in two. */
function placeOf(fragment: string): HTMLElement | null {
  try {
    return document.getElementById(decodeURIComponent(fragment.slice(1)));
  } catch {
    return null;
  }
}
