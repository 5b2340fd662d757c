/** What every figure must keep to, as functions that list the faults they find. For tests. */

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** How much text in this element is enlarged or shrunk by the transforms around it. */
  readonly scale: number;
}

const token = /<(\/?)([A-Za-z][\w:-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;
const strayAmpersand = /&(?!(?:amp|lt|gt|quot|#39|#\d+|#x[\da-f]+);)/i;

/** Reads a drawing strictly, as an XML parser would. Throws a SyntaxError at the first place that is not well formed. */
export function readElements(svg: string): Element[] {
  const open: Element[] = [];
  const elements: Element[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < svg.length) {
    const from = token.lastIndex;
    const found = token.exec(svg);
    if (!found) throw new SyntaxError(`not well formed at “${svg.slice(from, from + 60)}”`);
    const [whole, slash, name = '', list = '', selfClosed] = found;
    if (strayAmpersand.test(whole)) throw new SyntaxError(`a bare ampersand in “${whole.slice(0, 60)}”`);
    if (!name) continue;
    if (slash) {
      const last = open.pop();
      if (last?.name !== name) throw new SyntaxError(`</${name}> closes <${last?.name ?? 'nothing'}>`);
      continue;
    }
    const element = describeElement(name, list, open.at(-1)?.scale ?? 1);
    elements.push(element);
    if (!selfClosed) open.push(element);
  }
  if (open.length > 0) throw new SyntaxError(`<${open.at(-1)?.name}> is never closed`);
  return elements;
}

function describeElement(name: string, list: string, around: number): Element {
  const pairs = [...list.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value] as const);
  const attributes = Object.fromEntries(pairs);
  if (Object.keys(attributes).length !== pairs.length) throw new SyntaxError(`<${name}> has an attribute twice`);
  const scales = [...(attributes.transform ?? '').matchAll(/scale\(([^)]*)\)/g)].map(([, factors = '']) =>
    Math.min(...factors.split(/[\s,]+/).map((factor) => Math.abs(Number(factor)))),
  );
  return { name, attributes, scale: scales.reduce((product, factor) => product * factor, around) };
}

const allowedElements = new Set([
  'svg',
  'title',
  'desc',
  'g',
  'a',
  'path',
  'line',
  'rect',
  'circle',
  'ellipse',
  'polygon',
  'polyline',
  'text',
  'tspan',
]);
const themed =
  /^(?:none|currentColor|var\(--[\w-]+\)|light-dark\(var\(--[\w-]+\), var\(--[\w-]+\)\)|color-mix\(in oklab, [^#]+\))$/;
const colourAttributes = ['fill', 'stroke', 'color', 'stop-color'];
const smallest = 18;

/** Elements, colours and sizes of text that a figure may not have. */
export function faults(elements: readonly Element[]): string[] {
  return elements.flatMap(({ name, attributes, scale }) => {
    const list: string[] = [];
    if (!allowedElements.has(name)) list.push(`<${name}> is not drawn with`);
    if ('style' in attributes) list.push(`<${name}> has a style of its own`);
    for (const key of colourAttributes) {
      const value = attributes[key];
      if (value !== undefined && !themed.test(value)) list.push(`${key}="${value}" does not follow the theme`);
    }
    if (name === 'text' || name === 'tspan') {
      const size = Number(attributes['font-size'] ?? smallest) * scale;
      if (!(size >= smallest)) list.push(`text of ${size} px`);
    }
    return list;
  });
}

/** Paths in some JSON to numbers that no `source` beside or above them covers. */
export function unsourced(value: unknown, path = '', covered = false): string[] {
  if (typeof value === 'number') return covered ? [] : [path];
  if (typeof value !== 'object' || value === null) return [];
  const here = covered || (!Array.isArray(value) && sourcesOf(value).length > 0);
  return Object.entries(value).flatMap(([key, inner]) => unsourced(inner, `${path}/${key}`, here));
}

function sourcesOf(value: object): string[] {
  const source = (value as { source?: unknown }).source;
  return [source].flat().filter((key): key is string => typeof key === 'string' && key !== '');
}

/** Every key under a `source` field, at any depth. */
export function citedKeys(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = Array.isArray(value) ? [] : sourcesOf(value);
  return [...own, ...Object.values(value).flatMap(citedKeys)];
}
