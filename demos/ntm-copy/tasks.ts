import { CONTEXT, ngramBits } from './dynamic-ngrams';
import { randomPriorities, sortedRows } from './priority-sort';
import { type Bits, type Limits, randomBits, type Sequence, type TaskName } from './task';

export interface Preset {
  readonly label: string;
  readonly size: number;
  readonly repeats?: number;
  /** Shows the LSTM beside. */
  readonly beside?: boolean;
}

/** What makes a sequence beside its bits. */
export interface Choice {
  readonly seed: number;
  /** How often the rows are asked for, where the task is to repeat them. */
  readonly repeats?: number;
  /** One for each row, from -1 to 1, where the task is to sort; drawn with the seed by default. */
  readonly priorities?: readonly number[] | undefined;
}

/** One of the paper's tasks (Graves et al., 2014, section 4): its sizes, its words, and how a sequence of it is made. */
export interface Task extends Limits {
  readonly label: string;
  /** What there is to see, where the page around it has no words of its own. */
  readonly caption: string;
  /** What it has done with rows that came out right. */
  readonly did: string;
  /** How many rows or items at first. */
  readonly usual: number;
  /** What tells the story: begins within what it was trained on, and goes beyond. */
  readonly presets: readonly Preset[];
  /** What it was trained on: the largest number of rows or items. */
  readonly trained: number;
  /** The folder of the LSTM that stands beside it, if one does. */
  readonly rival?: string;
  /** Bits in a row of the answer. */
  readonly answerWidth: number;
  /** Answers are chances of what a bit will be, so that none is right or wrong. */
  readonly guesses?: boolean;
  /** Rows have a priority beside their bits. */
  readonly sorts?: boolean;
  /** What it reaches, where that is not all; as in `models/ntm-copy/metrics.json`. */
  readonly reaches?: string;
  /** @returns so many random rows */
  draw(rows: number, seed: number): Bits;
  sequence(bits: Bits, choice: Choice): Sequence;
  /** The row of bits that is fed at a step; some steps feed a mark instead. */
  rowAt(step: number): number | undefined;
}

/** Channels of a row: bits first, then marks. A row without bits is all marks. */
const fed = (bits: readonly number[] | undefined, width: number, marks: readonly number[]): number[] => [
  ...(bits ?? Array.from({ length: width }, () => 0)),
  ...marks,
];

/** Section 4.1: rows, an end mark, then the same rows asked for. */
const copy: Task = {
  label: 'Copy',
  caption:
    'Rows of bits go in and are written to one memory row after another; then the read head walks the same path.',
  did: 'copied',
  width: 8,
  answerWidth: 8,
  unit: 'rows',
  rowsEach: 1,
  least: 1,
  most: 120,
  usual: 20,
  presets: [
    { label: '20', size: 20 },
    { label: '120', size: 120 },
    // What an LSTM, which has no such memory, makes of some more rows than it knows.
    { label: 'LSTM fails', size: 50, beside: true },
  ],
  trained: 20,
  rival: 'copy-lstm',
  draw: (rows, seed) => randomBits(rows, seed, 8),
  sequence: (bits) => ({
    task: 'copy',
    rows: [...bits.map((row) => fed(row, 8, [0])), fed(undefined, 8, [1]), ...bits.map(() => fed(undefined, 8, [0]))],
    split: bits.length + 1,
    readFrom: bits.length + 1,
    answersFrom: bits.length + 1,
    target: bits,
  }),
  rowAt: (step) => step,
};

/** The count is fed with the mean and the spread of 1 to 10 taken out. */
const countChannel = (repeats: number): number => (repeats - 5.5) / Math.sqrt(8.25);

/**
 * Section 4.2: rows, then a mark together with a count. Asked for are the rows as often as that, and an end mark of the
 * machine's own, on a ninth channel.
 */
const repeatCopy: Task = {
  label: 'Repeat',
  caption:
    'Rows of bits go in once, with a count, and come out as often as it says. Far beyond ten, which is what it was trained on, it goes astray.',
  did: 'repeated',
  width: 8,
  answerWidth: 9,
  unit: 'rows',
  rowsEach: 1,
  least: 1,
  most: 20,
  usual: 5,
  presets: [
    { label: '× 4', size: 5, repeats: 4 },
    { label: '× 10', size: 5, repeats: 10 },
    { label: '× 20 fails', size: 5, repeats: 20 },
  ],
  trained: 10,
  draw: (rows, seed) => randomBits(rows, seed, 8),
  sequence: (bits, { repeats = 1 }) => {
    const again = Array.from({ length: repeats }, () => bits.map((row) => [...row, 0])).flat();
    const silence = Array.from({ length: again.length + 1 }, () => fed(undefined, 8, [0, 0]));
    const count = fed(undefined, 8, [1, countChannel(repeats)]);
    return {
      task: 'repeat-copy',
      rows: [...bits.map((row) => fed(row, 8, [0, 0])), count, ...silence],
      split: bits.length + 1,
      readFrom: bits.length + 1,
      answersFrom: bits.length + 1,
      target: [...again, fed(undefined, 8, [1])],
    };
  },
  rowAt: (step) => step,
};

