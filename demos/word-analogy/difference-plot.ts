import { html, nothing, svg, type TemplateResult } from 'lit';
import { type LabelRequest, placeLabels, type Side } from './labels';
import { arrow, fitted, labelPx, lettering, mark, type Point, type Size } from './plot';
import type { DifferencesResult, Place } from './task';

const STARTS: readonly Side[] = ['left', 'below-left', 'above-left', 'above', 'below'];
const ENDS: readonly Side[] = ['right', 'above-right', 'below-right', 'above', 'below'];
const NEAR: readonly Side[] = ['right', 'above', 'below', 'left', 'above-right', 'below-right'];

/** Candidates near an arrow's end that are drawn. */
const NEAREST = 4;

/** A word on the plot, where it is drawn. */
export interface Spot extends Point {
  readonly word: string;
  readonly pair: number;
  readonly end: 0 | 1;
}

/** What the plot shows beside its result, and tells of the hand. */
export interface DifferenceOptions {
  readonly size: Size;
  readonly start: string;
  readonly end: string;
  /** The pair under the pointer or the focus. */
  readonly highlighted: number | undefined;
  /** The one word that the Tab key reaches. */
  readonly focusable: number;
  /** The arrow while it is being pulled, in pixels. */
  readonly pulled: { readonly from: Point; readonly to: Point } | undefined;
  point(pair: number | undefined): void;
  press(event: KeyboardEvent, spot: Spot): void;
}

export interface DifferenceLayout {
  readonly spots: readonly Spot[];
  /** Pixels a unit of the plane. */
  readonly scale: number;
}

/** The plane is turned so that the shared direction goes to the right. */
const turned = ({ x, y }: Point): Point => ({ x: y, y: x });

function placing({ pairs, arrow: own }: DifferencesResult, size: Size): (point: Point) => Point {
  const px = labelPx(size);
  const all = [...pairs.flat(), ...(own ? [own.from, own.tip, ...own.places.slice(0, 1)] : [])].map(turned);
  const place = fitted(all, size, { x: 4.6 * px, y: 1.2 * px });
  return (point) => place(turned(point));
}

/** Where the words stand, for whoever wants to know what a pointer is on. */
export function layOutDifferences(result: DifferencesResult, size: Size): DifferenceLayout {
  const place = placing(result, size);
  const spots = result.pairs.flatMap((pair, index) =>
    pair.map((word, end): Spot => ({ word: word.word, pair: index, end: end as 0 | 1, ...place(word) })),
  );
  return { spots, scale: place({ x: 0, y: 1 }).x - place({ x: 0, y: 0 }).x };
}

/** Pairs of words, joined, in the plane that shows what they share. */
export function differencePlot(result: DifferencesResult, options: DifferenceOptions): TemplateResult | typeof nothing {
  if (result.pairs.length === 0) return nothing;
  const { size, start, end, pulled } = options;
  const px = labelPx(size);
  const place = placing(result, size);
  const { spots } = layOutDifferences(result, size);
  const own = result.arrow && ownArrow(result.arrow, spots, place);
  const lines = result.pairs.map(([from, to]) => [place(from), place(to)] as const);
  const shade = (pair: number) =>
    options.highlighted === undefined ? '' : options.highlighted === pair ? 'lit' : 'faded';
  const title = `${result.pairs.length} pairs, ${start} to ${end}, joined; the direction they share goes to the right.`;
  return html`<svg viewBox="0 0 ${size.width} ${size.height}" role="group" aria-label=${title}>
    ${axes(options, px)}
    ${lines.map(([from, to], i) => svg`<line x1=${from.x} y1=${from.y} x2=${to.x} y2=${to.y} class="pair ${shade(i)}" />`)}
    ${own ? [arrow(own.from, own.tip, 'step own', 6), ...own.marks.map((one) => mark(one, one.radius, one.name))] : nothing}
    ${pulled ? arrow(pulled.from, pulled.to, 'step own', 6) : nothing}
    <g class="halo" aria-hidden="true">${letters(spots, lines, own, options, shade)}</g>
    ${spots.map((spot, i) => grip(spot, i, shade(spot.pair), result, options))}
  </svg>`;
}

