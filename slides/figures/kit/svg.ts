/**
 * A small SVG builder for figures drawn in Node at build time.
 *
 * Everything is a string in the end, but markup and text never mix by accident: a `Markup` is SVG that is already
 * escaped, a plain string is text and is escaped when it becomes a child or an attribute.
 */

/** SVG source that is well formed and escaped. */
export interface Markup {
  readonly markup: string;
}

/** What an element may contain: markup, text (escaped), nothing, or lists of these. */
export type Child = Markup | string | number | null | undefined | false | readonly Child[];

/** Attribute values; `undefined` and `false` leave the attribute out. Numbers are rounded to hundredths of a pixel. */
export type Attributes = Readonly<Record<string, string | number | false | undefined>>;

/** x to the right and y down, in user units (slide pixels). */
export type Point = readonly [x: number, y: number];

/** A colour that follows the theme. A literal such as `#fff` would not, so the type leaves it out. */
export type Colour = 'none' | 'currentColor' | `var(--${string})` | `light-dark(var(--${string}), var(--${string}))`;

/** The tokens that figures use most. */
export const colour = {
  ink: 'var(--ink)',
  ink2: 'var(--ink-2)',
  muted: 'var(--muted)',
  paper: 'var(--paper)',
  paper2: 'var(--paper-2)',
  rule: 'var(--rule)',
  ruleStrong: 'var(--rule-strong)',
  accent: 'var(--accent)',
  onGround: 'var(--on-ground)',
  /** The darker and the lighter of ink and paper, whatever the theme: for photographs, which must not turn negative. */
  shade: 'light-dark(var(--ink), var(--paper))',
  shine: 'light-dark(var(--paper), var(--ink))',
} as const satisfies Record<string, Colour>;

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text made safe for element content and for quoted attributes. */
export function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** A coordinate in at most two decimals, without trailing zeros. Throws on NaN and infinity, which SVG would swallow. */
export function number(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`a coordinate is ${value}`);
  return String(Math.round(value * 100) / 100 + 0);
}

function render(child: Child): string {
  if (child === null || child === undefined || child === false) return '';
  if (typeof child === 'string') return escapeText(child);
  if (typeof child === 'number') return number(child);
  if ('markup' in child) return child.markup;
  return child.map(render).join('');
}

/** One element: `el('rect', { x: 1, width: 2 })`. Later children are drawn over earlier ones. */
export function el(name: string, attributes: Attributes = {}, ...children: Child[]): Markup {
  const list = Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? number(value) : escapeText(String(value))}"`)
    .join('');
  const content = render(children);
  return { markup: content ? `<${name}${list}>${content}</${name}>` : `<${name}${list}/>` };
}

/** `<g>`; attributes first, so that a class or a transform is read before what it governs. */
export function group(attributes: Attributes, ...children: Child[]): Markup {
  return el('g', attributes, ...children);
}

/** A group moved by (x, y). */
export function at(x: number, y: number, ...children: Child[]): Markup {
  return el('g', { transform: `translate(${number(x)} ${number(y)})` }, ...children);
}

/** A straight stroke, 1.5 px of ink unless said otherwise. */
export function line([x1, y1]: Point, [x2, y2]: Point, attributes: Attributes = {}): Markup {
  return el('line', { x1, y1, x2, y2, stroke: colour.ink, 'stroke-width': 1.5, ...attributes });
}

/** A filled rectangle (ink unless said otherwise); corners stay square. */
export function rect(x: number, y: number, width: number, height: number, attributes: Attributes = {}): Markup {
  return el('rect', { x, y, width, height, fill: colour.ink, ...attributes });
}

/** A filled circle of radius r. */
export function circle([cx, cy]: Point, r: number, attributes: Attributes = {}): Markup {
  return el('circle', { cx, cy, r, fill: colour.ink, ...attributes });
}

/** A stroked path from SVG path data. */
export function path(d: string, attributes: Attributes = {}): Markup {
  return el('path', { d, fill: 'none', stroke: colour.ink, 'stroke-width': 1.5, ...attributes });
}

/** Path data of straight segments through the points, closed when asked. */
export function through(points: readonly Point[], closed = false): string {
  return `M${points.map(([x, y]) => `${number(x)} ${number(y)}`).join('L')}${closed ? 'Z' : ''}`;
}

export interface TextOptions {
  /** `start` by default. */
  readonly anchor?: 'start' | 'middle' | 'end' | undefined;
  /** Classes of the look: `muted`, `strong`, `big` (32 px serif number), `note` (20 px italic serif). Space-separated. */
  readonly class?: string | undefined;
  /** Colour of the text where it is not ink, e.g. `colour.accent`. */
  readonly fill?: Colour | undefined;
  /** `mono` for code, bits and shapes of tensors; `serif` for mathematics and quotations. */
  readonly face?: 'mono' | 'serif' | 'serif-italic' | undefined;
  /** Pixels, 18 by default, never less. */
  readonly size?: number | undefined;
  /** True where the text stands on a filled box: no halo, and the paper's colour unless `fill` says otherwise. */
  readonly onFill?: boolean | undefined;
  /** Pixels from one line to the next; 23 by default. */
  readonly leading?: number | undefined;
  /** Degrees about the text's own point, clockwise. */
  readonly rotate?: number | undefined;
}

const faces = {
  mono: { 'font-family': 'var(--mono)', 'font-stretch': '75%', 'font-weight': 400 },
  serif: { 'font-family': 'var(--serif)', 'font-weight': 400 },
  'serif-italic': { 'font-family': 'var(--serif)', 'font-weight': 400, 'font-style': 'italic' },
} as const satisfies Record<string, Attributes>;

/**
 * A label whose first baseline is at (x, y); an array gives several lines. Colour, face and size sit on the `tspan`,
 * because the stylesheet's rule for `text` would win over the same attributes on the text itself.
 */
export function text(x: number, y: number, words: string | readonly string[], options: TextOptions = {}): Markup {
  const lines = typeof words === 'string' ? [words] : words;
  const { anchor, leading = 23, rotate } = options;
  const style: Attributes = {
    ...(options.face ? faces[options.face] : {}),
    'font-size': options.size,
    fill: options.fill ?? (options.onFill ? colour.paper : undefined),
    stroke: options.onFill ? 'none' : undefined,
  };
  return el(
    'text',
    {
      x,
      y,
      'text-anchor': anchor === 'start' ? undefined : anchor,
      class: options.class,
      transform: rotate === undefined ? undefined : `rotate(${number(rotate)} ${number(x)} ${number(y)})`,
    },
    lines.length === 1 && Object.values(style).every((value) => value === undefined)
      ? lines
      : lines.map((words, row) => el('tspan', { ...style, x, dy: row > 0 && leading }, words)),
  );
}
