import { arrow } from './kit/arrow.ts';
import { defineFigure } from './kit/figure.ts';
import { type Grid, squares } from './kit/grid.ts';
import { corners, edges, panda } from './kit/panda.ts';
import { type Child, colour, line, type Point, rect, text } from './kit/svg.ts';

/** One map on the page. */
interface Placed {
  readonly map: Grid;
  readonly x: number;
  readonly y: number;
  readonly cell: number;
}

/** Luminance with the middle tones darkened, so that the face stands out of its ground. */
const pixels: Placed = { map: panda.map((row) => row.map((value) => value ** 1.7)), x: 4, y: 0, cell: 4.5 };

/** Maps of one layer in rows of two. */
function placed(maps: readonly Grid[], [x, y]: Point, cell: number): Placed[] {
  return maps.map((map, index) => {
    const pitch = map.length * cell + 16;
    return { map, x: x + (index % 2) * pitch, y: y + Math.floor(index / 2) * pitch, cell };
  });
}

const edgeMaps = placed(edges, [424, 34], 4.8);
const cornerMaps = placed(corners, [424, 384], 6.4);

/** A square of cells on a map, as left, top and side on the page. */
function square({ x, y, cell }: Placed, column: number, row: number, cells: number): [number, number, number] {
  return [x + column * cell, y + row * cell, cells * cell];
}

/** The cells that one cell of the next layer is made from, and the two lines that run to it. */
function view(from: Placed, to: Placed, column: number, row: number, cells: number): Child {
  const [left, top, side] = square(from, 2 * column, 2 * row, cells);
  const [toLeft, toTop, toSide] = square(to, column, row, 1);
  const thin = { stroke: colour.onGround };
  const down = to.y > from.y + from.map.length * from.cell;
  const ends: readonly [Point, Point][] = down
    ? [
        [
          [left, top + side],
          [toLeft, toTop],
        ],
        [
          [left + side, top + side],
          [toLeft + toSide, toTop],
        ],
      ]
    : [
        [
          [left + side, top],
          [toLeft, toTop],
        ],
        [
          [left + side, top + side],
          [toLeft, toTop + toSide],
        ],
      ];
  return [
    rect(left, top, side, side, { fill: 'none', stroke: colour.onGround, 'stroke-width': 2 }),
    ends.map(([start, end]) => line(start, end, thin)),
    rect(toLeft, toTop, toSide, toSide, { fill: colour.onGround }),
  ];
}

export default defineFigure({
  name: 'map-vision',
  title: 'From pixels to edges, to corners, to a name',
  description:
    'A red panda’s face as squares of light; four maps of its edges, level, upright, falling and rising, computed from it; ' +
    'two maps of the corners where edges meet; and the words red panda.',
  width: 824,
  height: 560,
  halo: false,
  body: () => {
    const label = { face: 'serif-italic', size: 30, fill: colour.onGround } as const;
    const [level, upright] = edgeMaps;
    const [corner] = cornerMaps;
    return [
      [pixels, ...edgeMaps, ...cornerMaps].map(({ map, ...where }) =>
        squares(map, { ...where, positive: colour.onGround }),
      ),
      // An edge cell is 5 × 5 weights and a pool of 2 × 2: six pixels a side, two to the next cell.
      level && view(pixels, level, 11, 12, 6),
      corner && level && view(level, corner, 6, 8, 2),
      corner && upright && view(upright, corner, 6, 8, 2),
      text(306, 286, 'pixels', label),
      text(746, 60, 'edges', label),
      text(424, 518, 'corners', label),
      arrow(
        [
          [640, 432],
          [682, 432],
        ],
        { colour: colour.onGround, width: 2.5 },
      ),
      text(694, 441, 'red panda', label),
    ];
  },
});
