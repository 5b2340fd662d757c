import type { GPGPUProgram, MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import * as tf from '@tensorflow/tfjs-core';
import { DemoError } from '../../src/engine/errors';
import type { DemoModel, DemoModelFactory, LoadOptions } from '../../src/engine/model';
import { difference, differencePlane, project, questionPlane, shareAlong } from './plane';
import { layOut, maximaProgram, uniformsOf, unpackMaxima } from './program';
import { bestRows, COLUMNS } from './ranking';
import type {
  AnalogyResult,
  Candidate,
  DifferencesResult,
  NeighboursResult,
  Pair,
  Place,
  Step,
  WordInput,
  WordResult,
} from './task';
import { combine, dot, unit, type VectorFormat, WordVectors } from './vectors';
import { Vocabulary } from './vocabulary';

/** Keeps 3CosMul's division finite (Levy and Goldberg, 2014, section 6). */
const EPSILON = 0.001;

/** From three cosines in the order a, b, c, each shifted to 0…1. */
const MULTIPLY = `((p1 + 1.) / 2.) * ((p2 + 1.) / 2.) / ((p0 + 1.) / 2. + ${EPSILON})`;

type Input<K extends WordInput['kind']> = Extract<WordInput, { kind: K }>;

/** The highest score in each column of the vocabulary (`ranking.ts`): of one query their cosine, of three 3CosMul. */
interface Scorer {
  maxima(queries: readonly Float32Array[]): Promise<Float32Array>;
  dispose(): void;
}

/**
 * GloVe vectors (Pennington, Socher and Manning, 2014), cut to the most frequent words.
 *
 * A query is compared with all words on the backend, which gives one number a column; the columns that matter are then
 * gone through from the stored codes, so that both backends give the same answer to the last digit.
 */
class WordAnalogyModel implements DemoModel<WordInput, WordResult> {
  #vectors: WordVectors | undefined;
  #vocabulary: Vocabulary | undefined;
  #text = '';
  #scorer: Scorer | undefined;

  async load({ weights, signal }: LoadOptions): Promise<void> {
    const [format, bytes, words] = await Promise.all(['model.json', 'vectors.bin', 'words.txt'].map(weights.file));
    signal.throwIfAborted();
    const decode = (file?: Uint8Array) => new TextDecoder().decode(file);
    this.#text = decode(words);
    this.#vocabulary = new Vocabulary(this.#text);
    this.#vectors = openVectors(bytes as Uint8Array<ArrayBuffer>, JSON.parse(decode(format)) as VectorFormat);
    if (this.#vocabulary.size !== this.#vectors.count)
      throw new DemoError('shape', 'There are not as many words as vectors.', `${this.#vocabulary.size} words`);
    this.#scorer = tf.getBackend() === 'webgl' ? new WebglScorer(this.#vectors) : new TensorScorer(this.#vectors);
    for (const method of ['add', 'mul'] as const)
      await this.step({ kind: 'analogy', a: 'the', b: 'of', c: 'and', method, top: 1 });
  }

  async step(input: WordInput): Promise<WordResult> {
    if (input.kind === 'vocabulary')
      return { kind: 'vocabulary', text: this.#text, sorted: this.#words.sorted.slice() };
    if (input.kind === 'analogy') return this.#analogy(input);
    if (input.kind === 'neighbours') return this.#neighbours(input);
    return this.#differences(input);
  }

  /** A question leaves nothing behind. */
  reset(): void {}

  dispose(): void {
    this.#scorer?.dispose();
    this.#scorer = undefined;
    this.#vectors = undefined;
    this.#vocabulary = undefined;
    this.#text = '';
  }

  get #words(): Vocabulary {
    if (!this.#vocabulary) throw new DemoError('step', 'The vectors are not loaded.', 'not loaded');
    return this.#vocabulary;
  }

  async #analogy({ method, top, ...question }: Input<'analogy'>): Promise<AnalogyResult> {
    const { kind, a, b, c } = question;
    const { rows, missing } = this.#look([a, b, c]);
    if (missing.length > 0) return { kind, question: { a, b, c }, method, missing, words: [] };
    const [va, vb, vc] = rows.map((row) => this.#row(row)) as [Float32Array, Float32Array, Float32Array];
    const sum = combine([
      [1, vb],
      [-1, va],
      [1, vc],
    ]);
    const aim = unit(sum);
    const words = await this.#best(method === 'add' ? [aim] : [va, vb, vc], aim, new Set(rows), top);
    const first = words[0];
    if (!first) return { kind, question: { a, b, c }, method, missing, words };
    const plane = questionPlane(va, vb, vc, this.#vectorOf(first.word));
    const at = (word: string, vector: Float32Array): Place => ({ word, ...project(plane, vector) });
    const places = { a: at(a, va), b: at(b, vb), c: at(c, vc), sum: at(`${b} − ${a} + ${c}`, sum) };
    const candidates = words.map(({ word }) => at(word, this.#vectorOf(word)));
    return { kind, question: { a, b, c }, method, missing, words, plane: { ...places, candidates } };
  }

  async #neighbours({ kind, words: of, top }: Input<'neighbours'>): Promise<NeighboursResult> {
    const { rows, missing } = this.#look(of);
    if (missing.length > 0 || rows.length === 0) return { kind, of, missing, words: [] };
    const vectors = rows.map((row) => this.#row(row));
    const aim = unit(combine(vectors.map((vector) => [1, vector] as const)));
    const words = await this.#best([aim], aim, new Set(rows), top);
    const [one, other] = vectors;
    return { kind, of, missing, words, ...(one && other && { cosine: dot(one, other) }) };
  }

  async #differences({ kind, pairs: asked, arrow, top }: Input<'differences'>): Promise<DifferencesResult> {
    const pairs = asked.filter((pair) => this.#look(pair).missing.length === 0);
    const { missing } = this.#look([...asked.flat(), ...(arrow ? wordsOf(arrow) : [])]);
    const [starts, ends] = [0, 1].map((end) => pairs.map((pair) => this.#vectorOf(pair[end] as string))) as [
      Float32Array[],
      Float32Array[],
    ];
    const given = { pairs: asked, ...(arrow && { arrow }) };
    if (pairs.length < 2) return { kind, asked: given, missing, pairs: [], sharedShare: 0 };
    const plane = differencePlane(starts, ends);
    const at = (word: string): Place => ({ word, ...project(plane, this.#vectorOf(word)) });
    const sharedShare = shareAlong(
      plane.up,
      ends.map((end, i) => difference(end, starts[i] as Float32Array)),
    );
    const places = pairs.map(([start, end]: Pair) => [at(start), at(end)] as const);
    const result = { kind, asked: given, missing, pairs: places, sharedShare };
    if (!arrow || this.#look(wordsOf(arrow)).missing.length > 0) return result;
    const tip = combine([[1, this.#vectorOf(arrow.from)], ...this.#step(arrow.step, plane)]);
    const itself = 'tip' in arrow.step && arrow.step.tail === arrow.from;
    const excluded = new Set(this.#look(itself ? [arrow.from] : wordsOf(arrow)).rows);
    const aim = unit(tip);
    const words = await this.#best([aim], aim, excluded, top);
    const drawn = { from: at(arrow.from), tip: project(plane, tip), words, places: words.map(({ word }) => at(word)) };
    return { ...result, arrow: drawn };
  }

  #step(step: Step, { right, up }: { right: Float32Array; up: Float32Array }): (readonly [number, Float32Array])[] {
    return 'tip' in step
      ? [[1, this.#vectorOf(step.tip)] as const, [-1, this.#vectorOf(step.tail)] as const]
      : [[step.right, right] as const, [step.up, up] as const];
  }

  /** @param aim what the cosine of each word is taken with */
  async #best(
    queries: readonly Float32Array[],
    aim: Float32Array,
    excluded: ReadonlySet<number>,
    top: number,
  ): Promise<Candidate[]> {
    const vectors = this.#vectors as WordVectors;
    const maxima = await (this.#scorer as Scorer).maxima(queries);
    const [a, b, c] = queries as [Float32Array, Float32Array, Float32Array];
    const shifted = (row: number, query: Float32Array) => (vectors.dot(row, query) + 1) / 2;
    const score = (row: number) =>
      queries.length === 1 ? vectors.dot(row, aim) : (shifted(row, b) * shifted(row, c)) / (shifted(row, a) + EPSILON);
    return bestRows(maxima, vectors.count, top, excluded, score).map(({ row, score: reached }) => ({
      word: this.#words.words[row] as string,
      cosine: vectors.dot(row, aim),
      score: reached,
    }));
  }

  #look(words: readonly string[]): { rows: number[]; missing: string[] } {
    const rows = words.map((word) => this.#words.row(word));
    const missing = [...new Set(words.filter((_, i) => rows[i] === undefined))];
    return { rows: rows.filter((row) => row !== undefined), missing };
  }

  #vectorOf(word: string): Float32Array {
    return this.#row(this.#words.row(word) as number);
  }

  #row(row: number): Float32Array {
    return (this.#vectors as WordVectors).row(row);
  }
}

const wordsOf = ({ from, step }: { from: string; step: Step }): string[] =>
  'tip' in step ? [from, step.tail, step.tip] : [from];

function openVectors(bytes: Uint8Array<ArrayBuffer>, format: VectorFormat): WordVectors {
  if (format.words % COLUMNS !== 0 || format.dimensions % 4 !== 0)
    throw new DemoError('shape', 'The vectors do not fill whole columns.', `${format.words} × ${format.dimensions}`);
  try {
    return new WordVectors(bytes, format);
  } catch (error) {
    throw new DemoError('shape', 'The vectors are not laid out as their description says.', 'vectors.bin', {
      cause: error,
    });
  }
}

/** Product, score and maxima in one program: 16 kB come back from the GPU. */
class WebglScorer implements Scorer {
  readonly #vocabulary: tf.Tensor2D;
  readonly #add: GPGPUProgram;
  readonly #multiply: GPGPUProgram;

  constructor(private readonly vectors: WordVectors) {
    const { count, dimensions } = vectors;
    const { values, shape } = layOut(vectors);
    this.#vocabulary = tf.tensor2d(values, shape);
    this.#add = maximaProgram(count, dimensions, 1, 'p0');
    this.#multiply = maximaProgram(count, dimensions, 3, MULTIPLY);
  }

  async maxima(queries: readonly Float32Array[]): Promise<Float32Array> {
    const backend = tf.backend() as MathBackendWebGL;
    const program = queries.length === 1 ? this.#add : this.#multiply;
    const uniforms = [queries.flatMap((query) => uniformsOf(query, this.vectors.columnScale))];
    const made = backend.runWebGLProgram(program, [this.#vocabulary], 'float32', uniforms);
    const maxima = tf.engine().makeTensorFromTensorInfo(made);
    // Nobody waits for this thread, and tfjs would look whether the GPU is done only every few milliseconds.
    const packed = maxima.dataSync();
    maxima.dispose();
    // A lost context gives noughts. The engine is about to be replaced, and must not answer before.
    if (backend.gpgpu.gl.isContextLost()) return new Promise(() => undefined);
    return unpackMaxima(packed);
  }

  dispose(): void {
    this.#vocabulary.dispose();
  }
}

/** The same in operations that every backend has. The vocabulary is laid down so that one query is one row of it. */
class TensorScorer implements Scorer {
  /** [dimensions, words] */
  readonly #vocabulary: tf.Tensor2D;

  constructor(vectors: WordVectors) {
    const { count, dimensions } = vectors;
    const values = new Float32Array(count * dimensions);
    for (let word = 0; word < count; word++)
      vectors.row(word).forEach((value, j) => {
        values[j * count + word] = value;
      });
    this.#vocabulary = tf.tensor2d(values, [dimensions, count]);
  }

  async maxima(queries: readonly Float32Array[]): Promise<Float32Array> {
    const maxima = tf.tidy(() => {
      const asked = tf.stack(queries.map((query) => tf.tensor1d(query))) as tf.Tensor2D; // [queries, dimensions]
      const cosines = tf.matMul<tf.Tensor2D>(asked, this.#vocabulary); // [queries, words]
      return tf.max(tf.reshape(scores(cosines), [-1, COLUMNS]), 0); // [columns]
    });
    try {
      return (await maxima.data()) as Float32Array;
    } finally {
      maxima.dispose();
    }
  }

  dispose(): void {
    this.#vocabulary.dispose();
  }
}

/** @param cosines [1, words] or [3, words] */
function scores(cosines: tf.Tensor2D): tf.Tensor {
  if (cosines.shape[0] === 1) return cosines;
  const [a, b, c] = tf.unstack(tf.div(tf.add(cosines, 1), 2)) as [tf.Tensor, tf.Tensor, tf.Tensor];
  return tf.div(tf.mul(b, c), tf.add(a, EPSILON));
}

const createModel: DemoModelFactory<WordInput, WordResult> = () => new WordAnalogyModel();
export default createModel as DemoModelFactory;
