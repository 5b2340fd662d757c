import { defineFigure } from './kit/figure.ts';
import { type LabelRequest, placeLabels } from './kit/labels.ts';
import { point } from './kit/point.ts';
import { at, type Child, colour, type Point, path, text, through } from './kit/svg.ts';
import data from './language-maps.json';
import { hull } from './words/hull.ts';

type Group = (typeof data.groups)[number];
type Word = { readonly word: string; readonly x: number; readonly y: number };
type Language = 'english' | 'french';

const panel = { width: 404, top: 44, height: 400 };
const size = 24;

/** One scale for both languages: the shapes may be compared by eye. */
function scaleOf({ words }: Group): number {
  const range = (values: number[]) => Math.max(...values) - Math.min(...values);
  const spans = (['english', 'french'] as const).flatMap((language) => [
    (panel.width - 120) / range(words.map((word) => word[language].x)),
    (panel.height - 50) / range(words.map((word) => word[language].y)),
  ]);
  return Math.min(...spans);
}

function map(group: Group, language: Language): Child {
  const words: Word[] = group.words.map((word) => word[language]);
  const scale = scaleOf(group);
  const middle = (values: number[]) => (Math.max(...values) + Math.min(...values)) / 2;
  const [middleX, middleY] = [middle(words.map(({ x }) => x)), middle(words.map(({ y }) => y))];
  const places = words.map(
    ({ x, y }): Point => [
      panel.width / 2 + (x - middleX) * scale,
      panel.top + panel.height / 2 - (y - middleY) * scale,
    ],
  );
  const requests = words.map(({ word }, index): LabelRequest => {
    return { at: places[index] ?? [0, 0], words: word, size, radius: 8 };
  });
  /* numbers have an order to be joined in; animals have an outline */
  const outline = group.id === 'numbers' ? places : hull(places);
  const ring = group.id === 'numbers' ? outline : [...outline, outline[0] ?? ([0, 0] as Point)];
  const lines = ring.slice(1).map((to, index) => [ring[index] ?? to, to] as const);
  const bounds = [0, panel.top, panel.width, panel.top + panel.height] as const;
  const labels = placeLabels(requests, { lines, bounds });
  const french = language === 'french';
  return [
    text(0, 24, french ? 'French' : 'English', { face: 'serif', size: 28, fill: french ? colour.accent : colour.ink }),
    path(through(ring), { stroke: french ? colour.accent : colour.ink, 'stroke-width': 2 }),
    places.map((place) => point(place, french ? 'filled' : 'hollow', 8)),
    labels.map(({ x, y, anchor }, index) => text(x, y, words[index]?.word ?? '', { anchor, face: 'serif', size })),
  ];
}

const percent = (share: number) => `${Math.round(100 * share)} %`;
const { map: fit } = data;
/** How well the map between the languages works, in two lines. */
const found = [
  `A linear map, learned from ${fit.pairsTrained.toLocaleString('en-GB')} other pairs of words, puts the right French word`,
  `first for ${percent(fit.precisionAt1)} of ${fit.pairsTested} words it had not seen, and among five for ${percent(fit.precisionAt5)}.`,
];

/** The numbers end at five, as in the paper: beyond it the English ones stand too close together to be labelled. */
function groupOf(id: string): Group {
  const group = data.groups.find((one) => one.id === id) as Group;
  return id === 'numbers' ? { ...group, words: group.words.slice(0, 5) } : group;
}

export default defineFigure({
  name: 'language-maps',
  title: 'The same words in two languages',
  description: ({ group }) =>
    `Real vectors, learned from English text alone and from French text alone, each in a plane of its own. ` +
    `${groupOf(group)
      .words.map(({ english, french }) => `${english.word} and ${french.word}`)
      .join(', ')} stand in nearly the same shape. ${found.join(' ')}`,
  parameters: { group: { values: ['animals', 'numbers'], default: 'animals' } },
  body: ({ group }) => [
    map(groupOf(group), 'english'),
    at(858 - panel.width, 0, map(groupOf(group), 'french')),
    text(0, 494, found, { class: 'muted' }),
  ],
});
