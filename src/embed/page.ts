import { commonAttributes } from '../demo/attributes';
import type { DemoElement } from '../demo/demo-element';
import { element } from './element';
import { reportHeight } from './height';

/** Parameters of the page's address that are not the demo's attributes. */
const PAGE_PARAMETERS = new Set(['demo', 'theme']);

/** A name in the address is only ever looked up, never made into a tag unseen. */
type Demos = ReadonlyMap<string, () => Promise<unknown>>;

/**
 * One demo alone on a page: `?demo=NAME` chooses it, every other parameter becomes an attribute of it, `theme=light` or
 * `theme=dark` forces a theme. An unknown name gets a list of those there are. In a frame it tells its height.
 */
export async function showDemo(place: HTMLElement, demos: Demos, parameters: URLSearchParams): Promise<void> {
  const theme = parameters.get('theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  const name = parameters.get('demo') ?? '';
  reportHeight(place, name);
  const define = demos.get(name);
  if (!define) {
    place.append(listOf([...demos.keys()], name));
    return;
  }
  const title = name.replaceAll('-', ' ');
  document.title = `${title} · The State of Deep Learning in 2014`;
  linkOembed(name);
  await define();
  const demo = document.createElement(`dl-${name}`) as DemoElement<unknown, unknown>;
  place.dataset.section = (demo.constructor as typeof DemoElement).section;
  const state = new URLSearchParams();
  for (const [attribute, value] of parameters) {
    if (PAGE_PARAMETERS.has(attribute)) continue;
    if (attribute in commonAttributes && attribute !== 'seed') demo.setAttribute(attribute, value);
    else state.append(attribute, value);
  }
  demo.openState(state);
  // For those who go through a page by its headings; the card itself needs none.
  place.append(element('h1', { class: 'unseen' }, title), demo);
}

/** A built site that knows its own address has a description of each demo for those who embed by address (oEmbed). */
function linkOembed(name: string): void {
  const folder = document.querySelector<HTMLMetaElement>('meta[name="oembed"]')?.content;
  if (!folder) return;
  const href = `${folder}${name}.json`;
  document.head.append(element('link', { rel: 'alternate', type: 'application/json+oembed', href }));
}

function listOf(names: readonly string[], asked: string): HTMLElement {
  const links = names.map((name) => element('li', {}, element('a', { href: `?demo=${name}` }, name)));
  return element('section', {}, element('h1', {}, `There is no demo “${asked}”`), element('ul', {}, ...links));
}
