/** Places labels beside the points of a plot, so that they cover neither each other nor points nor lines. */
import type { Point } from './svg.ts';

export type Side = 'right' | 'left' | 'above' | 'below' | 'above-right' | 'above-left' | 'below-right' | 'below-left';

export interface LabelRequest {
  readonly at: Point;
  readonly words: string;
  /** Font size in pixels. */
  readonly size: number;
  /** Of the point's mark, in pixels. */
  readonly radius: number;
  /** Sides to try, best first; every side otherwise. */
  readonly sides?: readonly Side[];
}

export interface Label {
  readonly x: number;
  /** Base line. */
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** Left, top, right, bottom. */
export type Box = readonly [number, number, number, number];

export interface LabelOptions {
  /** Lines that labels should keep off, each from point to point. */
  readonly lines?: readonly (readonly [Point, Point])[];
  /** Boxes that are taken already. */
  readonly taken?: readonly Box[];
  readonly bounds: Box;
  /** What a pixel of a line under a label costs: 3 where labels have a halo; more where they have none. */
  readonly lineCost?: number;
  /** Mean width of a character in parts of the font size: 0.47 suits the serif, 0.54 the sans. */
  readonly widthOfCharacter?: number;
}

const everySide: readonly Side[] = [
  'right',
  'left',
  'above',
  'below',
  'above-right',
  'above-left',
  'below-right',
  'below-left',
];

/** Distances from the mark that are tried, in parts of the usual one. */
const reaches = [1, 1.9, 3];

/** A label and the box it would fill on one side of its point. */
function candidate(
  { at: [x, y], words, size, radius }: LabelRequest,
  side: Side,
  reach: number,
  widthOfCharacter: number,
) {
  const width = words.length * size * widthOfCharacter;
  const gap = (radius + 5) * reach;
  const diagonal = side.includes('-');
  const [across, up] = [
    side.endsWith('right') ? 1 : side.endsWith('left') ? -1 : 0,
    side.startsWith('above') ? 1 : side.startsWith('below') ? -1 : 0,
  ];
  const baseLine = up > 0 ? y - gap - (diagonal ? 0 : 1) : up < 0 ? y + gap + size * 0.72 : y + size * 0.3;
  const labelX = x + across * (diagonal ? gap * 0.6 : gap + 2);
  const left = across > 0 ? labelX : across < 0 ? labelX - width : x - width / 2;
  const label: Label = {
    x: labelX,
    y: baseLine,
    anchor: across > 0 ? 'start' : across < 0 ? 'end' : 'middle',
  };
  const box: Box = [left, baseLine - size * 0.74, left + width, baseLine + size * 0.24];
  return { label, box };
}

type Candidate = ReturnType<typeof candidate>;

function shared([l, t, r, b]: Box, [l2, t2, r2, b2]: Box): number {
  return Math.max(0, Math.min(r, r2) - Math.max(l, l2)) * Math.max(0, Math.min(b, b2) - Math.max(t, t2));
}

/** Free pixels wanted between one label and the next on a line. */
const apartPx = 14;

const stepPx = 4;

/** Pixels of a line inside a box, by steps along it. */
function inside([[x1, y1], [x2, y2]]: readonly [Point, Point], [l, t, r, b]: Box): number {
  const steps = Math.ceil(Math.hypot(x2 - x1, y2 - y1) / stepPx);
  let count = 0;
  for (let index = 0; index <= steps; index++) {
    const [x, y] = [x1 + ((x2 - x1) * index) / steps, y1 + ((y2 - y1) * index) / steps];
    if (x > l && x < r && y > t && y < b) count += stepPx;
  }
  return count;
}

/**
 * One label a request, in the same order. Greedy, then improved: each label moves to its cheapest side while the
 * others stay, three times over. The same input gives the same places.
 */
export function placeLabels(requests: readonly LabelRequest[], options: LabelOptions): Label[] {
  const { lines = [], taken = [], bounds, lineCost = 3, widthOfCharacter = 0.47 } = options;
  const marks = requests.map(({ at: [x, y], radius }): Box => [x - radius, y - radius, x + radius, y + radius]);
  const placed: (Candidate | undefined)[] = requests.map(() => undefined);
  const cost = ({ box }: Candidate, self: number, rank: number): number => {
    const [l, t, r, b] = box;
    const area = (r - l) * (b - t);
    const roomy: Box = [l - apartPx, t, r + apartPx, b];
    const others = placed.reduce((sum, other, at) => sum + (other && at !== self ? shared(roomy, other.box) : 0), 0);
    const fixed = [...marks.filter((_, index) => index !== self), ...taken].reduce((sum, m) => sum + shared(box, m), 0);
    const crossed = lines.reduce((sum, segment) => sum + inside(segment, box), 0);
    return 4 * others + 4 * fixed + lineCost * crossed + 20 * (area - shared(box, bounds)) + 10 * rank;
  };
  for (let round = 0; round < 4; round++) {
    requests.forEach((request, index) => {
      const options = reaches.flatMap((reach) =>
        (request.sides ?? everySide).map((side) => candidate(request, side, reach, widthOfCharacter)),
      );
      const costs = options.map((option, rank) => cost(option, index, rank));
      placed[index] = options[costs.indexOf(Math.min(...costs))];
    });
  }
  return placed.map((found) => (found as Candidate).label);
}
