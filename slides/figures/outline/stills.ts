/** A small still of each part's demo, 200 × 96, its top left corner at (x, y). */
import { arrow } from '../kit/arrow.ts';
import { photograph } from '../kit/panda.ts';
import { type Child, type Colour, circle, colour, rect, text } from '../kit/svg.ts';

export type Still = (x: number, y: number) => Child;

const height = 96;

/** The classifier: a photograph half hidden by the grey square, and five bars. */
export const visionStill: Still = (x, y) => [
  photograph(x, y, height, 32),
  rect(x + 22, y + 44, 36, 36, { fill: colour.muted, stroke: colour.paper, 'stroke-width': 2 }),
  [62, 28, 15, 9, 5].map((length, index) => [
    rect(x + 112, y + index * 20 + 2, 88, 12, { fill: colour.paper2 }),
    rect(x + 112, y + index * 20 + 2, length, 12, { fill: index === 0 ? 'var(--vision)' : colour.ruleStrong }),
  ]),
];

/** Word vectors: the same step from man to woman as from king to queen. */
export const wordStill: Still = (x, y) => {
  const hue: Colour = 'var(--words)';
  const pair = (left: number, top: number, from: string, to: string) => [
    arrow(
      [
        [x + left, y + top],
        [x + left + 78, y + top - 24],
      ],
      { colour: hue },
    ),
    circle([x + left, y + top], 4, { fill: hue }),
    text(x + left, y + top + 22, from, { anchor: 'middle', face: 'serif-italic', size: 20 }),
    text(x + left + 84, y + top - 22, to, { face: 'serif-italic', size: 20 }),
  ];
  return [pair(20, 34, 'man', 'woman'), pair(66, 74, 'king', 'queen')];
};

/** The captioner: a photograph, and a sentence about it, word by word. */
export const captionStill: Still = (x, y) => [
  photograph(x, y, height, 32),
  [
    ['a red', 96],
    ['panda on', 122],
    ['a branch', 148],
  ].map(([words, top]) =>
    text(x + 112, y + Number(top) - 72, String(words), { face: 'serif', size: 22, fill: 'var(--captions)' }),
  ),
];

/** The game: four rows of bricks, some gone, a ball and a bat. */
export const gameStill: Still = (x, y) => {
  const gone = ['3 3', '3 4', '3 7', '2 4', '3 9'];
  return [
    rect(x, y, 200, height, { fill: colour.paper2 }),
    [0, 1, 2, 3].map((row) =>
      Array.from({ length: 10 }, (_, column) =>
        gone.includes(`${row} ${column}`)
          ? null
          : rect(x + column * 20 + 1, y + 12 + row * 9, 18, 7, { fill: 'var(--play)' }),
      ),
    ),
    rect(x + 92, y + 66, 6, 6),
    rect(x + 76, y + 86, 36, 5),
  ];
};
