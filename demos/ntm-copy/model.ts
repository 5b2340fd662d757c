import type { GraphModel } from '@tensorflow/tfjs-converter';
import * as tf from '@tensorflow/tfjs-core';
import { DemoError } from '../../src/engine/errors';
import type { DemoModel, DemoModelFactory, LoadOptions } from '../../src/engine/model';
import { asksToLearn, isLesson, type Lesson, type LessonInput } from './learn/lesson';
import { School } from './learn/school';
import { type Bits, checkBits, type Flip, touches } from './task';
import { randomRows, TASKS, taskNames } from './tasks';
import type { ErrorCurve, TapeInput, Trace } from './trace';

/** What an empty memory cell holds, as in training. */
const EMPTY = 1e-6;

/** Every so many steps a run looks whether others have waited long enough. */
const STEPS_A_LOOK = 10;
const LONGEST_HOLD_MS = 40;

/** Textures that one shader of any WebGL 2 can read. */
const TEXTURES_A_SHADER = 16;

/** Where tfjs packs four values into a texel. */
const PACKING = [
  'WEBGL_PACK',
  'WEBGL_PACK_BINARY_OPERATIONS',
  'WEBGL_PACK_UNARY_OPERATIONS',
  'WEBGL_PACK_ARRAY_OPERATIONS',
  'WEBGL_PACK_REDUCE',
  'WEBGL_LAZILY_UNPACK',
];

/** What is kept of every step of the machine, in the order in which it is read back. */
const KEPT = ['output', 'weightingsNext', 'trace', 'memoryNext'] as const;

/**
 * A Neural Turing Machine (Graves et al., 2014) and an LSTM beside it, each as a graph of one time step.
 *
 * A step is small, and on a GPU costs what its dispatches cost: so the whole state stays where it is from step to step,
 * and all that is to be seen of a run comes back in one readback at its end.
 */
class NtmCopyModel implements DemoModel<TapeInput | LessonInput, Trace | Lesson> {
  /** By folder: a machine for each task, and the LSTMs. */
  #networks: ReadonlyMap<string, GraphModel> = new Map();
  #curve: ErrorCurve | undefined;
  /** What learns here, once somebody wants to see it. */
  #school: School | undefined;
  #signal: AbortSignal | undefined;
  #looked = 0;

  async load({ weights, signal }: LoadOptions): Promise<void> {
    this.#signal = signal;
    const network = async (folder: string) => [folder, await weights.graphModel(`${folder}/model.json`)] as const;
    const [networks, curve] = await Promise.all([
      Promise.all([...taskNames, ...taskNames.flatMap((name) => TASKS[name].rival ?? [])].map(network)),
      weights.file('errors-by-length.json'),
    ]);
    const { lengths, ntm, lstm } = JSON.parse(new TextDecoder().decode(curve)) as ErrorCurve;
    this.#curve = { lengths, ntm, lstm };
    this.#networks = new Map(networks);
    await this.step({ ...TASKS.copy.sequence(randomRows(TASKS.copy, 1, 0), { seed: 0 }), flips: [] });
  }

  async step(input: TapeInput | LessonInput): Promise<Trace | Lesson> {
    return asksToLearn(input) ? this.#learn(input) : this.#run(input);
  }

