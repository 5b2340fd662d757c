import { dot, softmaxBackward } from './dense';
import { exp, log } from './exact';
import { type Step, TINY } from './record';
import { HEADS, type Numbers, type Places, SHIFTS, type Shape } from './weights';

/** What flows back from a step to the one before it. */
export interface Back {
  readonly memory: Numbers; // [batch, slots, width]
  readonly weighting: Numbers; // [batch, heads, slots]
  readonly reads: Numbers; // [batch, width]
  readonly hidden: Numbers; // [batch, controller]
  readonly cell: Numbers; // [batch, controller]
}

/** Turns `length` values of y from `at` on into e^y / Σ e^y. */
export function softmax(y: Numbers, at: number, length: number): void {
  let top = y[at] as number;
  for (let i = 1; i < length; i++) if ((y[at + i] as number) > top) top = y[at + i] as number;
  let sum = 0;
  for (let i = 0; i < length; i++) {
    const value = exp((y[at + i] as number) - top);
    y[at + i] = value;
    sum += value;
  }
  const scale = 1 / sum;
  for (let i = 0; i < length; i++) y[at + i] = (y[at + i] as number) * scale;
}

/** Section 3.3, figure 2: by content, then the gate, the shift and the sharpening, for one sequence of the batch. */
export function address(shape: Shape, places: Places, now: Step, before: Step, sequence: number): void {
  const { slots, width } = shape;
  const { memory } = before;
  const memoryAt = sequence * slots * width;
  const rowsAt = sequence * slots;
  for (let n = 0; n < slots; n++) {
    const row = memoryAt + n * width;
    now.rowScale[rowsAt + n] = 1 / Math.sqrt(dot(memory, row, memory, row, width) + TINY);
  }
  for (let head = 0; head < HEADS; head++) {
    const asked = sequence * places.asked;
    const key = asked + head * width;
    const scale = 1 / Math.sqrt(dot(now.asked, key, now.asked, key, width) + TINY);
    now.keyScale[sequence * HEADS + head] = scale;
    const strength = now.asked[asked + places.strength + head] as number;
    const at = (sequence * HEADS + head) * slots;
    for (let n = 0; n < slots; n++) {
      const likeness =
        scale * (now.rowScale[rowsAt + n] as number) * dot(now.asked, key, memory, memoryAt + n * width, width);
      now.cosine[at + n] = likeness;
      now.content[at + n] = strength * likeness;
    }
    softmax(now.content, at, slots);
    locate(now, before.weighting, at, slots, asked, places, head);
  }
}

/** Equations 7 to 9. */
function locate(
  now: Step,
  previous: Numbers,
  at: number,
  slots: number,
  asked: number,
  places: Places,
  head: number,
): void {
  const { gated, content, blurred, logarithm, weighting } = now;
  const gate = now.asked[asked + places.gate + head] as number;
  const sharpening = now.asked[asked + places.sharpening + head] as number;
  const shift = asked + places.shift + SHIFTS * head;
  const back = now.asked[shift] as number;
  const stay = now.asked[shift + 1] as number;
  const on = now.asked[shift + 2] as number;
  for (let n = 0; n < slots; n++)
    gated[at + n] = (1 - gate) * (previous[at + n] as number) + gate * (content[at + n] as number);
  for (let n = 0; n < slots; n++) {
    const above = gated[at + (n + 1 < slots ? n + 1 : 0)] as number;
    const below = gated[at + (n > 0 ? n : slots) - 1] as number;
    const value = back * above + stay * (gated[at + n] as number) + on * below;
    const power = log(value + TINY);
    blurred[at + n] = value;
    logarithm[at + n] = power;
    weighting[at + n] = sharpening * power;
  }
  softmax(weighting, at, slots);
}

/**
 * From dL/dw of a step (`back.weighting`) to that of the step before, with the shares of the memory and of what the heads
 * asked for, for one sequence.
 * @param asked gets the gradients of what was asked for, [batch, asked]
 * @param spare [2, slots]
 */
