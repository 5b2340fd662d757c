import { type Bits, rounded } from '../task';
import { TASKS } from '../tasks';
import type { ErrorCurve, Trace } from '../trace';
import { Curve } from './curve';
import { sigmoid } from './exact';
import { forward } from './forward';
import type { Lesson, LessonInput } from './lesson';
import { type Record, recordOf } from './record';
import { copyBatch, Trainer } from './trainer';
import { COPY, HEADS, type Numbers, numbers, SHIFTS } from './weights';

/** What has been learned is handed out so often, that a lost engine costs no more. */
const SAVE_MS = 2000;
/** The speed told is that of so long a time. */
const PACE_MS = 3000;
/** After such a pause the speed before it says nothing. */
const PAUSE_MS = 1000;

/** One machine that learns in the page, and the sequence that is tried now and then. All of it in plain numbers. */
export class School {
  readonly #trainer: Trainer;
  readonly #curve: Curve;
  #trial: Record | undefined;
  #saved = performance.now();
  #marks: { readonly time: number; readonly sequences: number }[] = [];

  constructor(private readonly asked: LessonInput['learn']) {
    this.#trainer = new Trainer(asked.seed);
    this.#curve = new Curve(asked.from?.curve);
    if (asked.from) this.#trainer.resume(asked.from);
  }

  get run(): number {
    return this.asked.run;
  }

  /** Learns for about so long, a whole number of updates, and then tries the sequence. */
  step({ milliseconds, most, bits }: LessonInput['learn'], errors: ErrorCurve): Lesson {
    const trainer = this.#trainer;
    const start = performance.now();
    this.#mark(start);
    while (trainer.sequences < most && performance.now() - start < milliseconds) {
      const { sequences, wrong, bits: asked } = trainer.iterate();
      this.#curve.add(sequences, wrong, asked);
    }
    const now = performance.now();
    this.#marks.push({ time: now, sequences: trainer.sequences });
    const due = milliseconds > 0 && now - this.#saved >= SAVE_MS;
    if (due) this.#saved = now;
    return {
      run: this.asked.run,
      seed: this.asked.seed,
      sequences: trainer.sequences,
      perSecond: this.#pace(),
      curve: this.#curve.shares,
      window: this.#curve.window,
      sample: this.#try(bits, errors),
      saved: due ? { ...trainer.saved, curve: this.#curve.state } : undefined,
    };
  }

  #mark(now: number): void {
    const last = this.#marks.at(-1);
    if (!last || now - last.time > PAUSE_MS) this.#marks = [{ time: now, sequences: this.#trainer.sequences }];
    this.#marks = this.#marks.filter(({ time }) => now - time < PACE_MS);
  }

  #pace(): number {
    const [first, last] = [this.#marks[0], this.#marks.at(-1)];
    if (!first || !last || last.time === first.time) return 0;
    return (1000 * (last.sequences - first.sequences)) / (last.time - first.time);
  }

  #try(bits: Bits, curve: ErrorCurve): Trace {
    const rows = bits.length;
    const steps = 2 * rows + 1;
    if (this.#trial === undefined || this.#trial.steps.length < steps) this.#trial = recordOf(COPY, 1, steps);
    const record = this.#trial;
    forward(
      record,
      this.#trainer.weights,
      copyBatch(numbers(rows * COPY.outputs).map(bitOf(bits)), rows, 1).inputs,
      steps,
    );
    return traceOf(record, bits, steps, curve);
  }
}

const bitOf = (bits: Bits) => (_: number, at: number) =>
  rounded(bits[Math.floor(at / COPY.outputs)]?.[at % COPY.outputs] as number);

/** A run as the tape knows it, with the memory as it is at the end. */
function traceOf({ steps: all, places }: Record, bits: Bits, steps: number, curve: ErrorCurve): Trace {
  const { slots, width, outputs } = COPY;
  const sequence = TASKS.copy.sequence(bits, { seed: 0 });
  const taken = all.slice(0, steps);
  const weightings = new Float32Array(steps * HEADS * slots);
  const addressing = new Float32Array(steps * HEADS * (SHIFTS + 3));
  taken.forEach(({ weighting, asked }, step) => {
    weightings.set(weighting, step * HEADS * slots);
    for (let head = 0; head < HEADS; head++) {
      const own = (at: number) => asked[at + head] as number;
      const shift = asked.subarray(places.shift + SHIFTS * head, places.shift + SHIFTS * (head + 1));
      const told = [own(places.strength), own(places.gate), ...shift, own(places.sharpening)];
      addressing.set(told, (step * HEADS + head) * told.length);
    }
  });
  const chances = ({ logits }: { readonly logits: Numbers }) => Array.from(logits.subarray(0, outputs), sigmoid);
  return {
    ...sequence,
    flips: [],
    output: taken.slice(sequence.answersFrom).map(chances),
    lstm: [],
    heads: 1,
    slots,
    width,
    weightings,
    addressing,
    memory: Float32Array.from(taken[steps - 1]?.memory ?? []),
    curve,
  };
}
