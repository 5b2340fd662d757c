import { defineFigure } from './kit/figure.ts';
import { maps } from './kit/layer.ts';
import { type Child, colour, line, type Markup, type Point, path, rect, text, through } from './kit/svg.ts';
import { dqn } from './play/dqn.ts';
import { type Paint, pixels, Raster } from './play/raster.ts';
import { shrunk, still, wallGame } from './play/wall-game.ts';

/** Slide pixels to a pixel of a map: all squares are drawn to this one scale. */
const scale = 3;
/** Everything stands on this line. */
const floor = 290;
const left = { input: 0, first: 312, second: 522, dense: 734, output: 808 };
const sides = { input: dqn.input.side * scale, first: dqn.first.side * scale, second: dqn.second.side * scale };

const thousands = (count: number) => count.toLocaleString('en-GB');

/** The screen as the network gets it, in shades of ink. */
function seen(): Markup {
  const shades = new Map<number, Paint>();
  const raster = new Raster(dqn.input.side, dqn.input.side);
  shrunk(wallGame(still), dqn.input.side).forEach((row, y) => {
    row.forEach((brightness, x) => {
      if (brightness === 0) return;
      const shade = shades.get(brightness) ?? { fill: colour.ink, opacity: 0.15 + 0.85 * brightness };
      shades.set(brightness, shade);
      raster.fill(x, y, 1, 1, shade);
    });
  });
  return pixels(raster, { x: left.input, y: floor - sides.input, pixel: [scale, scale] });
}

/** A kernel's window on one map and the one pixel that it makes on the next. */
function sight([x, y]: Point, kernel: number, [toX, toY]: Point): Child {
  const side = kernel * scale;
  return [
    path(
      through([
        [x + side, y],
        [toX, toY],
        [x + side, y + side],
      ]),
      { stroke: colour.accent, 'stroke-width': 1 },
    ),
    rect(x, y, side, side, { fill: 'none', stroke: colour.accent, 'stroke-width': 2 }),
    rect(toX, toY, scale, scale, { fill: colour.accent }),
  ];
}

/** As tall as the input: one hairline a unit, and one square a move, the fewest filled. */
function heads(): Child {
  const top = floor - sides.input;
  const { units } = dqn.dense;
  const { fewest, most } = dqn.output;
  const unit = sides.input / units;
  const hairs = Array.from({ length: units }, (_, row) => `M${left.dense} ${top + (row + 0.5) * unit}h22`).join('');
  const wires: Point[] = [
    [left.dense + 26, top],
    [left.output - 4, top],
    [left.dense + 26, floor],
    [left.output - 4, floor],
  ];
  return [
    path(hairs, { stroke: colour.accent, 'stroke-width': unit * 0.6 }),
    path(through(wires), { stroke: colour.rule, 'stroke-width': 1 }),
    Array.from({ length: most }, (_, move) =>
      rect(left.output, top + (move * sides.input) / most + 1, 9, 9, {
        fill: move < fewest ? colour.accent : colour.paper,
        stroke: colour.accent,
        'stroke-width': 1.5,
      }),
    ),
  ];
}

const label = (x: number, name: string, ...shape: string[]) => [
  text(x, floor + 28, name, { class: 'strong' }),
  text(x, floor + 52, shape, { class: 'muted' }),
];

/** One bar as long as all weights, cut where the layers meet. */
function weights(): Child {
  const [top, height, width] = [420, 44, 858];
  const most = dqn.output.weights[1] ?? 0;
  const parts = [dqn.first.weights, dqn.second.weights, dqn.dense.weights, most];
  const total = parts.reduce((sum, part) => sum + part, 0);
  const ends = parts.map((_, index) => (parts.slice(0, index + 1).reduce((a, b) => a + b, 0) / total) * width);
  const [first, second, dense] = ends as [number, number, number];
  return [
    rect(0, top, width, height, { fill: colour.accent }),
    [first, second, dense].map((x) =>
      line([x, top - 8], [x, top + height], { stroke: colour.paper, 'stroke-width': 2 }),
    ),
    text(second + 22, top + 28, `${thousands(dqn.dense.weights)} weights into the ${dqn.dense.units} units`, {
      onFill: true,
      class: 'strong',
    }),
    text(0, top - 14, `${thousands(dqn.first.weights)} and ${thousands(dqn.second.weights)} in the convolutions`),
    text(width, top - 14, `${dqn.output.weights.map(thousands).join(' to ')} for the moves`, { anchor: 'end' }),
  ];
}

export default defineFigure({
  name: 'dqn-network',
  title: 'The network of 2013, to scale',
  description:
    `${dqn.input.frames} frames of ${dqn.input.side} by ${dqn.input.side} pixels; ${dqn.first.maps} maps of ` +
    `${dqn.first.side} by ${dqn.first.side}; ${dqn.second.maps} maps of ${dqn.second.side} by ${dqn.second.side}; ` +
    `${dqn.dense.units} units; ${dqn.output.fewest} to ${dqn.output.most} outputs, one a move. Weights: ` +
    `${thousands(dqn.first.weights)}, ${thousands(dqn.second.weights)}, ${thousands(dqn.dense.weights)}, and ` +
    `${dqn.output.weights.map(thousands).join(' to ')}.`,
  height: 480,
  body: () => [
    maps({
      x: left.input,
      y: floor - sides.input,
      width: sides.input,
      count: dqn.input.frames,
      step: 9,
      front: seen(),
    }),
    maps({ x: left.first, y: floor - sides.first, width: sides.first, count: dqn.first.maps, step: 7 }),
    maps({ x: left.second, y: floor - sides.second, width: sides.second, count: dqn.second.maps, step: 5 }),
    sight([left.input + 176, floor - 138], dqn.first.kernel, [left.first + 33, floor - 36]),
    sight([left.first + 36, floor - 24], dqn.second.kernel, [left.second + 12, floor - 12]),
    heads(),
    label(left.input, `${dqn.input.frames} frames`, `${dqn.input.side} × ${dqn.input.side}`),
    label(
      left.first,
      `${dqn.first.maps} maps`,
      `${dqn.first.side} × ${dqn.first.side}, through ${dqn.first.kernel} × ${dqn.first.kernel}`,
    ),
    label(
      left.second,
      `${dqn.second.maps} maps`,
      `${dqn.second.side} × ${dqn.second.side}, through ${dqn.second.kernel} × ${dqn.second.kernel}`,
    ),
    label(left.dense, `${dqn.dense.units}`, 'units'),
    label(left.output - 12, `${dqn.output.fewest} to ${dqn.output.most}`, 'moves'),
    weights(),
  ],
});
