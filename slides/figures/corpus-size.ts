import data from './corpus-size.json';
import { columns, logarithmic } from './kit/axis.ts';
import { defineFigure } from './kit/figure.ts';
import { formula } from './kit/formula.ts';
import { point } from './kit/point.ts';
import { type Child, colour, line, text } from './kit/svg.ts';

type Family = (typeof data.families)[number];
type Model = Family['models'][number];

const x = logarithmic([1e6, 1e12], [356, 736]);
const [rowPitch, headingPitch, bottom] = [42, 64, 486];

/** 13,994,528 → “14 million”, 840e9 → “840 billion”. */
export function inWords(words: number): string {
  return words < 1e9 ? `${Math.round(words / 1e6)} million` : `${Math.round(words / 1e9)} billion`;
}

function modelRow({ year, name, words }: Model, y: number, learned: boolean): Child {
  const at = x(words);
  return [
    line([356, y - 6], [at, y - 6], { stroke: learned ? colour.accent : colour.ink, 'stroke-width': 2 }),
    text(0, y, String(year), { class: 'muted' }),
    text(54, y, name),
    point([at, y - 6], learned ? 'filled' : 'hollow', 9),
    text(at + 20, y, inWords(words), { class: 'strong' }),
  ];
}

/** A family's name and objective on one line, its models under it. */
function familyRows(family: Family, top: number): Child {
  const learned = family.objective !== '';
  return [
    text(0, top, family.name, { face: 'serif', size: 26, fill: learned ? colour.accent : colour.ink }),
    learned && formula(356, top, family.objective),
    family.models.map((model, index) => modelRow(model, top + (index + 1) * rowPitch - 4, learned)),
  ];
}

function tops(): number[] {
  let top = 26;
  return data.families.map(({ models }) => {
    const here = top;
    top += models.length * rowPitch + headingPitch;
    return here;
  });
}

export default defineFigure({
  name: 'corpus-size',
  title: 'Words of training text, 2003 to 2014, and the objectives of word2vec and GloVe',
  description: `Words of text that word vectors were trained on. ${data.families
    .map(({ name, models }) => `${name}: ${models.map((m) => `${m.year}, ${m.name}, ${inWords(m.words)}`).join('; ')}.`)
    .join(
      ' ',
    )} word2vec makes the product of a word’s vector with a neighbour’s large, with a random word’s small; GloVe fits products to logarithms of counts.`,
  body: () => [
    columns(
      [
        { value: 1e6, label: '1 million' },
        { value: 1e7, label: '' },
        { value: 1e8, label: '' },
        { value: 1e9, label: '1 billion' },
        { value: 1e10, label: '' },
        { value: 1e11, label: '' },
        { value: 1e12, label: '1,000 billion words' },
      ],
      x,
      [44, bottom],
    ),
    tops().map((top, index) => familyRows(data.families[index] as Family, top)),
  ],
});