export function addressBackward(
  shape: Shape,
  places: Places,
  now: Step,
  before: Step,
  back: Back,
  asked: Numbers,
  sequence: number,
  spare: Numbers,
): void {
  for (let head = 0; head < HEADS; head++) {
    locateBackward(shape, places, now, before, back, asked, sequence, head, spare);
    contentBackward(shape, places, now, before, back, asked, sequence, head, spare);
  }
}

function locateBackward(
  { slots }: Shape,
  places: Places,
  now: Step,
  before: Step,
  back: Back,
  dasked: Numbers,
  sequence: number,
  head: number,
  spare: Numbers,
): void {
  const asked = sequence * places.asked;
  const at = (sequence * HEADS + head) * slots;
  const { gated, content, blurred, logarithm, weighting } = now;
  const d = back.weighting;
  softmaxBackward(d, at, weighting, at, slots);
  const sharpening = now.asked[asked + places.sharpening + head] as number;
  dasked[asked + places.sharpening + head] = dot(d, at, logarithm, at, slots);
  for (let n = 0; n < slots; n++)
    spare[n] = ((d[at + n] as number) * sharpening) / ((blurred[at + n] as number) + TINY);
  const gate = now.asked[asked + places.gate + head] as number;
  const shift = asked + places.shift + SHIFTS * head;
  const back1 = now.asked[shift] as number;
  const stay = now.asked[shift + 1] as number;
  const on = now.asked[shift + 2] as number;
  let dgate = 0;
  let dback = 0;
  let dstay = 0;
  let don = 0;
  for (let n = 0; n < slots; n++) {
    const above = n + 1 < slots ? n + 1 : 0;
    const below = (n > 0 ? n : slots) - 1;
    const dblurred = spare[n] as number;
    dback += dblurred * (gated[at + above] as number);
    dstay += dblurred * (gated[at + n] as number);
    don += dblurred * (gated[at + below] as number);
    const dgated = back1 * (spare[below] as number) + stay * dblurred + on * (spare[above] as number);
    dgate += dgated * ((content[at + n] as number) - (before.weighting[at + n] as number));
    spare[slots + n] = gate * dgated;
    d[at + n] = (1 - gate) * dgated;
  }
  dasked[asked + places.gate + head] = dgate;
  dasked[shift] = dback;
  dasked[shift + 1] = dstay;
  dasked[shift + 2] = don;
}

/** From the gradient of the content's weighting, the second row of `spare`, to the key, its strength and the memory. */
function contentBackward(
  { slots, width }: Shape,
  places: Places,
  now: Step,
  before: Step,
  back: Back,
  dasked: Numbers,
  sequence: number,
  head: number,
  spare: Numbers,
): void {
  const asked = sequence * places.asked;
  const at = (sequence * HEADS + head) * slots;
  const memoryAt = sequence * slots * width;
  const key = asked + head * width;
  const { memory } = before;
  const dmemory = back.memory;
  softmaxBackward(spare, slots, now.content, at, slots);
  dasked[asked + places.strength + head] = dot(spare, slots, now.cosine, at, slots);
  const strength = now.asked[asked + places.strength + head] as number;
  const scale = now.keyScale[sequence * HEADS + head] as number;
  let along = 0;
  for (let m = 0; m < width; m++) dasked[key + m] = 0;
  for (let n = 0; n < slots; n++) {
    const dcosine = strength * (spare[slots + n] as number);
    const cosine = now.cosine[at + n] as number;
    const rowScale = now.rowScale[sequence * slots + n] as number;
    const across = dcosine * scale * rowScale;
    const inward = dcosine * cosine * rowScale * rowScale;
    const row = memoryAt + n * width;
    for (let m = 0; m < width; m++) {
      const held = memory[row + m] as number;
      dasked[key + m] = (dasked[key + m] as number) + across * held;
      dmemory[row + m] = (dmemory[row + m] as number) + across * (now.asked[key + m] as number) - inward * held;
    }
    along += dcosine * cosine;
  }
  const inward = along * scale * scale;
  for (let m = 0; m < width; m++)
    dasked[key + m] = (dasked[key + m] as number) - inward * (now.asked[key + m] as number);
}
