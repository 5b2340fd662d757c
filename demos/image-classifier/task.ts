import type { RawPicture, Square } from '../../src/demo/picture/square';

/** A page shows five bars; maps for more would only cost time. */
export const MAPPED_CLASSES = 5;

/** One picture to be judged. */
export interface ClassifierInput {
  readonly picture: RawPicture;
  readonly square: Square;
  /** How many classes to give, best first. */
  readonly top: number;
  /** Whether to map the evidence for the best of them, as many as `MAPPED_CLASSES`. */
  readonly heat: boolean;
  /** Classes whose probabilities are wanted whatever their rank. */
  readonly among?: readonly number[];
}

export interface ClassResult {
  /** 0 to 999, in the order of ILSVRC. */
  readonly index: number;
  readonly wordnetId: string;
  readonly label: string;
  readonly probability: number;
  /** [7, 7]: class activation (Zhou et al., 2016); positive speaks for the class. */
  readonly heat?: readonly number[];
}

export interface Classification {
  readonly classes: readonly ClassResult[];
  /** Probabilities of the classes asked for by `among`, in that order. */
  readonly among?: readonly number[];
}

/** The indices of the `count` largest values, largest first; ties go to the lower index. */
export function topIndices(values: ArrayLike<number>, count: number): number[] {
  return Array.from(values, (_, index) => index)
    .sort((a, b) => (values[b] as number) - (values[a] as number) || a - b)
    .slice(0, count);
}
