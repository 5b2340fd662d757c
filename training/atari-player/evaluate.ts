/**
 * `node tools/run.mjs training/atari-player/evaluate.ts OUT.json CHECKPOINT FIRST-LAST [HUE [GAME ROM]]`: games of one
 * checkpoint, or of `chance`, in the machine that the page has and by the page's rules, seeds FIRST to LAST. Writes what each
 * came to. The game is RUBBLE, unless another one of `demos/atari-player/games.ts` is named, and a file with its cartridge.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as Converter from '@tensorflow/tfjs-converter';
import type * as Core from '@tensorflow/tfjs-core';
import { GAMES, type Game, type GameName, type Move, tally } from '../../demos/atari-player/games';
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
const OURS = 'demos/atari-player/cartridge/rubble.bin';
/** In RUBBLE's memory: how many walls were cleared. */
const WALLS = 0x87;

/** From a stack of four observations to action values. */
type Values = (stack: readonly Uint8Array[]) => Float32Array;

async function network({ name }: Game, checkpoint: string): Promise<Values> {
  const folder = `models/atari-player/${name}/${checkpoint}/`;
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

/** The cartridge in the file, if it is the game's. */
function cartridge({ name, md5 }: Game, file: string | undefined): Uint8Array<ArrayBuffer> {
  if (!file && md5) throw new Error(`${name} is not ours to ship: name a file with its cartridge.`);
  const bytes = file ? new Uint8Array(readFileSync(file)) : read(OURS);
  if (md5 && createHash('md5').update(bytes).digest('hex') !== md5) throw new Error(`${file} is not ${name} (${md5}).`);
  return bytes;
}

async function play(game: Game, rom: Uint8Array, values: Values | undefined, seed: number, hue: number) {
  const seat = await Seat.take(rom, game, { game: 0, seed });
  seat.setHue(hue);
  while (!seat.standing?.over && seat.frames < MOST_FRAMES) {
    const byChance = !values || seat.chance() < EPSILON;
    const move = byChance ? Math.floor(seat.chance() * game.moves.length) : best(values(seat.stack));
    for (let frame = 0; frame < SKIP; frame++) seat.frame((game.moves[move] as Move).held);
  }
  const standing = game.standing((address) => seat.console.peek(address));
  const { score, bricks, opponentScore, lives, over } = standing;
  return game.name === 'rubble'
    ? { seed, score, bricks, lives, over, frames: seat.frames, walls: seat.console.peek(WALLS) }
    : { seed, score: tally(standing), won: score, lost: opponentScore, over, frames: seat.frames };
}

const [out = '', checkpoint = 'final', seeds = '1-30', hue = '0', name = 'rubble', file] = process.argv.slice(3);
const game = GAMES[name as GameName];
if (!game) throw new Error(`There is no game “${name}”: ${Object.keys(GAMES).join(' or ')}.`);
const [first = 1, last = first] = seeds.split('-').map(Number);
await tf.setBackend('wasm');
const rom = cartridge(game, file);
const values = checkpoint === 'chance' ? undefined : await network(game, checkpoint);
const played = [];
for (let seed = first; seed <= last; seed++) {
  played.push(await play(game, rom, values, seed, Number(hue)));
  console.log(JSON.stringify(played.at(-1)));
  writeFileSync(out, `${JSON.stringify({ game: name, checkpoint, hue: Number(hue), games: played }, null, 1)}\n`);
}
const mean = played.reduce((sum, { bricks, score }) => sum + (bricks ?? score), 0) / played.length;
console.log(`${game.title}, ${checkpoint}: mean ${mean.toFixed(2)} ${game.unit} of ${played.length} games`);
