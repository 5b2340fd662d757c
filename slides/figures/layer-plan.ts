import { defineFigure } from './kit/figure.ts';
import { type Cost, countAll, type Layer, total } from './kit/network.ts';
import { type Child, type Colour, colour, el, type Markup, path, rect, text, through } from './kit/svg.ts';
import data from './layer-plan.json';

const width = 858;
/** Top and bottom of the parameters, of the plan, and of the multiply-adds. */
const tiers = { parameters: [74, 114], plan: [192, 302], work: [380, 420] } as const;
const gap = 6;

interface Stage {
  readonly name: string;
  readonly note: string;
  readonly layers: readonly Layer[];
  /** Convolutions that the shallower variant of the network has not. */
  readonly extraConvolutions?: number;
}

interface Network {
  readonly name: string;
  readonly inputPx: number;
  readonly stages: readonly Stage[];
  /** Name of the variant without the extra convolutions. */
  readonly shallower?: string;
}

interface CountedStage extends Cost {
  readonly name: string;
  readonly lines: readonly string[];
  readonly dense: boolean;
  /** Layers with weights; a module counts as one. */
  readonly weighted: number;
  /** How many of them the shallower variant lacks. */
  readonly extra: number;
}

const nets: Readonly<Record<string, Network>> = data.nets as Readonly<Record<string, Network>>;

function networkOf(net: string): Network {
  const network = nets[net];
  if (!network) throw new RangeError(`layer-plan.json has no network "${net}"`);
  return network;
}

/** The same network without the convolutions that only the deeper variant has. */
function shallower(network: Network): Network {
  const stages = network.stages.map((stage) => ({
    ...stage,
    layers: stage.layers.slice(stage.extraConvolutions ?? 0),
  }));
  return { ...network, stages };
}

/** Parameters and multiply-adds of a network by its name in the data, as published in its deepest variant. */
export function costOf(net: string, variant: 'deepest' | 'shallower' = 'deepest'): Cost {
  const network = networkOf(net);
  return total(countStages(variant === 'deepest' ? network : shallower(network)));
}

/** Counts a network stage by stage. */
function countStages(network: Network): CountedStage[] {
  const counted = countAll(
    network.stages.flatMap(({ layers }) => layers),
    { side: network.inputPx, channels: 3 },
  );
  let done = 0;
  return network.stages.map(({ name, note, layers, extraConvolutions: extra = 0 }) => {
    const own = counted.slice(done, done + layers.length);
    done += layers.length;
    const dense = layers.some(({ kind }) => kind === 'dense');
    const channels = own.at(-1)?.output.channels ?? 0;
    const size = dense ? String(channels) : `${channels} maps`;
    const weighted = layers.filter(({ kind }) => kind !== 'pool').length;
    return { ...total(own), name, lines: [note, size].filter(Boolean), dense, weighted, extra };
  });
}

type Measure = keyof Cost;

const fillOf = ({ dense }: CountedStage): Colour => (dense ? colour.accent : colour.ink);

/** Left and right of each stage on a bar that is as wide as the figure. */
function spans(stages: readonly CountedStage[], measure: Measure): [number, number][] {
  const scale = width / total(stages)[measure];
  let left = 0;
  return stages.map((stage) => {
    const from = left;
    left += stage[measure] * scale;
    return [from, left];
  });
}

function bar(stages: readonly CountedStage[], measure: Measure, [top, bottom]: readonly [number, number]): Markup[] {
  return spans(stages, measure).map(([left, right], index) => {
    const stage = stages[index];
    if (!stage) throw new RangeError('a span without its stage');
    const share = Math.round((stage[measure] / total(stages)[measure]) * 100);
    const box = rect(left, top, right - left, bottom - top, {
      fill: fillOf(stage),
      stroke: right - left > 4 && colour.paper,
      'stroke-width': 1,
    });
    if (right - left < 56) return box;
    return el('g', {}, box, text((left + right) / 2, top + 27, `${share} %`, { anchor: 'middle', onFill: true }));
  });
}

/** What ties a stage of the plan to its share of a bar. */
function ties(stages: readonly CountedStage[], measure: Measure, fromY: number, toY: number): Markup[] {
  const columns = columnsOf(stages);
  return spans(stages, measure).map(([left, right], index) => {
    const [boxLeft, boxRight] = columns[index] ?? [0, 0];
    const corners = through(
      [
        [left, fromY],
        [right, fromY],
        [boxRight, toY],
        [boxLeft, toY],
      ],
      true,
    );
    const dense = stages[index]?.dense;
    return path(corners, {
      fill: dense ? colour.accent : colour.ink,
      'fill-opacity': dense ? 0.2 : 0.1,
      stroke: 'none',
    });
  });
}