const axes = ({ size, start, end }: DifferenceOptions, px: number): TemplateResult => svg`
  <text x=${size.width / 2} y=${size.height - 4} text-anchor="middle" class="axis px-${px - 2}">${start} → ${end}: what the pairs share</text>
  <text transform="translate(${px - 4} ${size.height / 2 - px}) rotate(-90)" text-anchor="middle" class="axis px-${px - 2}">how they differ</text>`;

type Line = readonly [Point, Point];

function letters(
  spots: readonly Spot[],
  lines: readonly Line[],
  own: OwnArrow | undefined,
  { size }: DifferenceOptions,
  shade: (pair: number) => string,
): (TemplateResult | '')[] {
  const sizePx = labelPx(size);
  const named = own?.marks.filter(({ name }) => name !== 'ring') ?? [];
  const requests: LabelRequest[] = [
    ...spots.map(({ x, y, word, end }) => ({ x, y, text: word, sizePx, radiusPx: 6, sides: end ? ENDS : STARTS })),
    ...named.map(({ x, y, word, radius, name }) => {
      return { x, y, text: word, sizePx, radiusPx: radius, sides: NEAR, optional: name === 'other' };
    }),
  ];
  const segments = own ? [...lines, [own.from, own.tip] as const] : lines;
  const ends = segments.map(([from, to]) => [from.x, from.y, to.x, to.y] as const);
  const labels = placeLabels(requests, ends, size.width, size.height - sizePx);
  return requests.map(({ text }, i) => {
    const spot = spots[i];
    const name = spot ? `${spot.end ? 'end' : 'start'} ${shade(spot.pair)}` : named[i - spots.length]?.name;
    return lettering(labels[i], text, `${name} px-${sizePx}`);
  });
}

interface OwnMark extends Point {
  readonly word: string;
  readonly radius: number;
  /** `ring` goes round a word that is on the plot already. */
  readonly name: 'from' | 'first' | 'other' | 'ring';
}

interface OwnArrow {
  readonly from: Point;
  readonly tip: Point;
  readonly marks: readonly OwnMark[];
}

/** The arrow in pixels, the word it starts from, and those nearest to its end. */
function ownArrow(
  { from, tip, places }: NonNullable<DifferencesResult['arrow']>,
  spots: readonly Spot[],
  place: (point: Point) => Point,
): OwnArrow {
  const shown = new Set(spots.map(({ word }) => word));
  const marked = (at: Place, name: OwnMark['name'], radius: number): OwnMark => ({
    word: at.word,
    ...place(at),
    name,
    radius,
  });
  const near = places.slice(0, NEAREST).flatMap((at, i): OwnMark[] => {
    if (shown.has(at.word)) return i === 0 ? [marked(at, 'ring', 11)] : [];
    return [i === 0 ? marked(at, 'first', 8) : marked(at, 'other', 4)];
  });
  const start = shown.has(from.word) ? [] : [marked(from, 'from', 5)];
  return { from: place(from), tip: place(tip), marks: [...start, ...near] };
}

function grip(spot: Spot, index: number, shade: string, { pairs }: DifferencesResult, options: DifferenceOptions) {
  const [start, end] = pairs[spot.pair] as readonly [Place, Place];
  const name = `${spot.word}, of ${start.word} and ${end.word}`;
  return svg`<g class="grip ${shade}" role="button" tabindex=${index === options.focusable ? 0 : -1} data-index=${index}
    aria-label=${name} data-keys="ArrowLeft ArrowRight ArrowUp ArrowDown Enter"
    @pointerenter=${() => options.point(spot.pair)} @pointerleave=${() => options.point(undefined)}
    @focus=${() => options.point(spot.pair)} @blur=${() => options.point(undefined)}
    @keydown=${(event: KeyboardEvent) => options.press(event, spot)}>
    <circle cx=${spot.x} cy=${spot.y} r="16" class="reach" />
    <circle cx=${spot.x} cy=${spot.y} r=${spot.end ? 6 : 5} class=${spot.end ? 'to' : 'of'} /></g>`;
}
