import { md5 } from '@noble/hashes/legacy.js';
import type { GraphModel } from '@tensorflow/tfjs-converter';
import * as tf from '@tensorflow/tfjs-core';
import { DemoError } from '../../src/engine/errors';
import { fetchOk } from '../../src/engine/fetch-verified';
import type { DemoModel, DemoModelFactory, LoadOptions, WeightsAccess } from '../../src/engine/model';
import rubbleUrl from './cartridge/rubble.bin?url';
import { type Checkpoint, GAMES, type Game, type GameName, type Move } from './games';
import { Console } from './machine/console';
import { DEPTH, SIDE, SKIP } from './observation';
import { covered, PLACES } from './saliency';
import { Seat } from './seat';
import { type Ask, best, type Moment, type Played, type Start, type Turn } from './task';

/** One move in twenty is left to chance, as in the paper's own games (Mnih et al., 2013, section 5). */
const EPSILON = 0.05;

/** A cartridge that is new here is watched for so long before it counts as one. */
const TRIAL_FRAMES = 150;

type PolicyTurn = Extract<Turn, { by: 'dqn' | 'random' }>;
type QuestionTurn = Extract<Turn, { by: 'judge' | 'doubt' }>;
type HandTurn = Extract<Turn, { by: 'you' }>;

/**
 * An Atari 2600 and a deep Q-network before it (Mnih et al., 2013). The network is given what the television shows and
 * nothing else; what stands in the console's memory goes to the scoreboard alone.
 */
class AtariPlayerModel implements DemoModel<Ask, Played> {
  #weights: WeightsAccess | undefined;
  #signal: AbortSignal | undefined;
  #networks = new Map<string, GraphModel>();
  #ours: Uint8Array | undefined;
  #seat: Seat | undefined;

