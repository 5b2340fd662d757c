/**
 * Parameters and multiply-adds of a convolutional network, counted from its table of layers. Pooling, rectifiers and
 * normalisation have no weights and are not counted as work.
 */

/** A convolution or a pool with a square window. Sizes in cells of its input. */
interface Windowed {
  readonly windowPx: number;
  /** 1 by default. */
  readonly stridePx?: number;
  /** Cells of zeros around the input, 0 by default. */
  readonly paddingPx?: number;
}

export interface Convolution extends Windowed {
  readonly kind: 'convolution';
  readonly channels: number;
  /** Input and output channels split into this many parts that do not see each other; 1 by default. */
  readonly groups?: number;
}

/** Maximum or average; `roundUp` keeps a last window that hangs over the edge. */
export interface Pool extends Windowed {
  readonly kind: 'pool';
  readonly roundUp?: boolean;
}

export interface Dense {
  readonly kind: 'dense';
  readonly units: number;
}

/** Four branches side by side: 1 × 1; 1 × 1 then 3 × 3; 1 × 1 then 5 × 5; 3 × 3 pool then 1 × 1. */
export interface Inception {
  readonly kind: 'inception';
  readonly one: number;
  readonly threeReduced: number;
  readonly three: number;
  readonly fiveReduced: number;
  readonly five: number;
  readonly pooled: number;
}

export type Layer = Convolution | Pool | Dense | Inception;

/** What flows between layers: `side` × `side` cells of `channels` numbers; side 1 after a dense layer. */
export interface Shape {
  readonly side: number;
  readonly channels: number;
}

export interface Cost {
  /** Weights and biases. */
  readonly parameters: number;
  /** Multiply-adds for one picture; biases not counted. */
  readonly multiplyAdds: number;
}

export interface Counted extends Cost {
  readonly output: Shape;
}

const side = (input: number, { windowPx, stridePx = 1, paddingPx = 0 }: Windowed, round: (n: number) => number) =>
  round((input + 2 * paddingPx - windowPx) / stridePx) + 1;

/** Adds costs up. */
export function total(costs: readonly Cost[]): Cost {
  return costs.reduce<Cost>(
    (sum, cost) => ({
      parameters: sum.parameters + cost.parameters,
      multiplyAdds: sum.multiplyAdds + cost.multiplyAdds,
    }),
    { parameters: 0, multiplyAdds: 0 },
  );
}

function countConvolution(layer: Convolution, input: Shape): Counted {
  const output = { side: side(input.side, layer, Math.floor), channels: layer.channels };
  const weights = (layer.windowPx ** 2 * input.channels * layer.channels) / (layer.groups ?? 1);
  return { parameters: weights + layer.channels, multiplyAdds: weights * output.side ** 2, output };
}

function countInception(layer: Inception, input: Shape): Counted {
  const same = (windowPx: number, channels: number): Convolution => ({
    kind: 'convolution',
    windowPx,
    paddingPx: (windowPx - 1) / 2,
    channels,
  });
  const branches: readonly (readonly Convolution[])[] = [
    [same(1, layer.one)],
    [same(1, layer.threeReduced), same(3, layer.three)],
    [same(1, layer.fiveReduced), same(5, layer.five)],
    [same(1, layer.pooled)],
  ];
  const costs = branches.flatMap((branch) => countAll(branch, input));
  const channels = layer.one + layer.three + layer.five + layer.pooled;
  return { ...total(costs), output: { side: input.side, channels } };
}

/** Counts one layer on an input of the given shape. */
export function count(layer: Layer, input: Shape): Counted {
  switch (layer.kind) {
    case 'convolution':
      return countConvolution(layer, input);
    case 'inception':
      return countInception(layer, input);
    case 'pool': {
      const output = {
        side: side(input.side, layer, layer.roundUp ? Math.ceil : Math.floor),
        channels: input.channels,
      };
      return { parameters: 0, multiplyAdds: 0, output };
    }
    case 'dense': {
      const weights = input.side ** 2 * input.channels * layer.units;
      return { parameters: weights + layer.units, multiplyAdds: weights, output: { side: 1, channels: layer.units } };
    }
  }
}

/** Counts layers one after another, each on the output of the one before. */
export function countAll(layers: readonly Layer[], input: Shape): Counted[] {
  const counted: Counted[] = [];
  let shape = input;
  for (const layer of layers) {
    const next = count(layer, shape);
    counted.push(next);
    shape = next.output;
  }
  return counted;
}
