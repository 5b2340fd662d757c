import { defineFigure } from './kit/figure.ts';
import { type Child, el, rect, text } from './kit/svg.ts';
import { captionStill, gameStill, type Still, visionStill, wordStill } from './outline/stills.ts';
import data from './outline.json';

type Part = (typeof data.parts)[number];

const width = 858;
const pitch = 132;
/** Pixels to a minute, so that the longest part's rule runs across the figure. */
const minute = width / Math.max(...data.parts.map(minutesOf));
const stills: Readonly<Record<string, Still>> = {
  vision: visionStill,
  words: wordStill,
  captions: captionStill,
  play: gameStill,
};

function minutesOf({ sections }: Part): number {
  return sections.reduce((sum, { minutes }) => sum + minutes, 0);
}

/** The rule on top of a part: as long as its minutes, in the hues of its sections. */
function rule({ sections }: Part, top: number): Child {
  let left = 0;
  return sections.map(({ section, minutes }, index) => {
    const from = left;
    left += minutes * minute;
    return rect(from, top, left - from - (index < sections.length - 1 ? 4 : 0), 5, { fill: `var(--${section})` });
  });
}

function strip(part: Part, index: number): Child {
  const top = index * pitch;
  const still = stills[part.slide];
  if (!still) throw new RangeError(`outline.json: no still for ${part.slide}`);
  return el(
    'a',
    { href: `#${part.slide}` },
    rect(0, top, width, pitch - 8, { fill: 'var(--paper)' }),
    rect(0, top + 4, width, 1, { fill: 'var(--rule)' }),
    rule(part, top),
    still(0, top + 18),
    text(232, top + 58, part.name, { class: 'big' }),
    text(232, top + 88, part.topics, { class: 'muted' }),
    text(width, top + 58, String(minutesOf(part)), { anchor: 'end', class: 'big' }),
    text(width, top + 88, index === 0 ? 'minutes' : 'min', { anchor: 'end', class: 'muted' }),
  );
}

export default defineFigure({
  name: 'outline',
  title: 'The talk in four parts',
  description: `Four links: ${data.parts.map((part) => `${part.name}: ${part.topics}, ${minutesOf(part)} minutes`).join('; ')}.`,
  interactive: true,
  body: () => data.parts.map(strip),
});