  #learn({ learn }: LessonInput): Lesson {
    if (!this.#curve) throw new DemoError('step', 'The machine is not loaded.', 'not loaded');
    checkBits(learn.bits, TASKS.copy);
    if (this.#school?.run !== learn.run) this.#school = new School(learn);
    return this.#school.step(learn, this.#curve);
  }

  /** What was learned is handed over, not copied. */
  transferables(result: Trace | Lesson): Transferable[] {
    const saved = isLesson(result) ? result.saved : undefined;
    return saved ? [saved.weights.buffer, saved.mean.buffer, saved.square.buffer] : [];
  }

  async #run(input: TapeInput): Promise<Trace> {
    const [machine, curve] = [this.#networks.get(input.task), this.#curve];
    const lstm = this.#networks.get(TASKS[input.task].rival ?? '');
    if (!machine || !curve) throw new DemoError('step', 'The machine is not loaded.', 'not loaded');
    const sizes = machineSizes(machine);
    checkRows(input, sizes.channels);
    checkFlips(input, sizes);
    const made: tf.Tensor[] = [];
    this.#looked = performance.now();
    try {
      const reels = await this.#play(machine, KEPT, input, made);
      const rival = lstm ? await this.#play(lstm, ['output'], { ...input, flips: [] }, made) : [];
      const [output, weightings, addressing, memory, lstmOutput] = await readBack([...reels, ...rival]);
      const answers = (values: Float32Array) => rowsOf(values, input.target[0]?.length ?? 0).slice(input.answersFrom);
      return {
        ...input,
        output: answers(output as Float32Array),
        lstm: lstmOutput ? answers(lstmOutput) : [],
        heads: sizes.heads,
        slots: sizes.slots,
        width: sizes.width,
        weightings: weightings as Float32Array,
        addressing: addressing as Float32Array,
        memory: memory as Float32Array,
        curve,
      };
    } finally {
      tf.dispose(made);
    }
  }

  /** Every run begins with an empty tape; nothing stays. */
  reset(): void {}

  dispose(): void {
    this.#networks = new Map();
    this.#school = undefined;
  }

  /**
   * Runs one network over the rows.
   * @param kept names of the outputs to keep of every step
   * @param made gets every tensor that comes about; the caller disposes of them
   * @returns for each name, one tensor a step
   */
  async #play(network: GraphModel, kept: readonly string[], { rows, flips }: TapeInput, made: tf.Tensor[]) {
    let state = startOf(network);
    const names = Object.keys(state);
    const fed = tf.tensor2d(rows.map((row) => [...row]));
    made.push(fed, ...Object.values(state));
    const wanted = [...new Set([...kept, ...names.map((name) => `${name}Next`)])];
    const reels: tf.Tensor2D[][] = kept.map(() => []);
    for (let step = 0; step < rows.length; step++) {
      if (step % STEPS_A_LOOK === 0) await this.#letOthersIn();
      const results = unpacked(() => {
        const turned = flips.filter((flip) => flip.step === step);
        const memory = turned.length > 0 && { memory: turn(state.memory as tf.Tensor2D, turned) };
        const input = tf.slice(fed, [step, 0], [1, -1]);
        return network.execute({ input, ...state, ...memory }, wanted) as tf.Tensor2D[];
      });
      made.push(...results);
      const result = (name: string) => results[wanted.indexOf(name)] as tf.Tensor2D;
      kept.forEach((name, reel) => {
        reels[reel]?.push(result(name));
      });
      state = Object.fromEntries(names.map((name) => [name, result(`${name}Next`)]));
    }
    return reels;
  }

  /** Lets messages through while a long run goes on, and ends it if it is no longer wanted. */
  async #letOthersIn(): Promise<void> {
    if (performance.now() - this.#looked < LONGEST_HOLD_MS) return;
    await new Promise((resolve) => setTimeout(resolve));
    this.#signal?.throwIfAborted();
    this.#looked = performance.now();
  }
}

/**
 * Tidies up after some work as `tf.tidy` does, and has it done without packing. That pays on large tensors; here it costs
 * more dispatches than all the arithmetic. Flags are the whole engine's, so they are put back before anybody else runs.
 */
export function unpacked<T extends tf.TensorContainer>(work: () => T): T {
  if (tf.getBackend() !== 'webgl') return tf.tidy(work);
  const before = PACKING.map((flag) => tf.env().getBool(flag));
  for (const flag of PACKING) tf.env().set(flag, false);
  try {
    return tf.tidy(work);
  } finally {
    PACKING.forEach((flag, index) => {
      tf.env().set(flag, before[index] as boolean);
    });
  }
}

