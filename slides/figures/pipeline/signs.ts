/** What each step of the pipeline does, as a small drawing in one colour round the middle (x, y), about 100 px wide. */
import { fallingEdge, levelEdge, sharpen, uprightEdge } from '../kit/filters.ts';
import { cellOf, convolve, maxPool, scaled, squares } from '../kit/grid.ts';
import { edges, panda } from '../kit/panda.ts';
import { type Child, type Colour, circle, line, type Point, path, rect, through } from '../kit/svg.ts';

export type Sign = (x: number, y: number, ink: Colour) => Child;

const toRight = [[-1, 0, 1]];
const toBottom = [[-1], [0], [1]];

/** Histograms of the photograph's gradients: in each of 4 × 4 fields, eight strokes as long as their direction is strong. */
function gradientFields(): number[][] {
  const [right, down] = [convolve(panda, toRight), convolve(panda, toBottom)];
  const fields = Array.from({ length: 16 }, () => new Array<number>(8).fill(0));
  for (let row = 0; row < 62; row++)
    for (let column = 0; column < 62; column++) {
      const [dx, dy] = [cellOf(right, row, column), cellOf(down, row, column)];
      const field = fields[Math.min(3, Math.floor(row / 15.5)) * 4 + Math.min(3, Math.floor(column / 15.5))];
      const bin = Math.round((Math.atan2(dy, dx) / (2 * Math.PI)) * 8 + 8) % 8;
      if (field) field[bin] = (field[bin] ?? 0) + Math.hypot(dx, dy);
    }
  return fields;
}

/** Local descriptors: the gradient histograms of the photograph beside it. */
export const descriptorSign: Sign = (x, y, ink) => {
  const fields = gradientFields();
  const most = Math.max(...fields.flat());
  return fields.map((bins, index) => {
    const [cx, cy] = [x + ((index % 4) - 1.5) * 29, y + (Math.floor(index / 4) - 1.5) * 29];
    return bins.map((strength, bin) => {
      const [angle, length] = [(bin / 8) * 2 * Math.PI, 14 * Math.sqrt(strength / most)];
      return line([cx, cy], [cx + length * Math.cos(angle), cy + length * Math.sin(angle)], { stroke: ink });
    });
  });
};

/** Coding: descriptors as dots, each tied to the nearest entry of the dictionary. */
export const codingSign: Sign = (x, y, ink) => {
  const words: readonly Point[] = [
    [-30, -24],
    [30, -30],
    [-22, 30],
    [30, 26],
  ];
  const around: readonly Point[] = [
    [-17, -9],
    [15, -7],
    [3, 17],
    [-13, 13],
  ];
  return words.map(([wx, wy], word) => [
    around.map(([dx, dy], index) => {
      const turn = word * 0.8;
      const dot: Point = [
        x + wx + dx * Math.cos(turn) - dy * Math.sin(turn) * (1 + index * 0.08),
        y + wy + dx * Math.sin(turn) + dy * Math.cos(turn),
      ];
      return [line([x + wx, y + wy], dot, { stroke: ink, 'stroke-width': 1 }), circle(dot, 3, { fill: ink })];
    }),
    rect(x + wx - 5, y + wy - 5, 10, 10, { fill: ink }),
  ]);
};

/** Pooling: four regions, each summed up in a small histogram. */
export const poolingSign: Sign = (x, y, ink) => {
  const heights = [
    [9, 26, 14, 20],
    [24, 8, 18, 11],
    [12, 17, 30, 6],
    [20, 12, 7, 27],
  ];
  return [
    rect(x - 52, y - 52, 104, 104, { fill: 'none', stroke: ink, 'stroke-width': 1.5 }),
    line([x, y - 52], [x, y + 52], { stroke: ink }),
    line([x - 52, y], [x + 52, y], { stroke: ink }),
    heights.map((bars, region) => {
      const [left, bottom] = [x - 52 + (region % 2) * 52 + 9, y - 8 + Math.floor(region / 2) * 52];
      return bars.map((height, bar) => rect(left + bar * 9, bottom - height, 6, height, { fill: ink }));
    }),
  ];
};

/** A classifier: two kinds of points and the straight line between them. */
export const classifierSign: Sign = (x, y, ink) => {
  const ours: readonly Point[] = [
    [-38, -30],
    [-14, -40],
    [-34, -4],
    [-8, -14],
    [14, -34],
  ];
  return [
    line([x - 50, y + 44], [x + 50, y - 40], { stroke: ink, 'stroke-width': 2.5 }),
    ours.map(([dx, dy]) => circle([x + dx, y + dy], 5, { fill: ink })),
    ours.map(([dx, dy]) => circle([x - dx + 4, y - dy + 4], 5, { fill: 'none', stroke: ink, 'stroke-width': 2 })),
  ];
};

/** Early convolutions: four kernels, the title slide's. */
export const kernelSign: Sign = (x, y, ink) =>
  [fallingEdge, levelEdge, uprightEdge, sharpen].map(({ kernel, largest }, index) => {
    const [left, top] = [x - 54 + (index % 2) * 60, y - 54 + Math.floor(index / 2) * 60];
    return squares(scaled(kernel, 0.95 / largest), { x: left, y: top, cell: 9.6, positive: ink });
  });

/** Later convolutions: maps of edges in the photograph, pooled. */
export const mapSign: Sign = (x, y, ink) =>
  edges.map((map, index) => {
    const pooled = maxPool(map, 2);
    const [left, top] = [x - 55 + (index % 2) * 58, y - 55 + Math.floor(index / 2) * 58];
    return squares(pooled, { x: left, y: top, cell: 52 / pooled.length, positive: ink });
  });

/** Dense layers: every unit of one column tied to every unit of the next. */
export const denseSign: Sign = (x, y, ink) => {
  const column = (left: number, count: number): Point[] =>
    Array.from({ length: count }, (_, index) => [x + left, y + (index - (count - 1) / 2) * 21]);
  const [from, to] = [column(-40, 6), column(40, 5)];
  const ties = from.flatMap((start) => to.map((end) => through([start, end]))).join('');
  return [
    path(ties, { stroke: ink, 'stroke-width': 0.8, 'stroke-opacity': 0.7 }),
    [...from, ...to].map((unit) => circle(unit, 6, { fill: ink })),
  ];
};
