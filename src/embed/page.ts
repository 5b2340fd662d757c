import type { DemoElement } from '../demo/demo-element';

/** Parameters of the page's address that are not the demo's attributes. */
const PAGE_PARAMETERS = new Set(['demo', 'theme']);

/** A name in the address is only ever looked up, never made into a tag unseen. */
type Demos = ReadonlyMap<string, () => Promise<unknown>>;

/**
 * One demo alone on a page: `?demo=NAME` chooses it, every other parameter becomes an attribute of it, `theme=light` or
 * `theme=dark` forces a theme. An unknown name gets a list of those there are.
 */
export async function showDemo(place: HTMLElement, demos: Demos, parameters: URLSearchParams): Promise<void> {
  const theme = parameters.get('theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  const name = parameters.get('demo') ?? '';
  const define = demos.get(name);
  if (!define) {
    place.append(listOf([...demos.keys()], name));
    return;
  }
  const title = name.replaceAll('-', ' ');
  document.title = `${title} · The State of Deep Learning in 2014`;
  await define();
  const demo = document.createElement(`dl-${name}`) as DemoElement<unknown, unknown>;
  const { observedAttributes } = demo.constructor as typeof DemoElement;
  for (const [attribute, value] of parameters) {
    if (PAGE_PARAMETERS.has(attribute)) continue;
    if (observedAttributes.includes(attribute)) demo.setAttribute(attribute, value);
    else console.warn(`<dl-${name}> has no attribute “${attribute}”`);
  }
  place.append(heading(title), demo);
}

/** For those who go through a page by its headings; the card itself needs none. */
function heading(text: string): HTMLElement {
  const element = document.createElement('h1');
  element.className = 'unseen';
  element.textContent = text;
  return element;
}

function listOf(names: readonly string[], asked: string): HTMLElement {
  const section = document.createElement('section');
  const heading = document.createElement('h1');
  heading.textContent = asked ? `There is no demo “${asked}”` : 'Live figures';
  const list = document.createElement('ul');
  for (const name of names) {
    const link = document.createElement('a');
    link.href = `?demo=${name}`;
    link.textContent = name;
    const item = document.createElement('li');
    item.append(link);
    list.append(item);
  }
  section.append(heading, list);
  return section;
}
