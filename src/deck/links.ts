/** Links that open a slide with its live figure set: `#/slide?check=…&picture=koala`. */
import { configureLinks } from '../demo/link/link-to';
import { splitFragment } from '../demo/link/state';
import { siteUrl } from '../demo/site';
import { type DemoElements, define, figuresIn } from './figures';

/** A demo whose code has come. */
interface LinkedFigure extends HTMLElement {
  openState(parameters: URLSearchParams): void;
}

/**
 * Has “Copy link” lead to the slide that a figure stands on. A link can set the first figure of a slide; any further one
 * has its own page.
 */
export function linkFiguresToSlides(): void {
  configureLinks((figure, state) => {
    const slide = figure.closest<HTMLElement>('.slide');
    if (!slide || figuresIn(slide)[0] !== figure) return undefined;
    return siteUrl(`index.html#/${slide.dataset.slide ?? slide.id}?${state}`);
  });
}

/** Sets the figure of a slide. @returns whether there is one */
export async function setFigure(slide: Element, state: URLSearchParams, demos: DemoElements): Promise<boolean> {
  const [figure] = figuresIn(slide);
  if (!figure) return false;
  await define(figure, demos);
  if ('openState' in figure) (figure as LinkedFigure).openState(state);
  return true;
}

/**
 * Listens for addresses with a state that are followed while the deck is open. Whoever else listens sees them without it:
 * begin before reveal does.
 * @param open told of the state once all have gone to the place
 */
export function followLinks(open: (place: string, state: URLSearchParams) => void): void {
  const follow = (event: HashChangeEvent) => {
    const { place, state } = splitFragment(new URL(event.newURL).hash);
    if (!state) return;
    event.stopImmediatePropagation();
    history.replaceState(null, '', location.pathname + location.search + place);
    window.dispatchEvent(new HashChangeEvent('hashchange', { newURL: location.href }));
    open(place, state);
  };
  window.addEventListener('hashchange', follow, { capture: true });
}
