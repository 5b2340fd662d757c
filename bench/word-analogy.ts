import '@tensorflow/tfjs-backend-webgl';
import '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import createModel from '../demos/word-analogy/model';
import type { WordInput, WordResult } from '../demos/word-analogy/task';
import { type VectorFormat, WordVectors } from '../demos/word-analogy/vectors';
import formatUrl from '../models/word-analogy/model.json?url';
import vectorsUrl from '../models/word-analogy/vectors.bin?url';
import wordsUrl from '../models/word-analogy/words.txt?url';
import type { DemoModel, WeightsAccess } from '../src/engine/model';

/** Milliseconds. */
interface Spread {
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

export interface Report {
  readonly name: string;
  readonly alternatives: Record<string, Spread>;
  /** Median of an alternative over ours: more than one is slower than ours. */
  readonly ratio: Record<string, number>;
}

const WARM_UPS = 3;
const RUNS = 15;
const TOP = 10;

const urls = { 'model.json': formatUrl, 'vectors.bin': vectorsUrl, 'words.txt': wordsUrl };

/**
 * One question of analogy over the whole vocabulary, from words to ten answers, on WebGL: ours against tfjs as it comes
 * (matMul, topk) and against a loop over a Float32Array. Interleaved, in one page.
 */
export async function run(): Promise<Report> {
  await tf.setBackend('webgl');
  await tf.ready();
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const [name, url] of Object.entries(urls))
    files.set(name, new Uint8Array(await (await fetch(url)).arrayBuffer()));
  const text = (name: string) => new TextDecoder().decode(files.get(name));
  const vectors = new WordVectors(
    files.get('vectors.bin') as Uint8Array<ArrayBuffer>,
    JSON.parse(text('model.json')) as VectorFormat,
  );
  const words = text('words.txt').trimEnd().split('\n');
  const model = await load(files);
  const ways: Record<string, () => Promise<string>> = {
    ours: () => ours(model),
    'tfjs matMul + topk': plainTfjs(vectors, words),
    'JavaScript float32 loop': plainLoop(vectors, words),
  };
  const answers = new Set<string>();
  const times: Record<string, number[]> = Object.fromEntries(Object.keys(ways).map((name) => [name, []]));
  for (let turn = 0; turn < WARM_UPS + RUNS; turn++)
    for (const [name, ask] of Object.entries(ways)) {
      const start = performance.now();
      answers.add(await ask());
      if (turn >= WARM_UPS) times[name]?.push(performance.now() - start);
    }
  if (answers.size !== 1) throw new Error(`the answers differ: ${[...answers].join(' / ')}`);
  return report(times);
}

function report(times: Record<string, number[]>): Report {
  const spread = (values: number[]): Spread => {
    const sorted = [...values].sort((a, b) => a - b);
    const at = (part: number) => sorted[Math.round(part * (sorted.length - 1))] as number;
    return { min: at(0), median: at(0.5), max: at(1) };
  };
  const alternatives = Object.fromEntries(Object.entries(times).map(([name, values]) => [name, spread(values)]));
  const base = (alternatives.ours as Spread).median;
  const ratio = Object.fromEntries(
    Object.entries(alternatives)
      .filter(([name]) => name !== 'ours')
      .map(([name, { median }]) => [name, median / base]),
  );
  return { name: 'word-analogy: one question over the vocabulary', alternatives, ratio };
}

type Model = DemoModel<WordInput, WordResult>;

async function load(files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>): Promise<Model> {
  const model = createModel() as Model;
  const file = async (path: string) => files.get(path) as Uint8Array<ArrayBuffer>;
  await model.load({ weights: { file } as WeightsAccess, signal: new AbortController().signal });
  return model;
}

async function ours(model: Model): Promise<string> {
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
