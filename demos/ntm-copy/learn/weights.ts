import { randomNumbers } from '../task';

/** The numbers of a network. Eight bytes each: a load of four bytes is widened before it is used, which takes time. */
export type Numbers = Float64Array<ArrayBuffer>;

export const numbers = (length: number): Numbers => new Float64Array(length);

/** Sizes of a machine with one read head, one write head and an LSTM of one layer (Graves et al., 2014). */
export interface Shape {
  readonly inputs: number;
  readonly outputs: number;
  readonly controller: number;
  /** Rows and columns of the memory. */
  readonly slots: number;
  readonly width: number;
}

/** The paper's machine for the copy task, as `training/ntm-copy` trains it. */
export const COPY: Shape = { inputs: 9, outputs: 8, controller: 100, slots: 128, width: 20 };

export const HEADS = 2; // the read head, then the write head
export const SHIFTS = 3; // one location back, none, one on

/**
 * Where everything lies: in the row of what the heads ask for, and in the one array of all weights. Matrices are row by
 * row, [rows, columns], each followed by its bias.
 */
export interface Places {
  /** Columns of the gates' matrix: input, what was read, hidden state. */
  readonly joined: number;
  /** Columns of the output's matrix: hidden state, what was read. */
  readonly seen: number;
  readonly add: number;
  readonly erase: number;
  readonly gate: number;
  readonly strength: number;
  readonly sharpening: number;
  readonly shift: number;
  /** How many numbers the heads ask for: keys first, then from `add` on. */
  readonly asked: number;
  readonly gates: number;
  readonly gatesBias: number;
  readonly heads: number;
  readonly headsBias: number;
  readonly output: number;
  readonly outputBias: number;
  /** How many weights there are. */
  readonly all: number;
}

export function placesOf({ inputs, outputs, controller, width }: Shape): Places {
  const joined = inputs + width + controller;
  const seen = controller + width;
  const add = HEADS * width;
  const erase = add + width;
  const gate = erase + width;
  const strength = gate + HEADS;
  const sharpening = strength + HEADS;
  const shift = sharpening + HEADS;
  const asked = shift + SHIFTS * HEADS;
  const gatesBias = 4 * controller * joined;
  const heads = gatesBias + 4 * controller;
  const headsBias = heads + asked * controller;
  const output = headsBias + asked;
  const outputBias = output + outputs * seen;
  const all = outputBias + outputs;
  return {
    ...{ joined, seen, add, erase, gate, strength, sharpening, shift, asked },
    ...{ gates: 0, gatesBias, heads, headsBias, output, outputBias, all },
  };
}

/** Heads begin inclined to keep their place and to move one on; `training/ntm-copy/model.py` says why. */
const GATE_BIAS_START = -2;
const SHIFT_BIAS_START = 1;

/** Weights before any learning: even between ±1/√columns, matrices and biases alike, as PyTorch begins a linear map. */
export function initialWeights(shape: Shape, seed: number): Numbers {
  const places = placesOf(shape);
  const weights = numbers(places.all);
  const next = randomNumbers(seed);
  const draw = (from: number, to: number, columns: number) => {
    const bound = 1 / Math.sqrt(columns);
    for (let at = from; at < to; at++) weights[at] = bound * (next() / 2 ** 31 - 1);
  };
  draw(places.gates, places.heads, places.joined);
  draw(places.heads, places.output, shape.controller);
  draw(places.output, places.all, places.seen);
  const bias = (at: number, by: number) => {
    weights[places.headsBias + at] = (weights[places.headsBias + at] as number) + by;
  };
  for (let head = 0; head < HEADS; head++) {
    bias(places.gate + head, GATE_BIAS_START);
    bias(places.shift + SHIFTS * head + 2, SHIFT_BIAS_START);
  }
  return weights;
}
