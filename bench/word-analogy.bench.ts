import '@tensorflow/tfjs-backend-webgl';
import * as tf from '@tensorflow/tfjs-core';
import createModel from '../demos/word-analogy/model';
import type { WordInput, WordResult } from '../demos/word-analogy/task';
import { type VectorFormat, WordVectors } from '../demos/word-analogy/vectors';
import type { DemoModel } from '../src/engine/model';
import { compare, type Outcome } from './bench';
import { weightsOf } from './weights';

const TOP = 10;

type Way = () => Promise<string>;

/**
 * One question over the whole vocabulary, from words to ten answers, on WebGL: ours against tfjs as it comes (matMul,
 * topk) and against a loop over a Float32Array. All three must give the same ten words.
 */
export async function run(): Promise<Outcome> {
  await tf.setBackend('webgl');
  const weights = weightsOf('word-analogy');
  const model = createModel() as DemoModel<WordInput, WordResult>;
  await model.load({ weights, signal: new AbortController().signal });
  const text = async (path: string) => new TextDecoder().decode(await weights.file(path));
  const vectors = new WordVectors(
    await weights.file('vectors.bin'),
    JSON.parse(await text('model.json')) as VectorFormat,
  );
  const words = (await text('words.txt')).trim().split('\n');
  const ways: Record<string, Way> = {
    'our query': () => ours(model),
    'tfjs matMul and topk': plainTfjs(vectors, words),
    'a loop in JavaScript, float32': plainLoop(vectors, words),
  };
  const answers = new Set(await Promise.all(Object.values(ways).map((way) => way())));
  if (answers.size !== 1) throw new Error(`the answers differ: ${[...answers].join(' / ')}`);
  return compare(`One analogy over ${words.length} words on WebGL`, ways);
}

async function ours(model: DemoModel<WordInput, WordResult>): Promise<string> {
  const result = await model.step({ kind: 'analogy', a: 'man', b: 'king', c: 'woman', method: 'add', top: TOP });
  return result.kind === 'analogy' ? result.words.map(({ word }) => word).join(' ') : '';
}

/** b − a + c at length one, and the rows of a, b, c. */
function query(vectors: WordVectors, words: readonly string[]): { aim: Float32Array; rows: Set<number> } {
  const rows = ['man', 'king', 'woman'].map((word) => words.indexOf(word));
  const [a, b, c] = rows.map((row) => vectors.row(row)) as [Float32Array, Float32Array, Float32Array];
  const sum = b.map((value, i) => value - (a[i] as number) + (c[i] as number));
  const length = Math.hypot(...sum);
  return { aim: sum.map((value) => value / length), rows: new Set(rows) };
}

function decoded(vectors: WordVectors): Float32Array {
  const all = new Float32Array(vectors.count * vectors.dimensions);
  for (let row = 0; row < vectors.count; row++) all.set(vectors.row(row), row * vectors.dimensions);
  return all;
}

function plainTfjs(vectors: WordVectors, words: readonly string[]): () => Promise<string> {
  const matrix = tf.tensor2d(decoded(vectors), [vectors.count, vectors.dimensions]);
  return async () => {
    const { aim, rows } = query(vectors, words);
    const { values, indices } = tf.tidy(() => {
      const cosines = tf.matMul(matrix, tf.tensor2d(aim, [vectors.dimensions, 1]));
      return tf.topk(tf.reshape(cosines, [-1]), TOP + rows.size);
    });
    const best = [...(await indices.data())].filter((row) => !rows.has(row)).slice(0, TOP);
    tf.dispose([values, indices]);
    return best.map((row) => words[row]).join(' ');
  };
}

function plainLoop(vectors: WordVectors, words: readonly string[]): () => Promise<string> {
  const matrix = decoded(vectors);
  const { count, dimensions } = vectors;
  return async () => {
    const { aim, rows } = query(vectors, words);
    const best: { row: number; cosine: number }[] = [];
    for (let row = 0; row < count; row++) {
      let cosine = 0;
      for (let j = 0; j < dimensions; j++) cosine += (matrix[row * dimensions + j] as number) * (aim[j] as number);
      if ((best.length === TOP && cosine <= (best[TOP - 1]?.cosine ?? 0)) || rows.has(row)) continue;
      best.push({ row, cosine });
      best.sort((one, other) => other.cosine - one.cosine);
      best.length = Math.min(best.length, TOP);
    }
    return best.map(({ row }) => words[row]).join(' ');
  };
}
