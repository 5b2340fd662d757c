import type { GraphModel } from '@tensorflow/tfjs-converter';
import * as tf from '@tensorflow/tfjs-core';
import { DemoError } from '../../src/engine/errors';
import type { DemoModel, DemoModelFactory, LoadOptions } from '../../src/engine/model';
import { BLANK, NO_SQUARE, PictureReader, SIDE_PX } from '../../src/engine/picture';
import { type Hypothesis, randomFrom, Search } from './search';
import {
  type Caption,
  type CaptionInput,
  type CaptionResult,
  type DecoderName,
  joinWords,
  type Reading,
  STOP,
  shareBelow,
} from './task';

const DECODERS: readonly DecoderName[] = ['attention', 'plain'];

interface Vocabulary {
  readonly words: readonly string[];
  readonly begin: number;
  readonly end: number;
  readonly unknown: number;
}

/** How one decoder is to search, and how sure it was of the validation pictures. */
interface Calibration {
  readonly lengthExponent: number;
  readonly maxWords: number;
  /** Of the log-probability a word, the end counted: evenly spaced from the least sure picture to the surest. */
  readonly quantiles: readonly number[];
}

/** One decoder: a graph for the picture, and one for each word after that. */
interface Decoder {
  readonly start: GraphModel;
  readonly step: GraphModel;
}

/** What a decoder carries from step to step, all on the GPU. */
interface Memory {
  /** [beams, 1024]: hidden state and cell of the LSTM side by side. */
  state: tf.Tensor;
  /** Keys and values of the 49 places, read again at each step; none for the plain decoder. */
  readonly picture: Readonly<Record<string, tf.Tensor>>;
}

/**
 * A caption for a picture: the classifier's feature map [1, 7, 7, 1280], and an LSTM that writes. `attention` looks at the
 * map again before each word (Xu et al., 2015, section 3.1.2), `plain` sees its mean once (Vinyals et al., 2015, section 3.1).
 *
 * All beams advance in one step of the graph. A step's log-probabilities and attention come back in one readback, at most
 * 55 kB; states stay where they are.
 */
class ImageCaptionerModel implements DemoModel<CaptionInput, CaptionResult> {
  #encoder: GraphModel | undefined;
  #decoders: Readonly<Record<DecoderName, Decoder>> | undefined;
  #vocabulary: Vocabulary | undefined;
  #calibration: Readonly<Record<DecoderName, Calibration>> | undefined;
  readonly #reader = new PictureReader();
  /** The features of the picture that was asked about last: other beams, or other words, need no other look. */
  #seen: { readonly of: string; readonly features: tf.Tensor } | undefined;

  async load({ weights }: LoadOptions): Promise<void> {
    const json = async (path: string) => JSON.parse(new TextDecoder().decode(await weights.file(path)));
    const decoder = async (name: DecoderName): Promise<Decoder> => {
      const [start, step] = await Promise.all(
        ['start', 'step'].map((part) => weights.graphModel(`${name}/${part}/model.json`)),
      );
      return { start: start as GraphModel, step: step as GraphModel };
    };
    const [encoder, attention, plain, vocabulary, calibration] = await Promise.all([
      weights.folder('image-classifier').graphModel(),
      decoder('attention'),
      decoder('plain'),
      json('vocabulary.json'),
      json('calibration.json'),
    ]);
    this.#encoder = encoder;
    this.#decoders = { attention, plain };
    this.#vocabulary = vocabulary as Vocabulary;
    this.#calibration = calibration;
    // Two steps: the second goes on from as many rows as there are beams, and needs other shaders than the first.
    const prefix = [this.#vocabulary.words.at(-1) as string, STOP];
    const plainly = { square: NO_SQUARE, temperature: 0, seed: 0, prefix };
    await this.step({ picture: BLANK, decoders: DECODERS, beamWidth: 3, ...plainly });
  }

  async step(input: CaptionInput): Promise<CaptionResult> {
    const features = this.#featuresOf(input);
    const { beamWidth, temperature, prefix } = input;
    const readings: Partial<Record<DecoderName, Reading>> = {};
    for (const name of input.decoders) readings[name] = await this.#read(name, features, input);
    return { ...readings, beamWidth, temperature, prefix, covered: input.square.side > 0 };
  }

  reset(): void {
    this.#forget();
  }

  dispose(): void {
    this.#forget();
    this.#encoder = undefined;
    this.#decoders = undefined;
  }

  #forget(): void {
    this.#reader.forget();
    this.#seen?.features.dispose();
    this.#seen = undefined;
  }

