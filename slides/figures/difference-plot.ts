import data from './difference-plot.json';
import { defineFigure } from './kit/figure.ts';
import { type LabelRequest, placeLabels, type Side } from './kit/labels.ts';
import { point } from './kit/point.ts';
import { type Child, colour, type Point, path, text, through } from './kit/svg.ts';
import { shown } from './words/names.ts';

type Family = (typeof data.families)[number];

const families = ['man-woman', 'comparatives', 'company-city', 'company-ceo', 'country-capital'] as const;
const width = 858;
const size = 22;

/**
 * The plane turned so that steps go to the right. One scale for both axes, so that parallel stays parallel and long
 * stays long.
 */
function projection({ chains }: Family, height: number): (word: { x: number; y: number }) => Point {
  const all = chains.flat();
  const [xs, ys] = [all.map(({ x }) => x), all.map(({ y }) => y)];
  const [low, high, first, last] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const scale = Math.min((width - 200) / (last - first), (height - 24) / (high - low));
  const middle = (first + last) / 2;
  return ({ x, y }) => [width / 2 + 44 + (y - middle) * scale, 12 + (x - low) * scale];
}

/** First words to the left of their points, last words to the right, those between wherever there is room. */
const sidesOf = (first: boolean, last: boolean): readonly Side[] => {
  if (first) return ['left', 'below-left', 'above-left', 'above', 'below'];
  if (last) return ['right', 'above-right', 'below-right', 'above', 'below'];
  return ['above', 'below', 'above-right', 'below-right', 'above-left', 'below-left'];
};

function plot(family: Family, height: number): Child {
  const place = projection(family, height);
  const chains = family.chains.map((chain) => chain.map((word) => ({ ...word, at: place(word) })));
  const words = chains.flatMap((chain) =>
    chain.map(({ word, at }, index) => ({ word, at, first: index === 0, last: index === chain.length - 1 })),
  );
  const requests = words.map(({ word, at, first, last }): LabelRequest => {
    return { at, words: shown(word), size, radius: 7, sides: sidesOf(first, last) };
  });
  const lines = chains.flatMap((chain) => chain.slice(1).map(({ at }, index) => [chain[index]?.at ?? at, at] as const));
  const labels = placeLabels(requests, { lines, bounds: [0, 0, width, height] });
  return [
    chains.map((chain) => path(through(chain.map(({ at }) => at)), { stroke: colour.accent, 'stroke-width': 2 })),
    words.map(({ at, first, last }) => point(at, first ? 'hollow' : 'filled', last ? 7 : 5)),
    words.map(({ word, last }, index) => {
      const { x, y, anchor } = labels[index] as (typeof labels)[number];
      return text(x, y, shown(word), { anchor, face: 'serif', size, fill: last ? colour.accent : colour.ink });
    }),
  ];
}

/** Left out because they lie on another word: *strong* on *big*. */
const hidden = new Set(['strong']);

function familyOf(id: string): Family {
  const family = data.families.find((one) => one.id === id) as Family;
  return { ...family, chains: family.chains.filter(([first]) => !hidden.has(first?.word ?? '')) };
}
const percent = ({ sharedShare }: Family) => `${Math.round(100 * sharedShare)} %`;

export default defineFigure({
  name: 'difference-plot',
  title: 'Word vectors joined by a shared step',
  description: ({ family: id }) => {
    const family = familyOf(id);
    const pairs = family.chains.map((chain) => chain.map(({ word }) => shown(word)).join(' to ')).join(', ');
    return `Real vectors in a plane. From ${family.start} (left) to ${family.end} (right): ${pairs}. ${percent(family)} of the steps’ squared length lies along one direction, rightwards here.`;
  },
  parameters: { family: { values: families } },
  body: ({ family: id }) => {
    const family = familyOf(id);
    return [
      text(0, 32, percent(family), { class: 'big', fill: colour.accent }),
      text(0, 58, ['of the steps’ squared', 'length lies along', 'one direction'], { class: 'muted' }),
      plot(family, family.note ? 492 : 528),
      family.note && text(0, 520, family.note, { class: 'muted' }),
    ];
  },
});
