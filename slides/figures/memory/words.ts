/** Sentences as people write them, and in a drawing with some words in another colour. */
import { type Colour, colour, el, type Markup } from '../kit/svg.ts';
import type { Sentence } from './stories.ts';

/** With a full stop, or a question mark after a question. */
export function written(words: Sentence): string {
  const [first = '', ...rest] = words;
  return `${first[0]?.toUpperCase() ?? ''}${first.slice(1)} ${rest.join(' ')}${first === 'where' ? '?' : '.'}`;
}

export interface LineOptions {
  readonly size: number;
  readonly fill?: Colour;
  /** Words to stand in the section's hue. */
  readonly lit?: (word: string) => boolean;
}

/** One sentence at a baseline, in the serif of the prose. */
export function sentenceAt(
  x: number,
  y: number,
  words: Sentence,
  { size, fill = colour.ink, lit }: LineOptions,
): Markup {
  const parts = written(words).split(' ');
  return el(
    'text',
    { x, y },
    parts.map((part, index) =>
      el(
        'tspan',
        {
          'font-family': 'var(--serif)',
          'font-weight': 400,
          'font-size': size,
          fill: lit?.(words[index] ?? '') ? colour.accent : fill,
        },
        index < parts.length - 1 ? `${part} ` : part,
      ),
    ),
  );
}
