/** Shapes and weights of the network of Mnih et al. (2013, section 4.1), from the sizes that the paper gives. */
import data from '../dqn-network.json';

export interface Convolution {
  readonly kernel: number;
  readonly stride: number;
  readonly maps: number;
}

/** Side of what an unpadded convolution makes of a square. Throws a RangeError when the steps do not fit. */
export function convolvedSide(side: number, { kernel, stride }: Convolution): number {
  const steps = (side - kernel) / stride;
  if (!Number.isInteger(steps))
    throw new RangeError(`a kernel of ${kernel} in steps of ${stride} does not fit ${side}`);
  return steps + 1;
}

/** Weights with one bias a map. */
export function convolutionWeights(channels: number, { kernel, maps }: Convolution): number {
  return kernel ** 2 * channels * maps + maps;
}

/** Weights with one bias an output. */
export function denseWeights(inputs: number, outputs: number): number {
  return inputs * outputs + outputs;
}

const [first, second] = data.convolutions as [Convolution, Convolution];
const firstSide = convolvedSide(data.input.side, first);
const secondSide = convolvedSide(firstSide, second);

/** Sides of the two stacks of maps, and the weights of each layer; the last for the fewest and the most moves. */
export const dqn = {
  input: data.input,
  first: { ...first, side: firstSide, weights: convolutionWeights(data.input.frames, first) },
  second: { ...second, side: secondSide, weights: convolutionWeights(first.maps, second) },
  dense: { units: data.dense, weights: denseWeights(secondSide ** 2 * second.maps, data.dense) },
  output: {
    ...data.moves,
    weights: [denseWeights(data.dense, data.moves.fewest), denseWeights(data.dense, data.moves.most)],
  },
} as const;
