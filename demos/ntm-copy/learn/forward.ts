import { address, softmax } from './addressing';
import { affine, dot } from './dense';
import { sigmoid, softplus, tanh } from './exact';
import { type Record, type Step, stepAt } from './record';
import { HEADS, type Numbers, type Places, SHIFTS, type Shape } from './weights';

/**
 * Runs a batch of sequences of one length from an empty tape.
 * @param inputs [steps, batch, inputs]
 * @returns in `record.steps`, all that happened
 */
export function forward(record: Record, weights: Numbers, inputs: Numbers, steps: number): void {
  for (let at = 0; at < steps; at++) forwardStep(record, weights, inputs, at);
}

function forwardStep({ shape, places, batch, ...record }: Record, weights: Numbers, inputs: Numbers, at: number): void {
  const now = record.steps[at] as Step;
  const before = stepAt({ shape, places, batch, ...record }, at - 1);
  const { controller } = shape;
  join(shape, places, now, before, inputs, at * batch * shape.inputs, batch);
  affine(now.gates, weights, places.gates, places.gatesBias, now.joined, 4 * controller, places.joined, batch);
  for (let sequence = 0; sequence < batch; sequence++) control(controller, now, before, sequence);
  affine(now.asked, weights, places.heads, places.headsBias, now.hidden, places.asked, controller, batch);
  for (let sequence = 0; sequence < batch; sequence++) {
    activate(places, now.asked, sequence * places.asked);
    address(shape, places, now, before, sequence);
    writeAndRead(shape, places, now, before, sequence);
    answer(shape, places, weights, now, sequence);
  }
}

/** [input, read vector, hidden state] of every sequence */
function join(
  { inputs, width, controller }: Shape,
  places: Places,
  now: Step,
  before: Step,
  fed: Numbers,
  from: number,
  batch: number,
): void {
  for (let sequence = 0; sequence < batch; sequence++) {
    const to = sequence * places.joined;
    for (let i = 0; i < inputs; i++) now.joined[to + i] = fed[from + sequence * inputs + i] as number;
    for (let m = 0; m < width; m++) now.joined[to + inputs + m] = before.reads[sequence * width + m] as number;
    for (let c = 0; c < controller; c++)
      now.joined[to + inputs + width + c] = before.hidden[sequence * controller + c] as number;
  }
}

/** The LSTM's own step, once its gates have been summed up. */
function control(controller: number, now: Step, before: Step, sequence: number): void {
  const { gates } = now;
  const from = sequence * 4 * controller;
  for (let i = 0; i < controller; i++) {
    const keep = sigmoid(gates[from + i] as number);
    const letIn = sigmoid(gates[from + controller + i] as number);
    const letOut = sigmoid(gates[from + 2 * controller + i] as number);
    const candidate = tanh(gates[from + 3 * controller + i] as number);
    const at = sequence * controller + i;
    const cell = keep * (before.cell[at] as number) + letIn * candidate;
    const shown = tanh(cell);
    gates[from + i] = keep;
    gates[from + controller + i] = letIn;
    gates[from + 2 * controller + i] = letOut;
    gates[from + 3 * controller + i] = candidate;
    now.cell[at] = cell;
    now.shown[at] = shown;
    now.hidden[at] = letOut * shown;
  }
}

function activate(places: Places, asked: Numbers, at: number): void {
  for (let i = at; i < at + places.erase; i++) asked[i] = tanh(asked[i] as number);
  for (let i = at + places.erase; i < at + places.strength; i++) asked[i] = sigmoid(asked[i] as number);
  for (let i = at + places.strength; i < at + places.shift; i++) asked[i] = softplus(asked[i] as number);
  for (let head = 0; head < HEADS; head++) {
    asked[at + places.sharpening + head] = (asked[at + places.sharpening + head] as number) + 1;
    softmax(asked, at + places.shift + SHIFTS * head, SHIFTS);
  }
}

/** Equations 3 and 4, then 2: the read head reads what stands there after the writing. */
function writeAndRead({ slots, width }: Shape, places: Places, now: Step, before: Step, sequence: number): void {
  const { memory, reads, weighting, asked } = now;
  const erase = sequence * places.asked + places.erase;
  const add = sequence * places.asked + places.add;
  const readAt = sequence * width;
  const weightsAt = sequence * HEADS * slots;
  for (let m = 0; m < width; m++) reads[readAt + m] = 0;
  for (let n = 0; n < slots; n++) {
    const read = weighting[weightsAt + n] as number;
    const write = weighting[weightsAt + slots + n] as number;
    const row = (sequence * slots + n) * width;
    for (let m = 0; m < width; m++) {
      const kept = (before.memory[row + m] as number) * (1 - write * (asked[erase + m] as number));
      const cell = kept + write * (asked[add + m] as number);
      memory[row + m] = cell;
      reads[readAt + m] = (reads[readAt + m] as number) + read * cell;
    }
  }
}

/** Logits from the hidden state and what was just read. */
function answer({ outputs, controller, width }: Shape, places: Places, w: Numbers, now: Step, sequence: number): void {
  for (let i = 0; i < outputs; i++) {
    const row = places.output + i * places.seen;
    now.logits[sequence * outputs + i] =
      (w[places.outputBias + i] as number) +
      dot(w, row, now.hidden, sequence * controller, controller) +
      dot(w, row + controller, now.reads, sequence * width, width);
  }
}