/** The state before the first step: an empty memory, every head on its first row, a controller at rest. */
function startOf(network: GraphModel): Record<string, tf.Tensor2D> {
  const inputs = network.inputs.filter(({ name }) => name !== 'input');
  const shapeOf = (name: string) => inputs.find((input) => input.name === name)?.shape as [number, number];
  const start = ({ name, shape }: (typeof inputs)[number]): tf.Tensor2D => {
    const [rows, columns] = shape as [number, number];
    if (name === 'memory') return tf.fill([rows, columns], EMPTY);
    if (name === 'weightings')
      return tf.pad(tf.ones([rows, 1]) as tf.Tensor2D, [
        [0, 0],
        [0, columns - 1],
      ]);
    if (name !== 'carried') return tf.zeros([rows, columns]);
    const [, hidden] = shapeOf('cell');
    return tf.pad(
      tf.zeros([1, hidden]) as tf.Tensor2D,
      [
        [0, 0],
        [0, columns - hidden],
      ],
      EMPTY,
    );
  };
  return Object.fromEntries(inputs.map((input) => [input.name, tf.tidy(() => start(input))]));
}

/** The memory with the signs of some cells turned. */
function turn(memory: tf.Tensor2D, flips: readonly Flip[]): tf.Tensor2D {
  const [slots, width] = memory.shape;
  const signs = Float32Array.from({ length: slots * width }, (_, cell) => {
    const turns = flips.filter((flip) => touches(flip, Math.floor(cell / width), cell % width)).length;
    return turns % 2 === 1 ? -1 : 1;
  });
  return tf.mul(memory, tf.tensor2d(signs, [slots, width]));
}

interface Sizes {
  readonly channels: number;
  readonly heads: number;
  readonly slots: number;
  readonly width: number;
}

function machineSizes(machine: GraphModel): Sizes {
  const shape = (name: string) => machine.inputs.find((input) => input.name === name)?.shape;
  const [input, weightings, memory] = [shape('input'), shape('weightings'), shape('memory')];
  if (input?.length !== 2 || weightings?.length !== 2 || memory?.length !== 2)
    throw new DemoError('shape', 'This network has no memory that could be shown.', 'no memory');
  const [heads, [slots, width]] = [(weightings[0] as number) / 2, memory as [number, number]];
  return { channels: input[1] as number, heads, slots, width };
}

function checkRows({ rows, task }: TapeInput, channels: number): void {
  const odd = rows.findIndex((row) => row.length !== channels || !row.every(Number.isFinite));
  if (odd >= 0 || rows.length === 0)
    throw new DemoError('input', `The task ${task} is fed rows of ${channels} numbers.`, `row ${odd + 1}`);
}

function checkFlips({ flips, rows }: TapeInput, { slots, width }: Sizes): void {
  const within = (value: number, end: number) => Number.isInteger(value) && value >= 0 && value < end;
  for (const { step, location, column } of flips)
    if (!within(step, rows.length) || !within(location, slots) || !within(column ?? 0, width))
      throw new DemoError(
        'input',
        `A flip names a step below ${rows.length}, a row below ${slots} and a column below ${width}.`,
        `step ${step}, row ${location}`,
      );
}

/**
 * Brings tensors of equal shape, reel by reel, to this side at once.
 * @returns flat values of each reel, step by step
 */
async function readBack(reels: readonly tf.Tensor2D[][]): Promise<Float32Array[]> {
  // Whole groups: each number of steps would have shaders of its own otherwise, to be compiled on every new length.
  const whole = reels.map((reel) => {
    const missing = -reel.length & (TEXTURES_A_SHADER - 1);
    return [...reel, ...Array.from({ length: missing }, () => reel.at(-1) as tf.Tensor2D)];
  });
  const all = unpacked(() => tf.concat1d(whole.map((reel) => tf.reshape(tf.concat2d(reel, 0), [-1]) as tf.Tensor1D)));
  try {
    const values = (await all.data()) as Float32Array;
    let from = 0;
    return whole.map((reel, index) => {
      const each = reel[0]?.size as number;
      const start = from;
      from += each * reel.length;
      return values.slice(start, start + each * (reels[index]?.length as number));
    });
  } finally {
    all.dispose();
  }
}

const rowsOf = (values: Float32Array, width: number): Bits =>
  Array.from({ length: values.length / width }, (_, row) =>
    Array.from(values.subarray(row * width, (row + 1) * width)),
  );

const createModel: DemoModelFactory<TapeInput | LessonInput, Trace | Lesson> = () => new NtmCopyModel();
export default createModel as DemoModelFactory;
