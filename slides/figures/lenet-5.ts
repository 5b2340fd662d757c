import { defineFigure } from './kit/figure.ts';
import { maps } from './kit/layer.ts';
import { value } from './kit/point.ts';
import { type Child, colour, line, type Point, path, rect, text } from './kit/svg.ts';
import data from './lenet-5.json';

/** Pixels of the figure to one pixel of a map, and to one unit of a dense layer. */
const scale = 3.5;
const unit = 1.6;
const middle = 182;
const gap = 26;
/** Baselines of the three rows of labels. */
const rows = { name: 346, shape: 370, step: 398 } as const;
/** The digit that the network is shown, as a pen would write it in a 32 × 32 picture. */
const pen =
  'M9.5 9.5C12 6 21 5.5 21.5 10.5C21.8 14 17 15.2 14.5 15.2C18.5 15.2 23 17 22.5 21.5C22 26.8 12.5 27.5 9 23.2';
const answer = 3;

interface Placed {
  readonly left: number;
  readonly top: number;
  readonly side: number;
  /** Pixels from one map to the next behind it. */
  readonly step: number;
  readonly layer: (typeof data.layers)[number];
  /** Where the stack ends on the right. */
  readonly right: number;
}

/** Stacks from left to right, each centred on one line with the offset of the maps behind it. */
function placeStacks(): Placed[] {
  let left = 0;
  return data.layers.map((layer) => {
    const side = layer.sidePx * scale;
    const step = layer.maps > 6 ? 5 : 9;
    const depth = (layer.maps - 1) * step;
    const placed = { left, top: middle - (side - depth) / 2, side, step, layer, right: left + side + depth };
    left = placed.right + gap;
    return placed;
  });
}

function stack({ left, top, side, step, layer }: Placed): Child {
  const shape =
    layer.maps > 1 ? `${layer.maps} of ${layer.sidePx} × ${layer.sidePx}` : `${layer.sidePx} × ${layer.sidePx}`;
  return [
    maps({ x: left, y: top, width: side, count: layer.maps, step }),
    text(left, rows.name, layer.name, { class: 'strong' }),
    text(left, rows.shape, shape, { class: 'muted' }),
    layer.step !== '' && text(left, rows.step, layer.step, { class: 'note' }),
  ];
}

/** A window on the nearest map of one stack and the cell of the next that it makes. */
function view(from: Placed, to: Placed, windowPx: number, [column, row]: Point): Child {
  const pixel = from.side / from.layer.sidePx;
  const side = windowPx * pixel;
  const corner: Point = [from.left + column * pixel, from.top + row * pixel];
  const stride = from.layer.sidePx / to.layer.sidePx >= 2 ? 2 : 1;
  const cell = to.side / to.layer.sidePx;
  const target: Point = [to.left + (column / stride) * cell, to.top + (row / stride) * cell];
  const thin = { stroke: colour.accent, 'stroke-width': 1.5 };
  return [
    line([corner[0] + side, corner[1]], target, thin),
    line([corner[0] + side, corner[1] + side], [target[0], target[1] + cell], thin),
    rect(...corner, side, side, {
      fill: colour.accent,
      'fill-opacity': 0.25,
      stroke: colour.accent,
      'stroke-width': 2,
    }),
    rect(...target, cell, cell, { fill: colour.accent }),
  ];
}

function dense(left: number): Child {
  const bars = data.dense.map(({ name, units }, index) => {
    const [x, height] = [left + index * 54, units * unit];
    return [
      rect(x, middle - height / 2, 16, height, { fill: colour.accent }),
      text(x, rows.name, name, { class: 'strong' }),
      text(x, rows.shape, String(units), { class: 'muted' }),
    ];
  });
  const outputs = left + data.dense.length * 54;
  const pitch = 25;
  const cells = Array.from({ length: data.classes }, (_, digit) => {
    const top = middle - (data.classes / 2 - digit) * pitch;
    const seen = digit === answer;
    return [
      rect(outputs + 1, top + 2, 18, 18, {
        fill: seen ? colour.accent : colour.paper,
        stroke: seen ? colour.accent : colour.ruleStrong,
        'stroke-width': 1.5,
      }),
      text(outputs + 28, top + 17, String(digit), { class: seen ? 'strong' : 'muted' }),
    ];
  });
  return [
    bars,
    cells,
    text(left, rows.step, 'dense', { class: 'note' }),
    text(858, rows.name, 'output', { anchor: 'end', class: 'strong' }),
    text(858, rows.shape, String(data.classes), { anchor: 'end', class: 'muted' }),
  ];
}

const shapes = data.layers.map(({ maps: count, sidePx }) => `${count} of ${sidePx} by ${sidePx}`).join(', ');

export default defineFigure({
  name: 'lenet-5',
  title: 'LeNet-5, layer by layer',
  description:
    `From left to right, to scale: maps of ${shapes} pixels, made by convolving with 5 by 5 windows and pooling 2 by 2 ` +
    `in turn; then dense layers of ${data.dense.map(({ units }) => units).join(' and ')} units and ${data.classes} outputs, ` +
    `of which that for the digit ${answer} is lit. ${data.errors.map((error) => `${error.value} ${error.name}`).join('; ')}.`,
  height: 480,
  body: () => {
    const stacks = placeStacks();
    const [input, c1, s2, c3, s4] = stacks;
    if (!input || !c1 || !s2 || !c3 || !s4) throw new RangeError('lenet-5.json must hold five stacks');
    const digit = path(pen, {
      transform: `translate(${input.left} ${input.top}) scale(${scale})`,
      'stroke-width': 2.6,
      'stroke-linecap': 'round',
    });
    return [
      stacks.map(stack),
      digit,
      view(input, c1, 5, [17, 5]),
      view(c1, s2, 2, [20, 18]),
      view(s2, c3, 5, [5, 4]),
      view(c3, s4, 2, [4, 4]),
      dense(s4.right + gap + 8),
      data.errors.map((error, index) => value([index * 380, 452], error.value, error.name)),
    ];
  },
});
