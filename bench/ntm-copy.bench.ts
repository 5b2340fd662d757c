import '@tensorflow/tfjs-backend-webgl';
import type { GraphModel } from '@tensorflow/tfjs-converter';
import * as tf from '@tensorflow/tfjs-core';
import createModel from '../demos/ntm-copy/model';
import { randomRows, TASKS } from '../demos/ntm-copy/tasks';
import { compare, type Outcome } from './bench';
import { weightsOf } from './weights';

const ROWS = 50;
const KEPT = ['output', 'weightingsNext', 'trace', 'memoryNext'];

type State = Record<string, tf.Tensor>;

/** What one would write first: every step, wait for what is to be shown of it. */
async function readEveryStep(network: GraphModel, kept: string[], rows: readonly (readonly number[])[]): Promise<void> {
  const names = network.inputs.map(({ name }) => name).filter((name) => name !== 'input');
  let state: State = Object.fromEntries(
    network.inputs.filter(({ name }) => name !== 'input').map(({ name, shape }) => [name, tf.zeros(shape as number[])]),
  );
  const wanted = [...new Set([...kept, ...names.map((name) => `${name}Next`)])];
  for (const row of rows) {
    const input = tf.tensor2d([[...row]]);
    const results = network.execute({ input, ...state }, wanted) as tf.Tensor[];
    await Promise.all(kept.map((name) => results[wanted.indexOf(name)]?.data()));
    tf.dispose([input, ...Object.values(state)]);
    state = Object.fromEntries(names.map((name) => [name, results[wanted.indexOf(`${name}Next`)] as tf.Tensor]));
    const next = new Set(Object.values(state));
    tf.dispose(results.filter((result) => !next.has(result)));
  }
  tf.dispose(Object.values(state));
}

/** A copy of 50 rows by the machine and by the LSTM beside it. */
export async function run(): Promise<Outcome> {
  await tf.setBackend('webgl');
  const weights = weightsOf('ntm-copy');
  const model = createModel();
  await model.load({ weights, signal: new AbortController().signal });
  const [machine, lstm] = await Promise.all([
    weights.graphModel('copy/model.json'),
    weights.graphModel('copy-lstm/model.json'),
  ]);
  const sequence = { ...TASKS.copy.sequence(randomRows(TASKS.copy, ROWS, 7), 0), flips: [] };
  return compare(
    `NTM and LSTM copy ${ROWS} rows (${sequence.rows.length} steps each) on WebGL`,
    {
      'state on the GPU, one readback a run (ours)': () => model.step(sequence),
      'a readback a step': async () => {
        await readEveryStep(machine, KEPT, sequence.rows);
        await readEveryStep(lstm, ['output'], sequence.rows);
      },
    },
    { runs: 7, warmUps: 2 },
  );
}