const RECALL_ROWS = 3;

/**
 * Section 4.3: items of three rows, a mark before each; then one of them again between two marks of another kind. Asked for
 * is the item that followed it. The seed says which is asked about.
 */
const associativeRecall: Task = {
  label: 'Recall',
  caption: 'Items of three rows go in; one of them is shown again, and the one that followed it comes out.',
  did: 'recalled',
  width: 6,
  answerWidth: 6,
  unit: 'items',
  rowsEach: RECALL_ROWS,
  least: 2,
  most: 20,
  usual: 6,
  presets: [
    { label: '6', size: 6 },
    { label: '12', size: 12 },
    { label: '20', size: 20 },
  ],
  trained: 6,
  draw: (rows, seed) => randomBits(rows, seed, 6),
  sequence: (bits, { seed }) => {
    const items = bits.length / RECALL_ROWS;
    const itemAt = (item: number) => bits.slice(item * RECALL_ROWS, (item + 1) * RECALL_ROWS);
    const asked = Math.floor(seed) % (items - 1);
    const plain = (row: readonly number[]) => fed(row, 6, [0, 0]);
    const stored = Array.from({ length: items }, (_, item) => [fed(undefined, 6, [1, 0]), ...itemAt(item).map(plain)]);
    const question = [fed(undefined, 6, [0, 1]), ...itemAt(asked).map(plain), fed(undefined, 6, [0, 1])];
    const silence = Array.from({ length: RECALL_ROWS }, () => fed(undefined, 6, [0, 0]));
    const split = stored.flat().length;
    return {
      task: 'associative-recall',
      rows: [...stored.flat(), ...question, ...silence],
      split,
      readFrom: split,
      answersFrom: split + question.length,
      target: itemAt(asked + 1),
    };
  },
  rowAt: (step) => {
    const within = step % (RECALL_ROWS + 1);
    return within === 0 ? undefined : Math.floor(step / (RECALL_ROWS + 1)) * RECALL_ROWS + within - 1;
  },
};

/** Section 4.4: bits of a random source; after each, the chance that the next is a 1. The first five are not asked for. */
const dynamicNgrams: Task = {
  label: 'N-grams',
  caption:
    'Bits of a random source go in; after each, the machine says how likely the next is a 1. It saves few bits against tossing a coin, far fewer than the paper’s.',
  did: 'predicted',
  width: 1,
  answerWidth: 1,
  unit: 'bits',
  rowsEach: 1,
  least: 10,
  most: 200,
  usual: 200,
  presets: [
    { label: '50', size: 50 },
    { label: '200', size: 200 },
    { label: 'LSTM', size: 200, beside: true },
  ],
  trained: 200,
  rival: 'dynamic-ngrams-lstm',
  guesses: true,
  draw: ngramBits,
  sequence: (bits) => ({
    task: 'dynamic-ngrams',
    rows: bits.slice(0, -1),
    split: bits.length - 1,
    readFrom: 0,
    answersFrom: CONTEXT - 1,
    target: bits.slice(CONTEXT),
  }),
  rowAt: (step) => step,
};

/** Section 4.5: rows with a priority each, then a mark. Asked for are the rows of highest priority, highest first. */
const prioritySort: Task = {
  label: 'Sort',
  caption:
    'Rows go in, each with a priority (yellow is high). Four fifths of them come out again, the highest priority first; some with wrong bits.',
  did: 'sorted',
  width: 8,
  answerWidth: 8,
  unit: 'rows',
  rowsEach: 1,
  least: 2,
  most: 20,
  usual: 20,
  presets: [
    { label: '5', size: 5 },
    { label: '10', size: 10 },
    { label: '20', size: 20 },
  ],
  trained: 20,
  sorts: true,
  reaches: 'on average 5.4 of 128 wrong',
  draw: (rows, seed) => randomBits(rows, seed, 8),
  sequence: (bits, { seed, priorities = randomPriorities(bits.length, seed) }) => {
    const sorted = sortedRows(bits, priorities);
    return {
      task: 'priority-sort',
      rows: [
        ...bits.map((row, index) => fed(row, 8, [priorities[index] as number, 0])),
        fed(undefined, 8, [0, 1]),
        ...sorted.map(() => fed(undefined, 8, [0, 0])),
      ],
      split: bits.length + 1,
      readFrom: bits.length + 1,
      answersFrom: bits.length + 1,
      target: sorted.map(({ row }) => row),
      order: sorted.map(({ priority }) => priority),
    };
  },
  rowAt: (step) => step,
};

export const TASKS: Readonly<Record<TaskName, Task>> = {
  copy,
  'repeat-copy': repeatCopy,
  'associative-recall': associativeRecall,
  'dynamic-ngrams': dynamicNgrams,
  'priority-sort': prioritySort,
};

export const taskNames = Object.keys(TASKS) as TaskName[];

/** As many rows or items as asked for, or the nearest number that the task takes. */
export function randomRows(task: Task, size: number, seed: number): Bits {
  const units = Math.min(task.most, Math.max(task.least, Math.round(size)));
  return task.draw(units * task.rowsEach, seed);
}
