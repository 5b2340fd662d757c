import { defineFigure } from './kit/figure.ts';
import { fallingEdge, levelEdge, sharpen, uprightEdge } from './kit/filters.ts';
import { convolve, fromHex, scaled, squares } from './kit/grid.ts';
import { at, colour, text } from './kit/svg.ts';
import data from './title-filters.json';

const cell = 6;
/** A digit's raster is 48 cells wide. */
const pitch = 48 * cell;
/** Scales all four answers alike; a step from paper to ink then about fills a cell. */
const gain = 1 / 4.4;
const filters = [fallingEdge, levelEdge, uprightEdge, sharpen] as const;

export default defineFigure({
  name: 'title-filters',
  title: '2014, seen through four filters',
  description:
    'The digits 2, 0, 1 and 4 as small squares: each is the answer of one 5 by 5 filter, drawn under it. ' +
    'The filters answer to falling edges, edges from top to bottom, edges from left to right, and sharpen. ' +
    'A square is as large as the answer; its colour is the sign.',
  width: 1152,
  height: 426,
  halo: false,
  body: () =>
    filters.map(({ name, kernel, largest }, index) => {
      const answer = convolve(fromHex(data.digits[index] ?? []), kernel, 2);
      const colours = { positive: colour.ink, negative: colour.accent };
      const left = index === 0 ? 2 : 12;
      return at(
        index * pitch,
        0,
        squares(scaled(answer, gain), { x: 0, y: 0, cell, ...colours }),
        squares(scaled(kernel, 0.95 / largest), { x: left, y: 362, cell: 12, ...colours }),
        text(left + 74, 398, name, { class: 'muted' }),
      );
    }),
});
