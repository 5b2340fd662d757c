import data from './jetpac-grid.json';
import { face, type Sign } from './kit/face.ts';
import { defineFigure } from './kit/figure.ts';
import { fraction } from './kit/fraction.ts';
import { colour, type Markup, text } from './kit/svg.ts';

type IndexName = keyof typeof data.indices;

const pitch = 52;
const radius = 23;

/** How many of a hundred faces show the sign, rounded. */
export function ofHundred({ faces, withSign }: { faces: number; withSign: number }): number {
  return Math.round((withSign / faces) * 100);
}

/** A hundred faces in ten rows, those with the sign first. */
function crowd(count: number, sign: Sign): Markup[] {
  return Array.from({ length: 100 }, (_, index) => {
    const [column, row] = [index % 10, Math.floor(index / 10)];
    const where = [column * pitch + radius + 1, row * pitch + radius + 3] as const;
    return index < count ? face(where, radius, sign) : face(where, radius);
  });
}

export default defineFigure({
  name: 'jetpac-grid',
  title: 'An index as faces out of a hundred',
  description: ({ index }) => {
    const { with: shown, index: name, place, faces, withSign } = data.indices[index];
    const count = ofHundred(data.indices[index]);
    return (
      `A hundred faces, ${count} of them filled, ${shown}. The ${name} index ${place}, on invented counts: ` +
      `${withSign} of ${faces} faces, ${count} of a hundred.`
    );
  },
  parameters: { index: { values: ['smiles', 'moustaches', 'lipstick'] } },
  body: ({ index }) => {
    const { sign, with: shown, index: name, place, faces, withSign } = data.indices[index satisfies IndexName];
    const count = ofHundred(data.indices[index]);
    const left = 560;
    return [
      crowd(count, sign as Sign),
      text(left, 66, String(count), { face: 'serif', size: 84, fill: colour.accent }),
      text(left, 100, [`of a hundred: the ${name} index`, place]),
      fraction([left, 236], [withSign.toLocaleString('en'), shown], [faces.toLocaleString('en'), 'faces found']),
      text(left, 488, ['Invented counts,', 'to show the arithmetic'], { class: 'note', leading: 25 }),
    ];
  },
});
