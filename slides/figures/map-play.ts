import { arrow } from './kit/arrow.ts';
import { defineFigure } from './kit/figure.ts';
import { circle, colour, group, type Markup, type Point, path, text, through } from './kit/svg.ts';
import { joystick } from './play/joystick.ts';
import { type Paint, pixels, Raster } from './play/raster.ts';

/** Side of a dot. */
const dot = 8;
const full: Paint = { fill: colour.onGround };
const shades: readonly Paint[] = [1, 0.8, 0.6, 0.45].map((opacity) => ({ fill: colour.onGround, opacity }));
const trail: Paint = { fill: colour.onGround, opacity: 0.5 };

/** Bricks that are gone: row from the top, column from the left. */
const gone = ['3 2', '3 3', '2 3', '3 4', '2 4', '1 4', '0 4'];

/** 68 × 44 dots: a court, a wall in running bond, a ball on its way through the gap, and its track. */
function court(): Raster {
  const raster = new Raster(68, 44).fill(0, 0, 68, 1, full).fill(0, 0, 1, 44, full).fill(67, 0, 1, 44, full);
  shades.forEach((shade, row) => {
    for (let column = 0; column < 9; column++) {
      if (gone.includes(`${row} ${column}`)) continue;
      const left = 2 + column * 8 - (row % 2) * 4;
      const from = Math.max(2, left);
      raster.fill(from, 7 + row * 4, Math.min(66, left + 7) - from, 3, shade);
    }
  });
  for (let step = 0; step < 16; step++) raster.fill(18 + step, 40 - step * 2, 1, 1, trail);
  return raster.fill(34, 6, 2, 2, full).fill(12, 41, 13, 2, full);
}

/** Units of the network's three layers, from input to output; it lies on its side, for the loop runs to the left. */
const layers = [
  { x: 776, units: 5 },
  { x: 706, units: 6 },
  { x: 636, units: 3 },
] as const;

const unitsOf = ({ x, units }: (typeof layers)[number]): Point[] =>
  Array.from({ length: units }, (_, index) => [x, 488 + (index - (units - 1) / 2) * 27]);

function network(): Markup {
  const [input, hidden, output] = layers.map(unitsOf) as [Point[], Point[], Point[]];
  const wires = (from: Point[], to: Point[]) => from.flatMap((a) => to.map((b) => through([a, b])));
  const all = [...wires(input, hidden), ...wires(hidden, output)].join('');
  return group(
    {},
    path(all, { stroke: colour.onGround, 'stroke-width': 1, 'stroke-opacity': 0.5 }),
    [...input, ...hidden, ...output].map((unit) => circle(unit, 7, { fill: colour.onGround })),
  );
}

const way = { colour: colour.onGround, width: 2.5, head: 11 } as const;
const word = { face: 'serif-italic', size: 30, fill: colour.onGround } as const;

export default defineFigure({
  name: 'map-play',
  title: 'Learning to play',
  description:
    'A loop: the pixels of a game, in which a ball passes through the gap in a wall, go into a network; ' +
    'the network moves a joystick; the joystick moves the bat.',
  width: 824,
  height: 560,
  halo: false,
  body: () => [
    pixels(court(), { x: 280, y: 0, pixel: [dot, dot] }),
    arrow(
      [
        [776, 362],
        [776, 410],
      ],
      way,
    ),
    text(758, 390, 'pixels', { ...word, anchor: 'end' }),
    network(),
    arrow(
      [
        [612, 488],
        [480, 488],
      ],
      way,
    ),
    text(546, 472, 'move', { ...word, anchor: 'middle' }),
    pixels(joystick('left', full), { x: 300, y: 400, pixel: [6, 6] }),
    arrow(
      [
        [381, 398],
        [381, 362],
      ],
      way,
    ),
  ],
});
