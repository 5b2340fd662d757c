import '@tensorflow/tfjs-backend-webgl';
import * as tf from '@tensorflow/tfjs-core';
import createModel from '../demos/atari-player/model';
import type { Ask } from '../demos/atari-player/task';
import { compare, type Outcome } from './bench';
import { weightsOf } from './weights';

/** One decision and the four frames that follow it, against the network alone on pictures that lie ready. */
export async function run(): Promise<Outcome> {
  await tf.setBackend('webgl');
  const weights = weightsOf('atari-player');
  const model = createModel();
  await model.load({ weights, signal: new AbortController().signal });
  const network = await weights.graphModel('rubble/final/model.json');
  const frames = tf.randomUniform([1, 84, 84, 4], 0, 1, 'float32', 7);
  const ask: Ask = {
    start: { game: 1, seed: 7 },
    turn: { by: 'dqn', decisions: 1, milliseconds: 0, maxFrames: Infinity, all: true },
    checkpoint: 'final',
    hue: 0,
    sound: false,
  };
  return compare(
    'A decision on WebGL, read back',
    {
      'console, four frames, observation and network (ours)': () => model.step(ask),
      'the network alone': async () => {
        const values = network.execute({ frames }, 'action_values') as tf.Tensor;
        await values.data();
        values.dispose();
      },
    },
    { runs: 60, warmUps: 10 },
  );
}