  async load({ weights, signal }: LoadOptions): Promise<void> {
    this.#weights = weights;
    this.#signal = signal;
    const { rubble } = GAMES;
    const [rom] = await Promise.all([
      fetchOk(new URL(rubbleUrl, import.meta.url).href, signal),
      ...rubble.checkpoints.map((checkpoint) => this.#networkOf(rubble, checkpoint)),
    ]);
    this.#ours = new Uint8Array(await rom.arrayBuffer());
    const empty = Array.from({ length: DEPTH }, () => new Uint8Array(SIDE * SIDE));
    for (const checkpoint of rubble.checkpoints) await this.#values(await this.#networkOf(rubble, checkpoint), [empty]);
  }

  async step(ask: Ask): Promise<Played> {
    const seat = await this.#sit(ask.start);
    const network = seat.game && (await this.#networkOf(seat.game, ask.checkpoint));
    seat.setHue(ask.hue);
    seat.console.listening = ask.sound;
    const { turn } = ask;
    if (turn.by === 'judge' || turn.by === 'doubt') return { ...told(seat, []), ...(await this.#asked(network, turn)) };
    if (turn.by === 'you') return this.#byHand(seat, network, turn);
    if (turn.by === 'nobody') return told(seat, [still(seat)]);
    if (!network || !seat.game) throw new DemoError('input', 'No policy here has learned this game.', 'unknown game');
    return this.#byPolicy(seat, seat.game, network, turn);
  }

  reset(): void {
    this.#seat = undefined;
  }

  dispose(): void {
    this.#seat = undefined;
    this.#networks.clear();
    this.#weights = undefined;
    this.#ours = undefined;
  }

  /** Pictures, observations and sound are handed over, not copied. */
  transferables({ moments }: Played): Transferable[] {
    return moments.flatMap(({ pictures, sound, thought }) =>
      [...pictures, ...sound, ...(thought ? [thought.seen] : [])].map(({ buffer }) => buffer as ArrayBuffer),
    );
  }

  async #byPolicy(seat: Seat, game: Game, network: GraphModel, turn: PolicyTurn): Promise<Played> {
    const moments: Moment[] = [];
    const end = performance.now() + turn.milliseconds;
    const over = () => seat.standing?.over === true || seat.frames >= turn.maxFrames;
    while (!over() && moments.length < turn.decisions && (moments.length === 0 || performance.now() < end)) {
      const values = Array.from(await this.#values(network, [seat.stack]));
      if (values.length !== game.moves.length) throw new DemoError('shape', `This is no policy for ${game.title}.`);
      this.#signal?.throwIfAborted();
      const byChance = turn.by === 'random' || seat.chance() < EPSILON;
      const move = byChance ? Math.floor(seat.chance() * game.moves.length) : best(values);
      const thought = { values, seen: (seat.stack.at(-1) as Uint8Array).slice() };
      const frames = Math.min(SKIP, turn.maxFrames - seat.frames);
      moments.push({ ...shown(seat, game.moves[move] as Move, frames, turn.all), thought, move, byChance });
      seat.decisions += 1;
    }
    return { ...told(seat, moments), done: over() };
  }

  /** The network looks on: at every fourth frame it says what it would expect. */
  async #byHand(seat: Seat, network: GraphModel | undefined, { held, frames }: HandTurn): Promise<Played> {
    const moments: Moment[] = [];
    const move = { name: 'hand', held };
    while (moments.length < frames && !seat.standing?.over) {
      const due = seat.frames % SKIP === 0;
      const seen = (seat.stack.at(-1) as Uint8Array).slice();
      const values = due && network ? Array.from(await this.#values(network, [seat.stack])) : [];
      const thought = due ? { values, seen } : undefined;
      moments.push({ ...shown(seat, move, 1, true), thought, move: undefined, byChance: false });
    }
    return told(seat, moments);
  }

  /** [copies, moves]; one readback. */
  async #values(network: GraphModel, stacks: readonly (readonly Uint8Array[])[]): Promise<Float32Array> {
    const values = tf.tidy(() => {
      const frames = tf.tensor4d(interleaved(stacks), [stacks.length, SIDE, SIDE, DEPTH]);
      return network.execute({ frames }, 'action_values') as tf.Tensor2D;
    });
    try {
      return (await values.data()) as Float32Array;
    } finally {
      values.dispose();
    }
  }

  /** About a moment that may be long past; a cartridge without a network has nothing to say. */
  async #asked(network: GraphModel | undefined, { by, stack }: QuestionTurn): Promise<Partial<Played>> {
    if (!network) return {};
    return by === 'judge'
      ? { judged: Array.from(await this.#values(network, [stack])) }
      : { doubts: await this.#doubts(network, stack) };
  }

  /** Occlusion (Zeiler and Fergus, 2014, section 4.2): a row of places a time, so that others get their turn. */
  async #doubts(network: GraphModel, stack: readonly Uint8Array[]): Promise<number[]> {
    const plain = await this.#values(network, [stack]);
    const doubts: number[] = [];
    for (let row = 0; row < PLACES; row++) {
      const values = await this.#values(network, covered(stack, row));
      this.#signal?.throwIfAborted();
      for (let column = 0; column < PLACES; column++)
        doubts.push(
          Math.max(...plain.map((value, move) => Math.abs(value - (values[column * plain.length + move] as number)))),
        );
    }
    return doubts;
  }

  async #sit(start: Start): Promise<Seat> {
    if (this.#seat?.start.game === start.game) return this.#seat;
    const bytes = start.rom ?? this.#ours;
    if (!bytes) throw new DemoError('step', 'The player is not loaded.', 'not loaded');
    const game = start.rom ? await this.#recognise(start.rom, start.as) : GAMES.rubble;
    if (!game) await tryOut(bytes);
    this.#seat = await Seat.take(bytes, game, start);
    return this.#seat;
  }

  /** A cartridge whose policy is here, by its sum. */
  async #recognise(rom: Uint8Array, as: GameName | undefined): Promise<Game | undefined> {
    const sum = Array.from(md5(rom), (byte) => byte.toString(16).padStart(2, '0')).join('');
    const game = as ? GAMES[as] : Object.values(GAMES).find((known) => known.md5 === sum);
    const there = game && (await this.#networkOf(game, 'final').catch(() => undefined));
    return there && game;
  }

  async #networkOf(game: Game, checkpoint: Checkpoint): Promise<GraphModel> {
    const stage = game.checkpoints.includes(checkpoint) ? checkpoint : (game.checkpoints.at(-1) as Checkpoint);
    const path = `${game.name}/${stage}/model.json`;
    const known = this.#networks.get(path) ?? (await this.#weights?.graphModel(path));
    if (!known) throw new DemoError('step', 'The player is not loaded.', 'not loaded');
    if (String(known.inputs[0]?.shape?.slice(1)) !== String([SIDE, SIDE, DEPTH]))
      throw new DemoError('shape', `${path} does not take four pictures of ${SIDE} × ${SIDE}.`, path);
    this.#networks.set(path, known);
    return known;
  }
}

/** Two seconds and a half in a console of its own, in which a jam would show. @throws DemoError `input` */
async function tryOut(bytes: Uint8Array): Promise<void> {
  const console = await Console.insert(bytes, { seed: 0 });
  for (let frame = 0; frame < TRIAL_FRAMES; frame++) console.frame({});
}

/** [copies, 84, 84, 4] in 0..1, oldest observation first */
function interleaved(stacks: readonly (readonly Uint8Array[])[]): Float32Array {
  const values = new Float32Array(stacks.length * SIDE * SIDE * DEPTH);
  stacks.forEach((stack, copy) => {
    stack.forEach((observation, depth) => {
      let at = copy * SIDE * SIDE * DEPTH + depth;
      for (const grey of observation) {
        values[at] = grey / 255;
        at += DEPTH;
      }
    });
  });
  return values;
}

/** Plays frames with one hand, and keeps what is to be shown of them. */
function shown(seat: Seat, { held }: Move, frames: number, all: boolean) {
  const pictures: Uint8Array[] = [];
  const sound: Float32Array[] = [];
  for (let frame = 0; frame < frames; frame++) {
    const picture = seat.frame(held);
    if (all || frame === frames - 1) pictures.push(picture);
    if (seat.console.listening) sound.push(seat.console.samples());
  }
  return { frame: seat.frames, pictures, sound, standing: seat.standing };
}

const still = (seat: Seat): Moment => ({
  frame: seat.frames,
  pictures: [seat.picture()],
  standing: seat.standing,
  thought: { values: [], seen: (seat.stack.at(-1) as Uint8Array).slice() },
  move: undefined,
  byChance: false,
  sound: [],
});

const told = (seat: Seat, moments: readonly Moment[]): Played => ({
  game: seat.start.game,
  name: seat.game?.name,
  seed: seat.start.seed,
  moments,
  frames: seat.frames,
  decisions: seat.decisions,
  standing: seat.standing,
  done: seat.standing?.over === true,
});

const createModel: DemoModelFactory<Ask, Played> = () => new AtariPlayerModel();
export default createModel as DemoModelFactory;
