/** Every demo in every state, light and dark, wide and narrow, on one page; none of them runs. */
import type { DemoElement } from '../demo/demo-element';
import { bring, demoStates } from '../demo/still-engine';
import { element } from './element';
import './gallery.css';

type Demo = DemoElement<unknown, unknown>;
type Demos = ReadonlyMap<string, () => Promise<unknown>>;

const themes = ['light', 'dark'] as const;
const widths = ['wide', 'narrow'] as const;

/**
 * Needs `standStill()` before. `?show=NAME` shows one demo alone.
 * @param place is filled, and gets `data-ready` once every demo has been put in its state
 */
export async function showGallery(place: HTMLElement, demos: Demos, parameters: URLSearchParams): Promise<void> {
  const asked = parameters.get('show') ?? '';
  const names = demos.has(asked) ? [asked] : [...demos.keys()];
  place.className = 'gallery';
  place.append(heading([...demos.keys()]));
  for (const name of names) {
    await demos.get(name)?.();
    place.append(showDemo(name));
  }
  place.dataset.ready = '';
}

function heading(names: readonly string[]): HTMLElement {
  const link = (name: string) =>
    element(
      'li',
      {},
      element('a', { href: `?show=${name}` }, name),
      ' (',
      element('a', { href: `?demo=${name}` }, 'alive'),
      ')',
    );
  return element(
    'header',
    {},
    element('h1', {}, 'Every demo in every state'),
    element(
      'p',
      {},
      'Light and dark, 858 and 350 pixels wide. Nothing here runs: an engine that stands still holds each in its state, and what is seen are recorded results. ',
      element('a', { href: 'embedding.html' }, 'Put one in your own page.'),
    ),
    element('ul', {}, ...names.map(link)),
  );
}

function showDemo(name: string): HTMLElement {
  const strips = demoStates.flatMap((state) => themes.map((theme) => showStrip(name, state, theme)));
  return element('section', { id: name }, element('h2', {}, name), ...strips);
}

/** One state in one theme. Hue and theme stand on one element: a hue is of the theme where it is said. */
function showStrip(name: string, state: (typeof demoStates)[number], theme: string): HTMLElement {
  const { section } = customElements.get(`dl-${name}`) as unknown as typeof DemoElement;
  const cells = widths.map((width) => {
    const demo = document.createElement(`dl-${name}`) as Demo;
    bring(demo, state);
    return element('div', { class: `cell ${width}` }, demo);
  });
  return element(
    'div',
    { class: 'strip', 'data-theme': theme, 'data-section': section },
    element('h3', {}, `${state}, ${theme}`),
    ...cells,
  );
}
