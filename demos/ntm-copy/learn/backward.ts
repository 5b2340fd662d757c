import { addressBackward, type Back } from './addressing';
import { affine, outerSums, softmaxBackward, transpose } from './dense';
import { exp } from './exact';
import { type Record, type Step, stepAt } from './record';
import { HEADS, type Numbers, numbers, type Places, SHIFTS, type Shape } from './weights';

/**
 * The way back through a recorded batch. Gradients before the linear maps are kept, of all steps and sequences side by
 * side, and so are those maps' inputs: the gradient of a matrix is then one product at the end.
 */
export class Backward {
  /** dL/dw, places as in the weights. */
  readonly gradient: Numbers;
  readonly #back: Back;
  readonly #room: number;
  readonly #dgates: Numbers; // [4 controller, room]
  readonly #dasked: Numbers; // [asked, room]
  readonly #dlogits: Numbers; // [outputs, room]
  readonly #joined: Numbers; // [joined, room]
  readonly #hidden: Numbers; // [controller + width, room]: what the heads see, and with the reads what the output sees
  readonly #gatesAcross: Numbers; // [joined, 4 controller]
  readonly #headsAcross: Numbers; // [controller, asked]
  /** Of one step, a sequence after another. */
  readonly #step: {
    readonly gates: Numbers;
    readonly asked: Numbers;
    readonly joined: Numbers;
    readonly hidden: Numbers;
  };
  readonly #spare: Numbers;

  constructor(private readonly record: Record) {
    const { shape, places, batch, steps } = record;
    const { controller, slots, width } = shape;
    const room = batch * steps.length;
    this.#room = room;
    this.gradient = numbers(places.all);
    this.#back = {
      memory: numbers(batch * slots * width),
      weighting: numbers(batch * HEADS * slots),
      reads: numbers(batch * width),
      hidden: numbers(batch * controller),
      cell: numbers(batch * controller),
    };
    this.#dgates = numbers(4 * controller * room);
    this.#dasked = numbers(places.asked * room);
    this.#dlogits = numbers(shape.outputs * room);
    this.#joined = numbers(places.joined * room);
    this.#hidden = numbers(places.seen * room);
    this.#gatesAcross = numbers(places.joined * 4 * controller);
    this.#headsAcross = numbers(controller * places.asked);
    this.#step = {
      gates: numbers(batch * 4 * controller),
      asked: numbers(batch * places.asked),
      joined: numbers(batch * places.joined),
      hidden: numbers(batch * controller),
    };
    this.#spare = numbers(2 * slots);
  }

  /**
   * @param dlogits dL/dlogits [steps, batch, outputs]
   * @param steps of the sequences that the record holds
   */
  run(weights: Numbers, dlogits: Numbers, steps: number): void {
    const { shape, places, batch } = this.record;
    const { controller } = shape;
    transpose(this.#gatesAcross, weights, places.gates, 4 * controller, places.joined);
    transpose(this.#headsAcross, weights, places.heads, places.asked, controller);
    for (const flow of Object.values(this.#back)) flow.fill(0);
    for (let at = steps - 1; at >= 0; at--) this.#through(weights, dlogits, at);
    const count = steps * batch;
    const room = this.#room;
    outerSums(this.gradient, places.gates, this.#dgates, this.#joined, 4 * controller, places.joined, room, count);
    outerSums(this.gradient, places.heads, this.#dasked, this.#hidden, places.asked, controller, room, count);
    outerSums(this.gradient, places.output, this.#dlogits, this.#hidden, shape.outputs, places.seen, room, count);
  }

  #through(weights: Numbers, dlogits: Numbers, at: number): void {
    const { shape, places, batch } = this.record;
    const { controller, width, inputs, outputs } = shape;
    const [now, before] = [stepAt(this.record, at), stepAt(this.record, at - 1)];
    const [back, step] = [this.#back, this.#step];
    for (let sequence = 0; sequence < batch; sequence++) {
      answerBackward(shape, places, weights, dlogits, (at * batch + sequence) * outputs, back, sequence);
      readAndWriteBackward(shape, places, now, before, back, step.asked, sequence);
      addressBackward(shape, places, now, before, back, step.asked, sequence, this.#spare);
      activateBackward(places, now.asked, step.asked, sequence * places.asked);
    }
    affine(step.hidden, this.#headsAcross, 0, -1, step.asked, controller, places.asked, batch);
    for (let sequence = 0; sequence < batch; sequence++)
      controlBackward(controller, now, before, back, step.hidden, step.gates, sequence);
    affine(step.joined, this.#gatesAcross, 0, -1, step.gates, places.joined, 4 * controller, batch);
    for (let sequence = 0; sequence < batch; sequence++) {
      const from = sequence * places.joined + inputs;
      for (let m = 0; m < width; m++) back.reads[sequence * width + m] = step.joined[from + m] as number;
      for (let c = 0; c < controller; c++)
        back.hidden[sequence * controller + c] = step.joined[from + width + c] as number;
    }
    const column = at * batch;
    this.#keep(this.#dgates, 0, step.gates, 4 * controller, column);
    this.#keep(this.#dasked, 0, step.asked, places.asked, column);
    this.#keep(this.#joined, 0, now.joined, places.joined, column);
    this.#keep(this.#hidden, 0, now.hidden, controller, column);
    this.#keep(this.#hidden, controller, now.reads, width, column);
    for (let sequence = 0; sequence < batch; sequence++)
      for (let i = 0; i < outputs; i++)
        this.#dlogits[i * this.#room + column + sequence] = dlogits[(column + sequence) * outputs + i] as number;
  }

  /** Values of one step, [batch, each], as columns. */
  #keep(to: Numbers, firstRow: number, from: Numbers, each: number, column: number): void {
    const room = this.#room;
    for (let sequence = 0; sequence < this.record.batch; sequence++)
      for (let i = 0; i < each; i++)
        to[(firstRow + i) * room + column + sequence] = from[sequence * each + i] as number;
  }
}

/** The share of one answer in what flows back to the hidden state and to what was read. */
function answerBackward(
  { outputs, controller, width }: Shape,
  places: Places,
  w: Numbers,
  dlogits: Numbers,
  from: number,
  back: Back,
  sequence: number,
): void {
  for (let i = 0; i < outputs; i++) {
    const d = dlogits[from + i] as number;
    if (d === 0) continue;
    const row = places.output + i * places.seen;
    for (let c = 0; c < controller; c++)
      back.hidden[sequence * controller + c] =
        (back.hidden[sequence * controller + c] as number) + d * (w[row + c] as number);
    for (let m = 0; m < width; m++)
      back.reads[sequence * width + m] =
        (back.reads[sequence * width + m] as number) + d * (w[row + controller + m] as number);
  }
}

/** From dL/dM of a step to that of the step before, with the shares of both weightings, erase and add. */
function readAndWriteBackward(
  { slots, width }: Shape,
  places: Places,
  now: Step,
  before: Step,
  back: Back,
  dasked: Numbers,
  sequence: number,
): void {
  const { asked, weighting } = now;
  const erase = sequence * places.asked + places.erase;
  const add = sequence * places.asked + places.add;
  const readAt = sequence * width;
  const weightsAt = sequence * HEADS * slots;
  for (let m = 0; m < 2 * width; m++) dasked[add + m] = 0; // add, then erase
  for (let n = 0; n < slots; n++) {
    const read = weighting[weightsAt + n] as number;
    const write = weighting[weightsAt + slots + n] as number;
    const row = (sequence * slots + n) * width;
    let dread = 0;
    let dwrite = 0;
    for (let m = 0; m < width; m++) {
      const dreads = back.reads[readAt + m] as number;
      dread += dreads * (now.memory[row + m] as number);
      const d = (back.memory[row + m] as number) + read * dreads;
      const removed = d * (before.memory[row + m] as number);
      const erased = asked[erase + m] as number;
      dwrite += d * (asked[add + m] as number) - removed * erased;
      dasked[erase + m] = (dasked[erase + m] as number) - write * removed;
      dasked[add + m] = (dasked[add + m] as number) + write * d;
      back.memory[row + m] = d * (1 - write * erased);
    }
    back.weighting[weightsAt + n] = (back.weighting[weightsAt + n] as number) + dread;
    back.weighting[weightsAt + slots + n] = (back.weighting[weightsAt + slots + n] as number) + dwrite;
  }
}

/** Through the functions of `activate`, in place. */
function activateBackward(places: Places, asked: Numbers, d: Numbers, at: number): void {
  const scale = (i: number, factor: number) => {
    d[i] = (d[i] as number) * factor;
  };
  for (let i = at; i < at + places.erase; i++) scale(i, 1 - (asked[i] as number) * (asked[i] as number));
  for (let i = at + places.erase; i < at + places.strength; i++)
    scale(i, (asked[i] as number) * (1 - (asked[i] as number)));
  for (let i = at + places.strength; i < at + places.sharpening; i++) scale(i, 1 - exp(-(asked[i] as number)));
  for (let i = at + places.sharpening; i < at + places.shift; i++) scale(i, 1 - exp(1 - (asked[i] as number)));
  for (let head = 0; head < HEADS; head++) {
    const shift = at + places.shift + SHIFTS * head;
    softmaxBackward(d, shift, asked, shift, SHIFTS);
  }
}

/** Through the LSTM: gradients before its gates into `dgates`, that of the cell for the step before into `back`. */
function controlBackward(
  controller: number,
  now: Step,
  before: Step,
  back: Back,
  fromHeads: Numbers,
  dgates: Numbers,
  sequence: number,
): void {
  const { gates } = now;
  const to = sequence * 4 * controller;
  for (let i = 0; i < controller; i++) {
    const at = sequence * controller + i;
    const keep = gates[to + i] as number;
    const letIn = gates[to + controller + i] as number;
    const letOut = gates[to + 2 * controller + i] as number;
    const candidate = gates[to + 3 * controller + i] as number;
    const shown = now.shown[at] as number;
    const dhidden = (back.hidden[at] as number) + (fromHeads[at] as number);
    const dcell = (back.cell[at] as number) + dhidden * letOut * (1 - shown * shown);
    dgates[to + i] = dcell * (before.cell[at] as number) * keep * (1 - keep);
    dgates[to + controller + i] = dcell * candidate * letIn * (1 - letIn);
    dgates[to + 2 * controller + i] = dhidden * shown * letOut * (1 - letOut);
    dgates[to + 3 * controller + i] = dcell * letIn * (1 - candidate * candidate);
    back.cell[at] = dcell * keep;
  }
}
