import '@tensorflow/tfjs-backend-webgl';
import type { GraphModel } from '@tensorflow/tfjs-converter';
import * as tf from '@tensorflow/tfjs-core';
import createModel from '../demos/image-captioner/model';
import { randomFrom, Search } from '../demos/image-captioner/search';
import type { CaptionInput, CaptionResult } from '../demos/image-captioner/task';
import { startBackend } from '../src/engine/backend';
import type { DemoModel } from '../src/engine/model';
import { NO_SQUARE, SIDE_PX } from '../src/engine/picture';
import { compare, type Outcome } from './bench';
import { weightsOf } from './weights';

const BEAMS = 3;
const PLACES = 49;
/** What `tf.topk` is asked for: as many words as a search of three beams can need. */
const TOP = 2 * BEAMS;

interface Parts {
  readonly start: GraphModel;
  readonly step: GraphModel;
  readonly vocabulary: { readonly words: readonly string[]; readonly begin: number; readonly end: number };
  readonly calibration: { readonly lengthExponent: number; readonly maxWords: number };
  /** [1, 7, 7, 1280] */
  readonly features: tf.Tensor;
}

/** What is known after a step: [beams, words + 49] as the search wants it, and the next state. */
type Step = (state: tf.Tensor, tokens: Int32Array, parents: Int32Array) => Promise<[Float32Array, tf.Tensor]>;

const input: CaptionInput = {
  picture: { id: 1, rgba: picture(), sidePx: SIDE_PX },
  square: NO_SQUARE,
  decoders: ['attention'],
  beamWidth: BEAMS,
  temperature: 0,
  seed: 0,
  prefix: [],
};

/** A caption by three beams, its picture seen already: from features to sentences. All ways must say the same. */
export async function run(): Promise<Outcome> {
  const [gpu, cpu] = [await ourModel('webgl'), await ourModel('wasm')];
  const parts = await use('webgl', readParts);
  const ours = (backend: 'webgl' | 'wasm', model: typeof gpu) => () =>
    use(backend, async () => (await model.step(input)).attention?.captions[0]?.text);
  const ways: Record<string, () => Promise<string | undefined>> = {
    'three beams in one step, WebGL (ours)': ours('webgl', gpu),
    'a step a beam, WebGL': () => use('webgl', () => sentence(parts, oneByOne(parts))),
    'one step, tf.topk before the readback, WebGL': () => use('webgl', () => sentence(parts, topFirst(parts))),
    'three beams in one step, WASM': ours('wasm', cpu),
  };
  const said = new Set<string | undefined>();
  for (const way of Object.values(ways)) said.add(await way());
  if (said.size !== 1) throw new Error(`the sentences differ: ${[...said].join(' / ')}`);
  return compare(`A caption with ${BEAMS} beams: “${[...said][0]}”`, ways, { runs: 9, warmUps: 2 });
}

async function use<T>(backend: 'webgl' | 'wasm', work: () => Promise<T>): Promise<T> {
  await tf.setBackend(backend);
  return work();
}

async function ourModel(backend: 'webgl' | 'wasm'): Promise<DemoModel<CaptionInput, CaptionResult>> {
  if (backend === 'wasm') await startBackend('wasm', () => undefined);
  else await tf.setBackend('webgl');
  const model = createModel() as DemoModel<CaptionInput, CaptionResult>;
  await model.load({ weights: weightsOf('image-captioner'), signal: new AbortController().signal });
  return model;
}

async function readParts(): Promise<Parts> {
  const weights = weightsOf('image-captioner');
  const json = async (path: string) => JSON.parse(new TextDecoder().decode(await weights.file(path)));
  const [encoder, start, step, vocabulary, calibration] = await Promise.all([
    weights.folder('image-classifier').graphModel(),
    weights.graphModel('attention/start/model.json'),
    weights.graphModel('attention/step/model.json'),
    json('vocabulary.json'),
    json('calibration.json'),
  ]);
  const pixels = Float32Array.from(input.picture.rgba.filter((_, index) => index % 4 < 3));
  const features = tf.tidy(() =>
    encoder.execute(tf.div(tf.sub(tf.tensor4d(pixels, [1, SIDE_PX, SIDE_PX, 3]), 127), 128), 'features'),
  ) as tf.Tensor;
  return { start, step, vocabulary, calibration: calibration.attention, features };
}

