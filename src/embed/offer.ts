/** The page on which one chooses a demo, sets it, sees it, and copies what puts it into another page. */
import { type AttributeSchema, commonAttributes } from '../demo/attributes';
import type { DemoElement } from '../demo/demo-element';
import { directives, policy } from './directives';
import { element } from './element';
import { fieldsFor } from './fields';
import { openTokens } from './open-tokens';
import { asFrame, asPackage, asScript, type Chosen, titleOf } from './snippets';

type Demos = ReadonlyMap<string, () => Promise<unknown>>;

const theme: AttributeSchema = {
  'data-theme': { type: 'string', values: ['light', 'dark'], description: 'As the page around it says, if not set.' },
};

/** @param site where `embed.js` and its pages lie, with a slash at the end */
export function offerDemos(place: HTMLElement, demos: Demos, site: URL): void {
  const asked = new URLSearchParams(location.search).get('demo') ?? '';
  const first = demos.has(asked) ? asked : ([...demos.keys()][0] as string);
  const bench = element('div', { class: 'bench' });
  const show = async (name: string) => {
    await demos.get(name)?.();
    bench.replaceChildren(...benchFor(name, site));
  };
  place.replaceChildren(choice([...demos.keys()], first, show), bench, ...reference(site));
  void show(first);
}

function choice(names: readonly string[], first: string, show: (name: string) => Promise<void>): HTMLElement {
  const options = names.map((name) => {
    const input = element('input', { type: 'radio', name: 'demo', value: name });
    input.checked = name === first;
    input.addEventListener('change', () => show(name));
    return element('label', {}, input, name);
  });
  return element('fieldset', { class: 'choice demos' }, element('legend', { class: 'unseen' }, 'Demo'), ...options);
}

/** Preview, fields and code of one demo. */
function benchFor(name: string, site: URL): HTMLElement[] {
  const demo = document.createElement(`dl-${name}`);
  const { attributeSchema } = demo.constructor as typeof DemoElement;
  const { seed, number, backend } = commonAttributes;
  const schema = { ...attributeSchema, seed, number, backend, ...theme };
  const code = element('section', { class: 'code' });
  const write = () => code.replaceChildren(...snippets(demo, name, schema, site));
  new MutationObserver(write).observe(demo, { attributes: true });
  write();
  return [
    element('section', { class: 'settings' }, element('h2', {}, 'Set it'), fieldsFor(demo, schema)),
    element('section', { class: 'preview' }, element('h2', {}, 'As it will be'), demo),
    code,
  ];
}

function snippets(demo: HTMLElement, name: string, schema: AttributeSchema, site: URL): HTMLElement[] {
  const set = Object.keys(schema).flatMap((attribute) => {
    const value = demo.getAttribute(attribute);
    return value === null || value === String(schema[attribute]?.default) ? [] : [[attribute, value] as const];
  });
  const chosen: Chosen = { demo: name, attributes: Object.fromEntries(set) };
  const height = Math.ceil(demo.getBoundingClientRect().height) || 640;
  return [
    snippet('Script', 'For a page that you write yourself.', asScript(chosen, site.href)),
    snippet(
      'Frame',
      'For places that take no scripts from elsewhere; the second part is there for its height, and may be left out.',
      asFrame(chosen, site.href, height, titleOf(name)),
    ),
    snippet('Package', 'For an app with a bundler.', asPackage(chosen, site.href)),
  ];
}

function snippet(title: string, words: string, code: string): HTMLElement {
  const button = element('button', { type: 'button', class: 'button', 'aria-label': `Copy ${title}` }, 'Copy');
  const text = element('code', {}, code);
  button.addEventListener('click', async () => {
    const done = await navigator.clipboard?.writeText(code).then(
      () => true,
      () => false,
    );
    if (!done) getSelection()?.selectAllChildren(text);
    button.textContent = done ? 'Copied' : 'Selected';
  });
  const head = element('div', { class: 'head' }, element('h3', {}, title), element('p', {}, words), button);
  // Long lines scroll, and so must be reached by keys.
  return element('div', { class: 'snippet' }, head, element('pre', { tabindex: '0', 'aria-label': title }, text));
}

function reference(site: URL): HTMLElement[] {
  const needed = directives(site.origin);
  const tokens = openTokens.map((token) => element('code', {}, `--dl-${token}`));
  return [
    element(
      'section',
      { class: 'reference' },
      element('h2', {}, 'If your page has a Content Security Policy'),
      element('p', {}, 'These directives are what a figure needs; the tests of this site use exactly them.'),
      element('table', {}, ...needed.map(({ name, sources, why }) => line(`${name} ${sources.join(' ')}`, why))),
      snippet('Header', 'What to add to the header.', policy(needed)),
    ),
    element(
      'section',
      { class: 'reference' },
      element('h2', {}, 'What your style may change'),
      element('p', {}, 'Where the figure stands is yours: margin, width, position, order. Inside, these are open:'),
      element('p', { class: 'tokens' }, ...tokens.flatMap((token) => [token, ' '])),
      element('p', {}, 'and the parts ', element('code', {}, '::part(card | stage | controls | status)'), '. '),
      element('p', {}, 'A figure is dark where your page’s ', element('code', {}, 'color-scheme'), ' is.'),
    ),
  ];
}

const line = (term: string, words: string): HTMLElement =>
  element('tr', {}, element('th', { scope: 'row' }, element('code', {}, term)), element('td', {}, words));
