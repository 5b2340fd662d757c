import { arrow, curvedArrow } from './kit/arrow.ts';
import { defineFigure } from './kit/figure.ts';
import { labelOn, type Origin, origins } from './kit/layer.ts';
import { type Child, colour, rect, text } from './kit/svg.ts';
import { milk } from './memory/example.ts';
import { sentenceAt, written } from './memory/words.ts';
import data from './memory-network.json';
import story from './memory-story.json';

const { facts, question } = milk;
const { found, answer } = story.result;
const box = { width: 104, height: 84 };
const memory = { left: 372, top: 40, width: 330, pitch: 42 };
const bottom = memory.top + facts.length * memory.pitch;
const places: Record<string, readonly [x: number, y: number]> = {
  I: [20, 196],
  G: [210, 118],
  O: [424, 370],
  R: [606, 370],
};

function part({ letter, does, learned }: (typeof data.parts)[number]): Child {
  const [x, y] = places[letter] ?? [0, 0];
  const origin: Origin = learned ? 'learned' : 'designed';
  return [
    rect(x, y, box.width, box.height, origins[origin]),
    text(x + box.width / 2, y + 57, letter, {
      anchor: 'middle',
      face: 'serif',
      size: 44,
      onFill: true,
      fill: labelOn[origin],
    }),
    text(x + box.width / 2, y + box.height + 25, does, { anchor: 'middle', class: 'strong' }),
    text(x + box.width / 2, y + box.height + 48, learned ? 'learned' : 'by rule', { anchor: 'middle', class: 'muted' }),
  ];
}

/** One slot a fact, the two that answer in the section's hue. */
function slots(): Child {
  return [
    text(memory.left, 24, 'memory', { class: 'strong' }),
    text(memory.left + memory.width, 24, 'one fact a slot', { class: 'muted', anchor: 'end' }),
    facts.map((fact, index) => {
      const y = memory.top + index * memory.pitch;
      return [
        rect(memory.left, y, memory.width, memory.pitch, {
          fill: colour.paper,
          stroke: colour.ruleStrong,
          'stroke-width': 1,
        }),
        sentenceAt(memory.left + 14, y + 28, fact, { size: 22, lit: () => found.includes(index) }),
      ];
    }),
  ];
}

function ways(): Child {
  const storing = places.G?.[1] ?? 0;
  const asking = (places.O?.[1] ?? 0) + box.height / 2;
  const from = { x: 20 + box.width + 4, up: 222, down: 254 };
  const wide = { width: 2.5 } as const;
  return [
    text(0, 126, 'a fact', { class: 'strong' }),
    arrow(
      [
        [72, 140],
        [72, 190],
      ],
      wide,
    ),
    text(0, 398, 'a question', { class: 'strong' }),
    arrow(
      [
        [72, 376],
        [72, 338],
      ],
      wide,
    ),
    arrow(
      [
        [from.x, from.up],
        [176, from.up],
        [176, storing + 42],
        [204, storing + 42],
      ],
      wide,
    ),
    arrow(
      [
        [314 + 4, storing + 42],
        [memory.left - 6, storing + 42],
      ],
      wide,
    ),
    arrow(
      [
        [from.x, from.down],
        [176, from.down],
        [176, asking],
        [418, asking],
      ],
      { ...wide, colour: colour.accent },
    ),
    arrow(
      [
        [476, bottom + 4],
        [476, 364],
      ],
      { ...wide, colour: colour.accent },
    ),
    curvedArrow([500, 364], [560, bottom + 30], [524, bottom + 6], { ...wide, colour: colour.accent }),
    text(572, bottom + 44, 'twice', { class: 'strong', fill: colour.accent }),
    arrow(
      [
        [532, asking],
        [600, asking],
      ],
      { ...wide, colour: colour.accent },
    ),
    arrow(
      [
        [714, asking],
        [766, asking],
      ],
      { ...wide, colour: colour.accent },
    ),
    text(778, asking + 10, answer, { class: 'big', fill: colour.accent }),
  ];
}

export default defineFigure({
  name: 'memory-network',
  title: 'The four parts of a memory network',
  description:
    'I turns a fact or a question into numbers. G stores facts in a memory, one a slot. O looks up, twice, what bears on a ' +
    `question. R puts the answer into words. O and R are learned. For the question “${written(question)}” the facts ` +
    `${found.map((index) => `“${written(facts[index] ?? [])}”`).join(' and ')} are found, and the answer is ${answer}.`,
  height: 516,
  body: () => [slots(), ways(), data.parts.map(part)],
});
