import data from './jetpac-grid.json';
import { ofHundred } from './jetpac-grid.ts';
import { face, type Sign } from './kit/face.ts';
import { defineFigure } from './kit/figure.ts';
import { fraction } from './kit/fraction.ts';
import { type Child, colour, line, text } from './kit/svg.ts';

const indices = Object.values(data.indices);
const pitch = 158;
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

function row(index: (typeof indices)[number], top: number): Child {
  return [
    line([0, top], [858, top], { stroke: colour.rule, 'stroke-width': 1 }),
    face([58, top + 78], 56, index.sign as Sign),
    text(146, top + 74, capital(index.index), { class: 'big' }),
    text(146, top + 99, index.place, { class: 'muted' }),
    fraction(
      [362, top + 78],
      [index.withSign.toLocaleString('en'), index.with],
      [index.faces.toLocaleString('en'), 'faces found'],
      240,
    ),
    text(642, top + 88, '=', { face: 'serif', size: 32 }),
    text(678, top + 98, String(ofHundred(index)), { face: 'serif', size: 57, fill: colour.accent }),
    text(858, top + 98, 'in a hundred', { anchor: 'end' }),
  ];
}

export default defineFigure({
  name: 'jetpac-ratio',
  title: 'Three indices from counting faces',
  description: `Each index is a ratio of counts, here invented: ${indices
    .map(
      ({ index, place, withSign, sign, faces }) =>
        `${index} ${place}, ${withSign} faces with a ${sign} of ${faces} found`,
    )
    .join('; ')}.`,
  body: () => [
    indices.map((index, order) => row(index, order * pitch + 8)),
    text(858, 508, 'Invented counts, to show the arithmetic', { anchor: 'end', class: 'note' }),
  ],
});
