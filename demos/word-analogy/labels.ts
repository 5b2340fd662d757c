/** Left, top, right, bottom, in pixels. */
type Box = readonly [number, number, number, number];

export interface LabelRequest {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly sizePx: number;
  /** Of the point's mark. */
  readonly radiusPx: number;
  /** Sides to try, best first. */
  readonly sides: readonly Side[];
  /** Left out where it would cover something. */
  readonly optional?: boolean;
}

export interface Label {
  readonly x: number;
  /** Base line. */
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

export type Side = 'right' | 'left' | 'above' | 'below' | 'above-right' | 'above-left' | 'below-right' | 'below-left';

export const ALL_SIDES: readonly Side[] = [
  'right',
  'left',
  'above',
  'below',
  'above-right',
  'above-left',
  'below-right',
  'below-left',
];

type Segment = readonly [x1: number, y1: number, x2: number, y2: number];

interface Place {
  readonly label: Label;
  readonly box: Box;
  /** What it costs before it covers anything: another side, and more so another distance, than the first. */
  readonly penalty: number;
}

/** Mean width of a letter of the serif, in parts of the font size. */
const LETTER = 0.49;
/** Distances from the mark that are tried, in parts of the usual one. */
const REACHES = [1, 2, 3.2];
const ROUNDS = 3;
/** An optional label may cover so much, in the units of the cost: some pixels of a line. */
const BEARABLE = 60;
/** Free pixels wanted before and after a label. */
const APART_PX = 5;

/**
 * One label a point, in the same order, beside it and within the bounds; nothing for an optional one without room. Each takes the place that covers least of the
 * other labels, marks and lines; three times over, since each depends on the others.
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  lines: readonly Segment[],
  width: number,
  height: number,
): (Label | undefined)[] {
  const bounds: Box = [2, 0, width - 2, height];
  const marks = requests.map(({ x, y, radiusPx: r }): Box => [x - r, y - r, x + r, y + r]);
  const choices = requests.map((request) =>
    request.sides.flatMap((side, i) =>
      REACHES.map((reach, j) => ({ ...placed(request, side, reach), penalty: 8 * i + 60 * j })),
    ),
  );
  const taken = choices.map((options) => options[0] as Place);
  const covered = ({ box }: Place, self: number): number => {
    const others = taken.reduce((sum, other, i) => (i === self ? sum : sum + overlap(box, other.box)), 0);
    const points = marks.reduce((sum, mark, i) => (i === self ? sum : sum + overlap(box, mark)), 0);
    const crossed = lines.reduce((sum, line) => sum + lengthInside(line, box), 0);
    return 6 * (others + points) + 3 * crossed + 30 * (area(box) - overlap(box, bounds));
  };
  for (let round = 0; round < ROUNDS; round++)
    choices.forEach((options, self) => {
      const costs = options.map((option) => covered(option, self) + option.penalty);
      taken[self] = options[costs.indexOf(Math.min(...costs))] as Place;
    });
  return taken.map((place, self) =>
    requests[self]?.optional && covered(place, self) > BEARABLE ? undefined : place.label,
  );
}

function placed({ x, y, text, sizePx, radiusPx }: LabelRequest, side: Side, reach: number): Omit<Place, 'penalty'> {
  const width = text.length * sizePx * LETTER;
  const gap = (radiusPx + 4) * reach;
  const across = side.endsWith('right') ? 1 : side.endsWith('left') ? -1 : 0;
  const up = side.startsWith('above') ? 1 : side.startsWith('below') ? -1 : 0;
  const baseLine = up > 0 ? y - gap : up < 0 ? y + gap + sizePx * 0.72 : y + sizePx * 0.3;
  const at = x + across * (up === 0 ? gap + 2 : gap * 0.6);
  const left = across > 0 ? at : across < 0 ? at - width : at - width / 2;
  return {
    label: { x: at, y: baseLine, anchor: across > 0 ? 'start' : across < 0 ? 'end' : 'middle' },
    box: [left - APART_PX, baseLine - sizePx * 0.76, left + width + APART_PX, baseLine + sizePx * 0.26],
  };
}

const area = ([l, t, r, b]: Box): number => (r - l) * (b - t);

const overlap = ([l, t, r, b]: Box, [l2, t2, r2, b2]: Box): number =>
  Math.max(0, Math.min(r, r2) - Math.max(l, l2)) * Math.max(0, Math.min(b, b2) - Math.max(t, t2));

const STEP_PX = 5;

function lengthInside([x1, y1, x2, y2]: Segment, [l, t, r, b]: Box): number {
  if (Math.max(x1, x2) < l || Math.min(x1, x2) > r || Math.max(y1, y2) < t || Math.min(y1, y2) > b) return 0;
  const steps = Math.ceil(Math.hypot(x2 - x1, y2 - y1) / STEP_PX) || 1;
  let length = 0;
  for (let i = 0; i <= steps; i++) {
    const [x, y] = [x1 + ((x2 - x1) * i) / steps, y1 + ((y2 - y1) * i) / steps];
    if (x > l && x < r && y > t && y < b) length += STEP_PX;
  }
  return length;
}
