/**
 * `node tools/run.mjs training/atari-player/evaluate.ts OUT.json CHECKPOINT FIRST-LAST [HUE]`: games of one checkpoint, or of
 * `chance`, in the machine that the page has and by the page's rules, seeds FIRST to LAST. Writes what each came to.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as Converter from '@tensorflow/tfjs-converter';
import type * as Core from '@tensorflow/tfjs-core';
import { GAMES, type Move } from '../../demos/atari-player/games';
import { DEPTH, SIDE, SKIP } from '../../demos/atari-player/observation';
import { Seat } from '../../demos/atari-player/seat';
import { best } from '../../demos/atari-player/task';

/** As in the page's `play()`, and 5 minutes of the console's time at most (Mnih et al., 2015). */
const EPSILON = 0.05;
const MOST_FRAMES = 18_000;

const require = createRequire(import.meta.url);
const tf = require('@tensorflow/tfjs-core') as typeof Core;
const { loadGraphModel } = require('@tensorflow/tfjs-converter') as typeof Converter;
require('@tensorflow/tfjs-backend-wasm');

const root = new URL('../../', import.meta.url);
const read = (path: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(new URL(path, root)));

/** From a stack of four observations to action values. */
type Values = (stack: readonly Uint8Array[]) => Float32Array;

async function network(checkpoint: string): Promise<Values> {
  const folder = `models/atari-player/rubble/${checkpoint}/`;
  const { modelTopology, weightsManifest, signature } = JSON.parse(Buffer.from(read(`${folder}model.json`)).toString());
  const weightSpecs = weightsManifest.flatMap(({ weights }: { weights: unknown[] }) => weights);
  const shards = weightsManifest.flatMap(({ paths }: { paths: string[] }) => paths.map((path) => read(folder + path)));
  const weightData = new Uint8Array(Buffer.concat(shards)).buffer;
  const model = await loadGraphModel({ load: async () => ({ modelTopology, weightSpecs, weightData, signature }) });
  return (stack) =>
    tf.tidy(() => {
      const frames = tf.tensor4d(interleaved(stack), [1, SIDE, SIDE, DEPTH]);
      return (model.execute({ frames }, 'action_values') as Core.Tensor).dataSync() as Float32Array;
    });
}

/** Greys in 0..1, [84, 84, 4]. */
function interleaved(stack: readonly Uint8Array[]): Float32Array {
  const frames = new Float32Array(SIDE * SIDE * DEPTH);
  stack.forEach((seen, depth) => {
    seen.forEach((grey, place) => {
      frames[place * DEPTH + depth] = grey / 255;
    });
  });
  return frames;
}

async function play(values: Values | undefined, seed: number, hue: number) {
  const seat = await Seat.take(read('demos/atari-player/cartridge/rubble.bin'), GAMES.rubble, { game: 0, seed });
  seat.setHue(hue);
  while (!seat.standing?.over && seat.frames < MOST_FRAMES) {
    const byChance = !values || seat.chance() < EPSILON;
    const move = byChance ? Math.floor(seat.chance() * GAMES.rubble.moves.length) : best(values(seat.stack));
    for (let frame = 0; frame < SKIP; frame++) seat.frame((GAMES.rubble.moves[move] as Move).held);
  }
  const { score, bricks, lives, over } = seat.standing ?? {};
  return { seed, score, bricks, lives, over, frames: seat.frames, walls: seat.console.peek(0x87) };
}

const [out = '', checkpoint = 'final', seeds = '1-30', hue = '0'] = process.argv.slice(3);
const [first = 1, last = first] = seeds.split('-').map(Number);
await tf.setBackend('wasm');
const values = checkpoint === 'chance' ? undefined : await network(checkpoint);
const played = [];
for (let seed = first; seed <= last; seed++) {
  played.push(await play(values, seed, Number(hue)));
  console.log(JSON.stringify(played.at(-1)));
  writeFileSync(out, `${JSON.stringify({ checkpoint, hue: Number(hue), games: played }, null, 1)}\n`);
}
