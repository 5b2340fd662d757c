import { HEADS, type Numbers, numbers, type Places, placesOf, type Shape } from './weights';

/** What a cell of the memory, and of what was read, holds at the start. */
const EMPTY = 1e-6;
/** Keeps the cosine of an empty row and the logarithm of an empty location finite. */
export const TINY = 1e-8;

/** What one step of a batch leaves, for the next step and for the way back. A sequence after another. */
export interface Step {
  /** [batch, joined] */
  readonly joined: Numbers;
  /** After their functions [batch, 4 controller]: keep, let in, let out, candidate */
  readonly gates: Numbers;
  readonly cell: Numbers; // [batch, controller]
  /** tanh of the cell */
  readonly shown: Numbers; // [batch, controller]
  readonly hidden: Numbers; // [batch, controller]
  readonly asked: Numbers; // [batch, asked]
  readonly rowScale: Numbers; // [batch, slots]
  readonly keyScale: Numbers; // [batch, heads]
  readonly cosine: Numbers; // [batch, heads, slots], as all that follow
  readonly content: Numbers;
  readonly gated: Numbers;
  readonly blurred: Numbers;
  readonly logarithm: Numbers;
  readonly weighting: Numbers;
  readonly memory: Numbers; // [batch, slots, width]
  readonly reads: Numbers; // [batch, width]
  readonly logits: Numbers; // [batch, outputs]
}

function stepOf(shape: Shape, places: Places, batch: number): Step {
  const { controller, slots, width } = shape;
  const of = (each: number) => numbers(batch * each);
  return {
    joined: of(places.joined),
    gates: of(4 * controller),
    cell: of(controller),
    shown: of(controller),
    hidden: of(controller),
    asked: of(places.asked),
    rowScale: of(slots),
    keyScale: of(HEADS),
    cosine: of(HEADS * slots),
    content: of(HEADS * slots),
    gated: of(HEADS * slots),
    blurred: of(HEADS * slots),
    logarithm: of(HEADS * slots),
    weighting: of(HEADS * slots),
    memory: of(slots * width),
    reads: of(width),
    logits: of(shape.outputs),
  };
}

/** Room for a batch of sequences and all that happens in them, made once and used again. */
export interface Record {
  readonly shape: Shape;
  readonly places: Places;
  readonly batch: number;
  /** An empty tape with both heads on its first row, and a controller at rest. */
  readonly rest: Step;
  readonly steps: readonly Step[];
}

/** @param steps of the longest sequence */
export function recordOf(shape: Shape, batch: number, steps: number): Record {
  const places = placesOf(shape);
  const rest = stepOf(shape, places, batch);
  rest.memory.fill(EMPTY);
  rest.reads.fill(EMPTY);
  for (let row = 0; row < batch * HEADS; row++) rest.weighting[row * shape.slots] = 1;
  return { shape, places, batch, rest, steps: Array.from({ length: steps }, () => stepOf(shape, places, batch)) };
}

export const stepAt = (record: Record, at: number): Step => (at < 0 ? record.rest : (record.steps[at] as Step));