  /** [1, 7, 7, 1280] */
  #featuresOf({ picture, square }: CaptionInput): tf.Tensor {
    const encoder = loaded(this.#encoder);
    const { x, y, side } = square;
    const of = `${picture.id} ${side > 0 ? [x, y, side] : 'whole'}`;
    if (this.#seen?.of === of) return this.#seen.features;
    const pixels = this.#reader.read(picture, square);
    const features = tf.tidy(
      () => encoder.execute(tf.tensor4d(pixels, [1, SIDE_PX, SIDE_PX, 3]), 'features') as tf.Tensor,
    );
    this.#seen?.features.dispose();
    this.#seen = { of, features };
    return features;
  }

  async #read(name: DecoderName, features: tf.Tensor, input: CaptionInput): Promise<Reading> {
    const decoder = loaded(this.#decoders)[name];
    const { words } = loaded(this.#vocabulary);
    const search = this.#search(name, input);
    const memory = start(decoder.start, features);
    try {
      while (!search.over) {
        const values = advance(decoder.step, memory, search);
        try {
          search.advance((await values.data()) as Float32Array, words.length);
        } finally {
          values.dispose();
        }
      }
    } finally {
      tf.dispose([memory.state, ...Object.values(memory.picture)]);
    }
    return this.#reading(name, search);
  }

  #search(name: DecoderName, { beamWidth, temperature, seed, prefix }: CaptionInput): Search {
    const { begin, end } = loaded(this.#vocabulary);
    const { lengthExponent, maxWords } = loaded(this.#calibration)[name];
    return new Search({
      width: beamWidth,
      begin,
      end,
      prefix: prefix.map((word) => this.#indexOf(word)),
      longest: maxWords,
      lengthExponent,
      temperature,
      random: randomFrom(seed),
    });
  }

  #indexOf(word: string): number {
    const { words, begin, end, unknown } = loaded(this.#vocabulary);
    const index = word === STOP ? end : words.indexOf(word);
    if (index === -1 || index === begin || index === unknown)
      throw new DemoError('input', `“${word}” is not among the ${words.length} words it knows.`, word);
    return index;
  }

  #wordOf(index: number): string {
    const { words, end } = loaded(this.#vocabulary);
    return index === end ? STOP : (words[index] as string);
  }

  #reading(name: DecoderName, search: Search): Reading {
    const { hypotheses, branches } = search;
    const best = hypotheses[0] as Hypothesis;
    return {
      captions: hypotheses.map((hypothesis) => this.#caption(hypothesis)),
      branches: branches.map(({ parent, word, logProbability, kept }) => ({
        parent,
        word: this.#wordOf(word),
        probability: Math.exp(logProbability),
        kept,
      })),
      best: best.branch,
      sureness: shareBelow(loaded(this.#calibration)[name].quantiles, best.logProbability / best.steps.length),
    };
  }

  #caption({ steps, logProbability }: Hypothesis): Caption {
    const said = steps.map(({ word }) => this.#wordOf(word)).filter((word) => word !== STOP);
    const looks = steps.slice(0, said.length).map(({ attention }) => attention);
    return {
      text: joinWords(said),
      words: said,
      logProbability,
      ...(looks[0] && { attention: looks as number[][] }),
      choices: steps.map(({ choices }) =>
        choices.map((choice) => ({ word: this.#wordOf(choice.word), probability: Math.exp(choice.logProbability) })),
      ),
    };
  }
}

/** From the picture to what is remembered before the first word: one row, from which all beams begin. */
function start(graph: GraphModel, features: tf.Tensor): Memory {
  const looks = graph.outputs.some(({ name }) => name === 'keys');
  const outputs = ['state0', ...(looks ? ['keys', 'values'] : [])];
  const [state, keys, values] = [graph.execute({ features }, outputs)].flat() as [tf.Tensor, ...tf.Tensor[]];
  return { state, picture: keys && values ? { keys, values } : {} };
}

/**
 * One step of all beams; the memory goes on in place.
 * @returns [beams, words], or [beams, words + 49] where the decoder looks; the caller's to dispose of
 */
function advance(graph: GraphModel, memory: Memory, { tokens, parents }: Search): tf.Tensor {
  const looks = 'keys' in memory.picture;
  const outputs = ['log_probabilities', 'state_next', ...(looks ? ['attention'] : [])];
  const before = memory.state;
  const [values, state] = tf.tidy(() => {
    const token = tf.tensor1d(tokens, 'int32');
    const inputs = { token, state: tf.gather(before, tf.tensor1d(parents, 'int32')), ...memory.picture };
    const [next, state, attention] = graph.execute(inputs, outputs) as [tf.Tensor, tf.Tensor, tf.Tensor?];
    return [attention ? tf.concat([next, attention], 1) : next, state];
  }) as [tf.Tensor, tf.Tensor];
  before.dispose();
  memory.state = state;
  return values;
}

function loaded<T>(part: T | undefined): T {
  if (part === undefined) throw new DemoError('step', 'The network is not loaded.', 'not loaded');
  return part;
}

const createModel: DemoModelFactory<CaptionInput, CaptionResult> = () => new ImageCaptionerModel();
export default createModel as DemoModelFactory;
