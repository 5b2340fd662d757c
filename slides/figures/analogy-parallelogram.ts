import data from './analogy-parallelogram.json';
import { arrow } from './kit/arrow.ts';
import { defineFigure } from './kit/figure.ts';
import { type LabelRequest, placeLabels } from './kit/labels.ts';
import { point } from './kit/point.ts';
import { type Child, colour, line, type Point, type TextOptions, text } from './kit/svg.ts';
import { shown } from './words/names.ts';

type Question = (typeof data.questions)[number];
type Place = { readonly x: number; readonly y: number };

const [width, height] = [858, 528];
/** Runners-up that are drawn. */
const runnersUp = 4;

const withCosine = ({ word, cosine }: { word: string; cosine: number }) => `${shown(word)} ${cosine.toFixed(2)}`;

/** One scale for both axes: what looks parallel is. */
function projection(all: readonly Place[]): (place: Place) => Point {
  const [xs, ys] = [all.map(({ x }) => x), all.map(({ y }) => y)];
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const scale = Math.min((width - 240) / (right - left), (height - 150) / (high - low));
  const [middleX, middleY] = [(left + right) / 2, (low + high) / 2];
  return ({ x, y }) => [width / 2 + (x - middleX) * scale, height / 2 - 16 - (y - middleY) * scale];
}

/** The same step from both words, drawn short of the points so that heads stay visible. */
function step(from: Point, to: Point): Child {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
  const along = (distance: number): Point => [
    from[0] + ((to[0] - from[0]) * distance) / length,
    from[1] + ((to[1] - from[1]) * distance) / length,
  ];
  return arrow([along(14), along(length - 14)], { colour: colour.accent, width: 4, head: 14 });
}

type Corners = Readonly<Record<'a' | 'b' | 'c' | 'target' | 'first', Point>>;

/** The two steps, the sides between them, and the gap from where the second ends to the nearest word. */
function parallelogram({ a, b, c, target, first }: Corners): Child {
  return [
    line(a, b, { stroke: colour.ruleStrong }),
    line(c, target, { stroke: colour.ruleStrong }),
    line(target, first, { stroke: colour.accent, 'stroke-width': 2, 'stroke-dasharray': '2 6' }),
    step(a, c),
    step(b, target),
    [a, b, c].map((corner) => point(corner, 'filled', 10, colour.ink)),
    point(target, 'hollow', 9),
    point(first, 'filled', 12),
  ];
}

interface Labelled extends LabelRequest {
  readonly style: TextOptions;
}

function plot({ a, b, c, target, answers }: Question): Child {
  const [first, ...others] = answers.slice(0, runnersUp + 1);
  if (!first) return null;
  const place = projection([a, b, c, target, first, ...others]);
  const corners: Corners = { a: place(a), b: place(b), c: place(c), target: place(target), first: place(first) };
  const sum = `${shown(b.word)} − ${shown(a.word)} + ${shown(c.word)}`;
  const request = (at: Place, words: string, size: number, radius: number, style: TextOptions = {}): Labelled => {
    return { at: place(at), words, size, radius, style: { face: 'serif', size, ...style } };
  };
  const requests = [
    ...[a, b, c].map((word) => request(word, shown(word.word), 28, 11)),
    request(first, withCosine(first), 28, 11, { fill: colour.accent }),
    request(target, sum, 22, 9, { face: 'serif-italic' }),
    ...others.map((other) => request(other, withCosine(other), 20, 5, { fill: colour.muted })),
  ];
  const { a: pa, b: pb, c: pc, target: pt, first: pf } = corners;
  const lines = [
    [pa, pc],
    [pb, pt],
    [pa, pb],
    [pc, pt],
    [pt, pf],
  ] as const;
  const labels = placeLabels(requests, { lines, bounds: [0, 0, width, height - 40] });
  return [
    others.map((other) => point(place(other), 'filled', 5, colour.ruleStrong)),
    parallelogram(corners),
    requests.map(({ words, style }, index) => {
      const { x, y, anchor } = labels[index] as (typeof labels)[number];
      return text(x, y, words, { ...style, anchor });
    }),
    text(
      0,
      height - 8,
      'Numbers: cosine with the sum. Words in grey stand well in front of this plane, or behind it.',
      { class: 'muted' },
    ),
  ];
}

const questionOf = (c: string) => data.questions.find((question) => question.c.word === c) as Question;

export default defineFigure({
  name: 'analogy-parallelogram',
  title: 'An analogy as a parallelogram of word vectors',
  description: ({ from }) => {
    const { a, b, c, answers } = questionOf(from);
    const list = answers.map(withCosine).join(', ');
    return `Real vectors in a plane. The step from ${shown(a.word)} to ${shown(c.word)}, taken from ${shown(b.word)}, ends near ${shown(answers[0]?.word ?? '')}. Words nearest to the end by cosine, the three of the question left out: ${list}.`;
  },
  parameters: { from: { values: ['woman', 'female', 'france', 'fly'], default: 'woman' } },
  body: ({ from }) => plot(questionOf(from)),
});