async function sentence(
  { start, vocabulary, calibration, features }: Parts,
  step: (picture: tf.NamedTensorMap) => Step,
) {
  const { words, begin, end } = vocabulary;
  const { lengthExponent, maxWords: longest } = calibration;
  const free = { prefix: [], temperature: 0, random: randomFrom(0) };
  const search = new Search({ width: BEAMS, begin, end, longest, lengthExponent, ...free });
  const [first, keys, values] = start.execute({ features }, ['state0', 'keys', 'values']) as [
    tf.Tensor,
    tf.Tensor,
    tf.Tensor,
  ];
  const advance = step({ keys, values });
  let state = first;
  while (!search.over) {
    const [read, next] = await advance(state, search.tokens, search.parents);
    state.dispose();
    state = next;
    search.advance(read, words.length);
  }
  tf.dispose([state, keys, values]);
  return search.hypotheses[0]?.steps
    .map(({ word }) => words[word])
    .slice(0, -1)
    .join(' ');
}

/** Each beam has a step, and a readback, of its own. */
const oneByOne =
  ({ step }: Parts) =>
  (picture: tf.NamedTensorMap): Step =>
  async (state, tokens, parents) => {
    const rows: Float32Array[] = [];
    const next: tf.Tensor[] = [];
    for (let beam = 0; beam < BEAMS; beam++) {
      const [values, after] = tf.tidy(() => {
        const token = tf.tensor1d(tokens.slice(beam, beam + 1), 'int32');
        const inputs = {
          token,
          state: tf.gather(state, tf.tensor1d(parents.slice(beam, beam + 1), 'int32')),
          ...picture,
        };
        const [words, after, look] = step.execute(inputs, [
          'log_probabilities',
          'state_next',
          'attention',
        ]) as tf.Tensor[];
        return [tf.concat([words as tf.Tensor, look as tf.Tensor], 1), after as tf.Tensor];
      }) as [tf.Tensor, tf.Tensor];
      rows.push((await values.data()) as Float32Array);
      values.dispose();
      next.push(after);
    }
    const joined = tf.concat(next);
    tf.dispose(next);
    return [Float32Array.from(rows.flatMap((row) => [...row])), joined];
  };

/** Only the likeliest words come back, as tfjs finds them. */
const topFirst =
  ({ step, vocabulary }: Parts) =>
  (picture: tf.NamedTensorMap): Step =>
  async (state, tokens, parents) => {
    const [top, after] = tf.tidy(() => {
      const token = tf.tensor1d(tokens, 'int32');
      const inputs = { token, state: tf.gather(state, tf.tensor1d(parents, 'int32')), ...picture };
      const [words, after, look] = step.execute(inputs, [
        'log_probabilities',
        'state_next',
        'attention',
      ]) as tf.Tensor[];
      const { values, indices } = tf.topk(words as tf.Tensor, TOP);
      return [tf.concat([values, tf.cast(indices, 'float32'), look as tf.Tensor], 1), after as tf.Tensor];
    }) as [tf.Tensor, tf.Tensor];
    const read = (await top.data()) as Float32Array;
    top.dispose();
    return [spread(read, vocabulary.words.length), after];
  };

/** [beams, 2 · TOP + 49] → [beams, words + 49] */
function spread(read: Float32Array, words: number): Float32Array {
  const [from, to] = [2 * TOP + PLACES, words + PLACES];
  const all = new Float32Array(BEAMS * to).fill(-1e9);
  for (let beam = 0; beam < BEAMS; beam++) {
    const row = read.subarray(beam * from, (beam + 1) * from);
    for (let i = 0; i < TOP; i++) all[beam * to + (row[TOP + i] as number)] = row[i] as number;
    all.set(row.subarray(2 * TOP), beam * to + words);
  }
  return all;
}

/** Sky above grass, so that there is something to say. */
function picture(): Uint8ClampedArray {
  const sky = [120, 170, 230, 255];
  const grass = [70, 120, 50, 255];
  return Uint8ClampedArray.from(
    { length: 4 * SIDE_PX * SIDE_PX },
    (_, index) => ((index < 2 * SIDE_PX * SIDE_PX ? sky : grass)[index % 4] as number) + ((index * 7919) % 23),
  );
}
