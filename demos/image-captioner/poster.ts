import { type Branch, type Caption, type CaptionResult, type Choice, joinWords, PLACES, type Reading } from './task';

/** A result as it is kept in a file. Of all captions but the best only the words; of the plain decoder no more than that. */
export interface Poster {
  readonly beamWidth: number;
  readonly attention: PackedReading;
  readonly plain: PackedReading;
}

interface PackedReading {
  readonly captions: readonly { readonly words: string; readonly logProbability: number }[];
  readonly sureness: number;
  readonly best: number;
  /** Of each branch its parent, word, hundredths of its probability, and whether it was kept. */
  readonly branches: string;
  /** Of each step of the best caption its words, each with hundredths of its probability. */
  readonly choices: readonly string[];
  /** Of each word of the best caption 49 weights, two digits of base 36 each. */
  readonly attention: readonly string[];
}

const FULL = 36 ** 2 - 1;

const hundredths = (probability: number): string => String(Math.round(100 * probability));
const rounded = (value: number): number => Number(value.toPrecision(3));

export const packResult = ({ beamWidth, attention, plain }: Required<CaptionResult>): Poster => ({
  beamWidth,
  attention: packReading(attention),
  plain: { ...packReading(plain), branches: '', choices: [] },
});

function packReading({ captions, branches, best, sureness }: Reading): PackedReading {
  const first = captions[0] as Caption;
  return {
    captions: captions.map(({ words, logProbability }) => ({
      words: words.join(' '),
      logProbability: rounded(logProbability),
    })),
    sureness: rounded(sureness),
    best,
    branches: branches
      .map(({ parent, word, probability, kept }) => `${parent} ${word} ${hundredths(probability)} ${kept ? 1 : 0}`)
      .join(','),
    choices: first.choices.map((step) =>
      step.map(({ word, probability }) => `${word} ${hundredths(probability)}`).join(' '),
    ),
    attention: (first.attention ?? []).map((look) => look.map(packWeight).join('')),
  };
}

const packWeight = (weight: number): string =>
  Math.round(FULL * weight)
    .toString(36)
    .padStart(2, '0');

export const unpackResult = ({ beamWidth, attention, plain }: Poster): CaptionResult => ({
  attention: unpackReading(attention),
  plain: unpackReading(plain),
  beamWidth,
  temperature: 0,
  prefix: [],
  covered: false,
});

function unpackReading({ captions, branches, best, sureness, choices, attention }: PackedReading): Reading {
  return {
    captions: captions.map(({ words: written, logProbability }, rank): Caption => {
      const words = written.split(' ');
      const looks = attention.map(unpackLook);
      const own =
        rank === 0 ? { choices: choices.map(unpackChoices), ...(looks.length > 0 && { attention: looks }) } : {};
      return { text: joinWords(words), words, logProbability, choices: [], ...own };
    }),
    branches: branches.split(',').filter(Boolean).map(unpackBranch),
    best,
    sureness,
  };
}

const unpackLook = (digits: string): number[] =>
  Array.from({ length: PLACES }, (_, place) => Number.parseInt(digits.slice(2 * place, 2 * place + 2), 36) / FULL);

function unpackChoices(written: string): Choice[] {
  const parts = written.split(' ');
  return Array.from({ length: parts.length / 2 }, (_, index) => ({
    word: parts[2 * index] as string,
    probability: Number(parts[2 * index + 1]) / 100,
  }));
}

function unpackBranch(written: string): Branch {
  const [parent, word, probability, kept] = written.split(' ') as [string, string, string, string];
  return { parent: Number(parent), word, probability: Number(probability) / 100, kept: kept === '1' };
}
