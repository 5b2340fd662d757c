import '@tensorflow/tfjs-backend-webgl';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import * as tf from '@tensorflow/tfjs-core';
import { copyBatch, Trainer } from '../demos/ntm-copy/learn/trainer';
import { COPY, numbers } from '../demos/ntm-copy/learn/weights';
import { randomNumbers } from '../demos/ntm-copy/task';
import { startBackend } from '../src/engine/backend';
import type { BackendName } from '../src/engine/protocol';
import { compare, type Outcome } from './bench';

const ROWS = 10;
const BATCH = 4;
const TINY = 1e-8;
const { inputs, outputs, controller, slots, width } = COPY;
const SIZES = [3 * width, width + 2, 4, 6];

type State = readonly [memory: tf.Tensor, reads: tf.Tensor, weightings: tf.Tensor, hidden: tf.Tensor, cell: tf.Tensor];

/** The same machine, from the operations of tfjs, whose derivatives tfjs knows. */
class Machine {
  readonly all: tf.Variable[] = [];
  readonly gates = this.#linear(inputs + width + controller, 4 * controller);
  readonly heads = this.#linear(
    controller,
    SIZES.reduce((sum, size) => sum + size),
  );
  readonly output = this.#linear(controller + width, outputs);

  step(input: tf.Tensor, [memory, reads, weightings, hidden, cell]: State): State {
    const parts = tf.split(this.gates(tf.concat([input, reads, hidden], 1)), 4, 1) as tf.Tensor[];
    const [keep, letIn, letOut] = parts.slice(0, 3).map((part) => tf.sigmoid(part)) as [
      tf.Tensor,
      tf.Tensor,
      tf.Tensor,
    ];
    const nextCell = tf.add(tf.mul(keep, cell), tf.mul(letIn, tf.tanh(parts[3] as tf.Tensor)));
    const nextHidden = tf.mul(letOut, tf.tanh(nextCell));
    const asked = tf.split(this.heads(nextHidden), SIZES, 1) as [tf.Tensor, tf.Tensor, tf.Tensor, tf.Tensor];
    const keysAndAdd = tf.reshape(tf.tanh(asked[0]), [BATCH, 3, width]);
    const [erase, gate] = tf.split(tf.sigmoid(asked[1]), [width, 2], 1) as [tf.Tensor, tf.Tensor];
    const [strength, sharpening] = tf.split(tf.softplus(asked[2]), 2, 1) as [tf.Tensor, tf.Tensor];
    const shift = tf.softmax(tf.reshape(asked[3], [BATCH, 2, 3]));
    const next = this.#address(memory, weightings, tf.slice(keysAndAdd, [0, 0, 0], [-1, 2, -1]), {
      strength: tf.expandDims(strength, 2),
      gate: tf.expandDims(gate, 2),
      sharpening: tf.expandDims(tf.add(sharpening, 1), 2),
      shift,
    });
    const write = tf.reshape(tf.slice(next, [0, 1, 0], [-1, 1, -1]), [BATCH, slots, 1]);
    const kept = tf.mul(memory, tf.sub(1, tf.mul(write, tf.expandDims(erase, 1))));
    const after = tf.add(kept, tf.mul(write, tf.slice(keysAndAdd, [0, 2, 0], [-1, 1, -1])));
    const read = tf.reshape(tf.matMul(tf.slice(next, [0, 0, 0], [-1, 1, -1]), after), [BATCH, width]);
    return [after, read, next, nextHidden, nextCell];
  }

  #address(memory: tf.Tensor, previous: tf.Tensor, keys: tf.Tensor, asked: Record<string, tf.Tensor>): tf.Tensor {
    const { strength, gate, sharpening, shift } = asked as Record<
      'strength' | 'gate' | 'sharpening' | 'shift',
      tf.Tensor
    >;
    const scaled = (rows: tf.Tensor) => tf.div(rows, tf.sqrt(tf.add(tf.sum(tf.mul(rows, rows), -1, true), TINY)));
    const content = tf.softmax(tf.mul(strength, tf.matMul(scaled(keys), scaled(memory), false, true)));
    const gated = tf.add(tf.mul(tf.sub(1, gate), previous), tf.mul(gate, content));
    const [first, rest] = tf.split(gated, [1, slots - 1], 2) as [tf.Tensor, tf.Tensor];
    const [most, last] = tf.split(gated, [slots - 1, 1], 2) as [tf.Tensor, tf.Tensor];
    const places = [tf.concat([rest, first], 2), gated, tf.concat([last, most], 2)];
    const moved = places.map((place, by) => tf.mul(place, tf.slice(shift, [0, 0, by], [-1, -1, 1])));
    return tf.softmax(tf.mul(sharpening, tf.log(tf.add(tf.addN(moved), TINY))));
  }

  #linear(rows: number, columns: number): (x: tf.Tensor) => tf.Tensor {
    const bound = 1 / Math.sqrt(rows);
    const weight = tf.variable(tf.randomUniform([rows, columns], -bound, bound, 'float32', columns));
    const bias = tf.variable(tf.randomUniform([columns], -bound, bound, 'float32', columns + 1));
    this.all.push(weight, bias);
    return (x) => tf.add(tf.matMul(x as tf.Tensor2D, weight as tf.Tensor2D), bias);
  }
}

/** One update by automatic differentiation and tfjs's own Adam. */
async function automatic(backend: BackendName, fed: Float32Array, targets: Float32Array) {
  await tf.setBackend(backend);
  const machine = new Machine();
  const optimizer = tf.train.adam(1e-3);
  return async () => {
    await tf.setBackend(backend);
    const loss = optimizer.minimize(
      () => {
        const rows = tf.unstack(tf.tensor3d(fed, [2 * ROWS + 1, BATCH, inputs]));
        const start = tf.cast(tf.oneHot(tf.zeros([BATCH, 2], 'int32'), slots), 'float32');
        const rest = [tf.fill([BATCH, slots, width], 1e-6), tf.fill([BATCH, width], 1e-6), start] as const;
        let state: State = [...rest, tf.zeros([BATCH, controller]), tf.zeros([BATCH, controller])];
        const answers: tf.Tensor[] = [];
        rows.forEach((row, step) => {
          state = machine.step(row, state);
          if (step > ROWS) answers.push(machine.output(tf.concat([state[3], state[1]], 1)));
        });
        const logits = tf.concat(answers, 0);
        return tf.losses.sigmoidCrossEntropy(tf.tensor2d(targets, [ROWS * BATCH, outputs]), logits) as tf.Scalar;
      },
      true,
      machine.all,
    );
    await loss?.data();
    loss?.dispose();
  };
}

/** One update of the machine that learns in the page, against the same by automatic differentiation. */
export async function run(): Promise<Outcome> {
  await startBackend('wasm', () => undefined);
  const next = randomNumbers(1);
  const targets = numbers(ROWS * BATCH * outputs).map(() => next() >>> 31);
  const drawn = copyBatch(targets, ROWS, BATCH);
  const [fed, asked] = [Float32Array.from(drawn.inputs), Float32Array.from(targets)];
  const trainer = new Trainer(1, BATCH);
  const ways = {
    'derivatives by hand, one thread (ours)': async () => void trainer.iterate(drawn),
    'tfjs on WASM, automatic': await automatic('wasm', fed, asked),
    'tfjs on WebGL, automatic': await automatic('webgl', fed, asked),
  };
  return compare(`One update of an NTM from ${BATCH} sequences of ${ROWS} rows`, ways, { runs: 5, warmUps: 1 });
}
