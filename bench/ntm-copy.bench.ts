import '@tensorflow/tfjs-backend-webgl';
import type { GraphModel } from '@tensorflow/tfjs-converter';
import * as tf from '@tensorflow/tfjs-core';
import createModel, { unpacked } from '../demos/ntm-copy/model';
import { randomBits } from '../demos/ntm-copy/task';
import { TASKS } from '../demos/ntm-copy/tasks';
import { compare, type Outcome } from './bench';
import { weightsOf } from './weights';

const ROWS = 50;
const KEPT = ['output', 'weightingsNext', 'trace', 'memoryNext'];

type State = Record<string, tf.Tensor>;
type Execute = (work: () => tf.Tensor[]) => tf.Tensor[];

/** What one would write first: at every step, wait for what is to be shown of it. */
async function readEveryStep(
  network: GraphModel,
  rows: readonly (readonly number[])[],
  execute: Execute = (work) => work(),
): Promise<void> {
  const names = network.inputs.map(({ name }) => name).filter((name) => name !== 'input');
  let state: State = Object.fromEntries(
    network.inputs.filter(({ name }) => name !== 'input').map(({ name, shape }) => [name, tf.zeros(shape as number[])]),
  );
  const wanted = [...new Set([...KEPT, ...names.map((name) => `${name}Next`)])];
  for (const row of rows) {
    const input = tf.tensor2d([[...row]]);
    const results = execute(() => network.execute({ input, ...state }, wanted) as tf.Tensor[]);
    await Promise.all(KEPT.map((name) => results[wanted.indexOf(name)]?.data()));
    tf.dispose([input, ...Object.values(state)]);
    state = Object.fromEntries(names.map((name) => [name, results[wanted.indexOf(`${name}Next`)] as tf.Tensor]));
    const next = new Set(Object.values(state));
    tf.dispose(results.filter((result) => !next.has(result)));
  }
  tf.dispose(Object.values(state));
}

/** 50 rows copied once by the machine that repeats, beside which no LSTM runs. */
export async function run(): Promise<Outcome> {
  await tf.setBackend('webgl');
  const weights = weightsOf('ntm-copy');
  const model = createModel();
  await model.load({ weights, signal: new AbortController().signal });
  const machine = await weights.graphModel('repeat-copy/model.json');
  const sequence = { ...TASKS['repeat-copy'].sequence(randomBits(ROWS, 7), { seed: 0, repeats: 1 }), flips: [] };
  return compare(
    `An NTM copies ${ROWS} rows (${sequence.rows.length} steps) on WebGL`,
    {
      'unpacked, one readback a run (ours)': () => model.step(sequence),
      'a readback a step': () => readEveryStep(machine, sequence.rows),
      'a readback a step, unpacked': () => readEveryStep(machine, sequence.rows, unpacked),
    },
    { runs: 11, warmUps: 2 },
  );
}
