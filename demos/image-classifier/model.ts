import type { GraphModel } from '@tensorflow/tfjs-converter';
import * as tf from '@tensorflow/tfjs-core';
import { DemoError } from '../../src/engine/errors';
import type { DemoModel, DemoModelFactory, LoadOptions } from '../../src/engine/model';
import { BLANK, NO_SQUARE, PictureReader, SIDE_PX } from '../../src/engine/picture';
import { type Classification, type ClassifierInput, MAPPED_CLASSES, topIndices } from './task';

const CELLS = 7 * 7;
const CHANNELS = 1280;

type Label = readonly [wordnetId: string, label: string];

/**
 * EfficientNet-Lite0 (Tan and Le, 2019) with two outputs: `probabilities` [1, 1000] and `features` [1, 7, 7, 1280].
 *
 * The last layer averages the features over the 49 places and weighs them for each class, so weighing them before the
 * average tells how much each place speaks for a class: the class activation map of Zhou et al. (2016), section 2.
 */
class ImageClassifierModel implements DemoModel<ClassifierInput, Classification> {
  #graph: GraphModel | undefined;
  /** [1280, 1000], owned by the graph */
  #classWeights: tf.Tensor2D | undefined;
  #labels: readonly Label[] = [];
  readonly #reader = new PictureReader();

  async load({ weights }: LoadOptions): Promise<void> {
    const [graph, labels] = await Promise.all([weights.graphModel(), weights.file('labels.json')]);
    this.#graph = graph;
    this.#labels = JSON.parse(new TextDecoder().decode(labels)) as Label[];
    this.#classWeights = findClassWeights(graph);
    await this.step({ picture: BLANK, square: NO_SQUARE, top: 5, heat: true });
  }

  async step({ picture, square, top, heat, among }: ClassifierInput): Promise<Classification> {
    const graph = this.#graph;
    if (!graph) throw new DemoError('step', 'The network is not loaded.', 'not loaded');
    const pixels = this.#reader.read(picture, square);
    const [probabilities, features] = tf.tidy(() => {
      const input = tf.tensor4d(pixels, [1, SIDE_PX, SIDE_PX, 3]);
      return graph.execute(input, ['probabilities', 'features']) as tf.Tensor[];
    }) as [tf.Tensor, tf.Tensor];
    try {
      const values = await probabilities.data();
      const indices = topIndices(values, top);
      const maps = heat ? await this.#heat(features, indices.slice(0, MAPPED_CLASSES)) : undefined;
      const classes = indices.map((index, rank) => {
        const [wordnetId, label] = this.#labels[index] as Label;
        const probability = values[index] as number;
        return { index, wordnetId, label, probability, ...(maps?.[rank] && { heat: maps[rank] }) };
      });
      return { classes, ...(among && { among: among.map((index) => values[index] as number) }) };
    } finally {
      tf.dispose([probabilities, features]);
    }
  }

  reset(): void {
    this.#reader.forget();
  }

  dispose(): void {
    this.#graph = undefined;
    this.#classWeights = undefined;
    this.#reader.forget();
  }

  /** Maps for all the classes in one product and one readback. @returns [class][49] */
  async #heat(features: tf.Tensor, indices: readonly number[]): Promise<number[][]> {
    const maps = tf.tidy(() => {
      const columns = tf.gather(this.#classWeights as tf.Tensor2D, tf.tensor1d([...indices], 'int32'), 1); // [1280, classes]
      return tf.matMul(columns, tf.reshape(features, [CELLS, CHANNELS]), true, true); // [classes, 49]
    });
    try {
      return (await maps.array()) as number[][];
    } finally {
      maps.dispose();
    }
  }
}

/** The dense layer's weights are in the graph already; a copy of them would be 2.5 MB more to fetch. */
function findClassWeights(graph: GraphModel): tf.Tensor2D {
  const found = Object.values(graph.weights)
    .flat()
    .find(({ shape }) => shape.length === 2 && shape[0] === CHANNELS && shape[1] === 1000);
  if (!found) throw new DemoError('shape', 'The network has no last layer of 1280 × 1000.', 'class weights');
  return found as tf.Tensor2D;
}

const createModel: DemoModelFactory<ClassifierInput, Classification> = () => new ImageClassifierModel();
export default createModel as DemoModelFactory;
