/** Turns the talk's own inline marks (citations, facts kept as said, links) into what a face shows for them. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Link, Nodes, Parent, PhrasingContent, RootContent } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import { SKIP, visit } from 'unist-util-visit';
import type { Citation, CitedItem } from './model.ts';
import { type References, shortForm } from './references.ts';

/** How a face treats the marks in a piece of text. */
export interface Manner {
  /** What stands in place of a citation; nothing where its source is named elsewhere. */
  citation(items: readonly CitedItem[]): Element | undefined;
  /** What stands after a fact kept as said. */
  marked(now: string): Element;
  /** Address of a slide. */
  slideHref(id: string): string;
}

/** A space that no line may break at: between a number and its unit. */
const unbroken = /(\d) (?=(?:%|million|billion|kB|MB|ms|px|Hz)(?![a-z]))/g;

/**
 * A copy of the nodes in which every citation, mark and link is what the manner makes of it, ready for remark-rehype.
 */
export function typeset<N extends RootContent | PhrasingContent>(nodes: readonly N[], manner: Manner): N[] {
  const root = { type: 'root' as const, children: structuredClone([...nodes]) as RootContent[] };
  visit(root, (node: Nodes, index, parent: Parent | undefined) => {
    if (!parent || index === undefined) return undefined;
    if (node.type === 'citation' && !node.data) return placeCitation(node, index, parent, manner);
    if (node.type === 'textDirective' && node.name === 'marked') markFact(node, manner);
    if (node.type === 'text') node.value = node.value.replace(unbroken, '$1\u00a0');
    if (node.type === 'link') setLink(node, manner);
    return undefined;
  });
  return root.children as N[];
}

function placeCitation(node: Citation, index: number, parent: Parent, manner: Manner): [typeof SKIP, number] {
  const shown = manner.citation(node.items);
  const before = parent.children[index - 1];
  if (before?.type === 'text') before.value = before.value.replace(/\s+$/, '');
  parent.children.splice(index, 1, ...(shown ? [become(shown)] : []));
  return [SKIP, shown ? index + 1 : index];
}

function markFact(node: TextDirective, manner: Manner): void {
  const now = node.attributes?.now ?? '';
  node.children.push(become(manner.marked(now)));
  node.data = { ...node.data, hName: 'span', hProperties: { className: ['marked'] } };
}

function setLink(node: Link, manner: Manner): void {
  if (node.url.startsWith('#')) node.url = manner.slideHref(node.url.slice(1));
  else node.data = { ...node.data, hProperties: { target: '_blank', rel: ['noopener'] } };
}

/** A node that remark-rehype turns into the element. */
function become(element: Element): Citation {
  const children = element.children as ElementContent[];
  const data = { hName: element.tagName, hProperties: element.properties, hChildren: children };
  return { type: 'citation', value: '', items: [], data };
}

/** What one slide's texts leave for its source line: each work once, each correction once. */
export class Sources {
  readonly #items = new Map<string, CitedItem>();
  readonly #corrections: string[] = [];

  cite(items: readonly CitedItem[]): void {
    for (const item of items) this.#items.set(item.key + (item.locator ?? ''), item);
  }

  /** @returns The sign that leads from the fact to its correction. */
  correct(now: string): string {
    if (!this.#corrections.includes(now)) this.#corrections.push(now);
    return signOf(this.#corrections.indexOf(now));
  }

  get cited(): readonly CitedItem[] {
    return [...this.#items.values()];
  }

  get corrections(): readonly { sign: string; now: string }[] {
    return this.#corrections.map((now, index) => ({ sign: signOf(index), now }));
  }
}

function signOf(index: number): string {
  return ['†', '§', '¶'][index] ?? '*';
}

/** Text on a slide or in a caption: citations leave for the source line, facts kept as said get a dagger. */
export function captionManner(sources: Sources, slideHref: (id: string) => string): Manner {
  return {
    slideHref,
    citation: (items) => void sources.cite(items),
    marked: (now) => h('sup', sources.correct(now)),
  };
}

/** Running text: citations in brackets, corrections too. */
export function inlineManner(references: References, slideHref: (id: string) => string): Manner {
  return {
    slideHref,
    citation: (items) => h('span', ` (${items.map((item) => citedText(item, references)).join('; ')})`),
    marked: (now) => h('span', ` (today: ${now})`),
  };
}

/** `Razavian et al., 2014, table 2` */
export function citedText({ key, locator }: CitedItem, references: References): string {
  const reference = references.get(key);
  return [reference ? shortForm(reference) : key, locator].filter(Boolean).join(', ');
}
