/** The parameters of NeuralTalk with its default sizes, counted as its code makes them. */
import { costOf } from '../layer-plan.ts';

export interface Sizes {
  /** Numbers that the ConvNet gives for a picture. */
  readonly features: number;
  /** Classes of the ConvNet’s last layer, which is cut off. */
  readonly classes: number;
  /** Width of the input, for pictures and for words alike. */
  readonly encoding: number;
  readonly hidden: number;
  /** Words of the vocabulary, the mark of start and end not counted. */
  readonly words: number;
}

export interface Part {
  readonly name: string;
  readonly parameters: number;
}

/** VGG’s 16-layer network up to its features: all but the weights and biases of the last layer. */
export function frozenParameters({ features, classes }: Sizes): number {
  return costOf('vgg', 'shallower').parameters - (features + 1) * classes;
}

/** The parts that are trained. Words have no bias on their way in; the LSTM’s four parts share one matrix with one. */
export function trainedParts({ features, encoding, hidden, words }: Sizes): Part[] {
  const symbols = words + 1;
  return [
    { name: 'features to input', parameters: (features + 1) * encoding },
    { name: 'words to input', parameters: symbols * encoding },
    { name: `LSTM of ${hidden} cells`, parameters: (encoding + hidden + 1) * 4 * hidden },
    { name: 'state to words', parameters: (hidden + 1) * symbols },
  ];
}

/** 1,048,832 → “1.05 million”, 134,260,544 → “134.3 million”. */
export function millions(parameters: number): string {
  const value = parameters / 1e6;
  return `${value.toFixed(value < 10 ? 2 : 1)} million`;
}