function columnsOf(stages: readonly CountedStage[]): [number, number][] {
  const pitch = (width + gap) / stages.length;
  return stages.map((_, index) => [index * pitch, index * pitch + pitch - gap]);
}

function plan(stages: readonly CountedStage[]): Child {
  const [top, bottom] = tiers.plan;
  const several = stages.some(({ weighted }) => weighted > 1);
  const columns = columnsOf(stages);
  return stages.map((stage, index) => {
    const [left, right] = columns[index] ?? [0, 0];
    const lines = stage.lines;
    const squares = Array.from({ length: several ? stage.weighted : 0 }, (_, count) =>
      rect(left + 9.5 + count * 16, bottom - 20.5, 10, 10, {
        fill: count < stage.weighted - stage.extra ? colour.paper : 'none',
        stroke: colour.paper,
        'stroke-width': 1.5,
      }),
    );
    return [
      rect(left, top, right - left, bottom - top, { fill: fillOf(stage) }),
      text(left + 8, top + 27, stage.name, { onFill: true, class: 'strong' }),
      text(left + 8, top + 51, lines, { onFill: true, leading: 22 }),
      squares,
    ];
  });
}

/** A number in large serif with what it counts after it, on one line. */
function sum(y: number, figure: string, name: string): Markup {
  return el('text', { x: 0, y }, el('tspan', { class: 'big' }, figure), el('tspan', { dx: 10 }, name));
}

function shares(stages: readonly CountedStage[], measure: Measure, y: number): Child {
  const percent = (part: readonly CountedStage[]) => {
    const share = (total(part)[measure] / total(stages)[measure]) * 100;
    return `${share < 1 || share > 99 ? share.toFixed(1) : Math.round(share)} %`;
  };
  const dense = stages.filter((stage) => stage.dense);
  const layers = dense.length > 1 ? 'dense layers' : 'dense layer';
  return [
    text(0, y, `convolutions ${percent(stages.filter((stage) => !stage.dense))}`),
    text(width, y, `${layers} ${percent(dense)}`, { anchor: 'end', fill: colour.accent }),
  ];
}

const millions = (parameters: number) => `${(parameters / 1e6).toFixed(parameters < 1e8 ? 1 : 0)} million`;
const billions = (multiplyAdds: number) => `${(multiplyAdds / 1e9).toFixed(multiplyAdds < 1e10 ? 2 : 1)} billion`;

/** The figure for the shallower variant, where there is one. */
function alsoFor(network: Network, amount: (cost: Cost) => string): string {
  if (!network.shallower) return '';
  return `; ${network.shallower}, without the hollow squares: ${amount(total(countStages(shallower(network))))}`;
}

function inWords(net: string): string {
  const network = networkOf(net);
  const stages = countStages(network);
  const all = total(stages);
  const list = stages.map(
    ({ name, parameters, multiplyAdds }) =>
      `${name} ${((parameters / all.parameters) * 100).toFixed(1)} and ${((multiplyAdds / all.multiplyAdds) * 100).toFixed(1)}`,
  );
  return (
    `${network.name}: ${millions(all.parameters)} parameters, ${billions(all.multiplyAdds)} multiply-adds a picture. ` +
    `Shares of each in per cent, layer by layer: ${list.join('; ')}.`
  );
}

export default defineFigure({
  name: 'layer-plan',
  title: 'Layers of a network, to the scale of their parameters and of their work',
  description: ({ net }) => inWords(net),
  parameters: { net: { values: ['alexnet', 'overfeat', 'vgg', 'googlenet'] } },
  height: 500,
  body: ({ net }) => {
    const network = networkOf(net);
    const stages = countStages(network);
    const all = total(stages);
    return [
      sum(28, millions(all.parameters), `parameters${alsoFor(network, ({ parameters }) => millions(parameters))}`),
      text(width, 28, network.name, { anchor: 'end', class: 'muted' }),
      shares(stages, 'parameters', tiers.parameters[0] - 12),
      ties(stages, 'parameters', tiers.parameters[1], tiers.plan[0]),
      ties(stages, 'multiplyAdds', tiers.work[0], tiers.plan[1]),
      bar(stages, 'parameters', tiers.parameters),
      plan(stages),
      bar(stages, 'multiplyAdds', tiers.work),
      shares(stages, 'multiplyAdds', tiers.work[1] + 26),
      sum(
        tiers.work[1] + 70,
        billions(all.multiplyAdds),
        `multiply-adds for one picture${alsoFor(network, ({ multiplyAdds }) => billions(multiplyAdds))}`,
      ),
    ];
  },
});
