import createModel from '../demos/atari-player/model';
import type { Ask, Played } from '../demos/atari-player/task';
import { startBackend } from '../src/engine/backend';
import { compare, type Outcome } from './bench';
import { weightsOf } from './weights';

const FRAMES = 300;

/** A console in the page is as fast as one on the carpet if this takes no longer than its frames do at 60 a second. */
export async function run(): Promise<Outcome> {
  await startBackend('wasm', () => undefined);
  const model = createModel();
  await model.load({ weights: weightsOf('atari-player'), signal: new AbortController().signal });
  const turn = { by: 'dqn', decisions: Infinity, milliseconds: 80, all: false } as const;
  let played = 0;
  const play = async () => {
    played += FRAMES;
    const ask: Ask = {
      start: { game: 1, seed: 7 },
      turn: { ...turn, maxFrames: played },
      checkpoint: 'final',
      hue: 0,
      sound: false,
    };
    let result: Played;
    do result = (await model.step(ask)) as Played;
    while (!result.done);
  };
  return compare(
    `${FRAMES} frames with a decision at every fourth, on WASM`,
    {
      'played as fast as it goes (ours)': play,
      'the time they take at 60 a second': () => new Promise((resolve) => setTimeout(resolve, (1000 * FRAMES) / 60)),
    },
    { runs: 5, warmUps: 1 },
  );
}
