/**
 * Runs the copying machine of models/ntm-copy on the 20 rows of its golden.json, as the demo does but on the CPU, and
 * writes what the figure copy-run draws. To be run again when the weights change; a test compares with golden.json.
 *
 *     node slides/figures/make/copy-run.mjs
 */
import { readFile, writeFile } from 'node:fs/promises';
import * as tf from '@tensorflow/tfjs';

const folder = new URL('../../../models/ntm-copy/', import.meta.url);
const read = async (name) => JSON.parse(await readFile(new URL(name, folder), 'utf8'));

/** The graph of one time step, its shards joined. */
async function stepOf(name) {
  const document = await read(`${name}/model.json`);
  const [{ paths, weights }] = document.weightsManifest;
  const shards = await Promise.all(paths.map((path) => readFile(new URL(`${name}/${path}`, folder))));
  const bytes = new Uint8Array(Buffer.concat(shards));
  return tf.loadGraphModel(tf.io.fromMemory({ ...document, weightSpecs: weights, weightData: bytes.buffer }));
}

const empty = 1e-6;
const kept = ['output', 'carriedNext', 'cellNext', 'weightingsNext', 'memoryNext'];
const round = (value, digits = 3) => Number(value.toFixed(digits));

const golden = await read('golden.json');
const { rows, length, answersFrom } = golden.input.find((input) => input.case === 'copy/20');
const machine = await stepOf('copy');
const shape = Object.fromEntries(machine.inputs.map(({ name, shape }) => [name, shape]));
const [controller, slots] = [shape.cell[1], shape.weightings[1]];

let state = {
  carried: tf.tensor2d([[...Array(shape.carried[1]).keys()].map((unit) => (unit < controller ? 0 : empty))]),
  cell: tf.zeros(shape.cell),
  weightings: tf.tensor2d(
    Array.from({ length: 2 }, () => [...Array(slots).keys()].map((slot) => (slot === 0 ? 1 : 0))),
  ),
  memory: tf.fill(shape.memory, empty),
};
const steps = [];
for (const row of rows) {
  const input = tf.tensor2d([[...row].map(Number)]);
  const [output, carried, cell, weightings, memory] = machine.execute({ input, ...state }, kept);
  state = { carried, cell, weightings, memory };
  steps.push({ output: output.arraySync()[0], weightings: weightings.arraySync(), memory: memory.arraySync() });
}

/** Weights that would be seen, as [slot, weight]. */
const seen = (weights) => weights.flatMap((weight, slot) => (weight >= 0.005 ? [[slot, round(weight)]] : []));
/** The last row is written while the end mark is read. */
const writing = steps.slice(0, length + 1);
const reading = steps.slice(answersFrom);
const document = {
  source: ['graves2014'],
  run: {
    source: 'own',
    madeBy: 'slides/figures/make/copy-run.mjs from models/ntm-copy, case copy/20 of golden.json',
    length,
    slots,
    input: rows.slice(0, length).map((row) => row.slice(0, 8)),
    output: reading.map(({ output }) => output.map((value) => round(value))),
    write: writing.map(({ weightings }) => seen(weightings[1])),
    read: reading.map(({ weightings }) => seen(weightings[0])),
    memory: steps[length].memory.map((values) => values.map((value) => round(value, 2))),
  },
};
await writeFile(new URL('../copy-run.json', import.meta.url), `${JSON.stringify(document)}\n`);
