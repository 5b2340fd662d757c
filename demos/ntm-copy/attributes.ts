import type { AttributeSchema } from '../../src/demo/attributes';
import { taskNames } from './tasks';

export const attributes = {
  task: {
    type: 'string',
    values: taskNames,
    default: 'copy',
    description:
      '`copy` writes rows down and reads them back; `repeat-copy` does so several times; `associative-recall` names the item that followed another; `dynamic-ngrams` guesses the next bit of a source; `priority-sort` puts rows in order.',
  },
  view: {
    type: 'string',
    values: ['tape', 'lstm', 'learn'],
    default: 'tape',
    description:
      '`tape` shows the heads and the memory; `lstm` an LSTM on the same bits (copy and n-grams), and how both err; `learn` a machine that learns to copy in the page.',
  },
  length: {
    type: 'number',
    min: 1,
    max: 200,
    description: 'How many random rows (20 by default, 5 to be repeated), items (6) or bits of a source (200).',
  },
  repeats: {
    type: 'number',
    min: 1,
    max: 20,
    default: 4,
    description: 'How often the rows are to be repeated, in the task `repeat-copy`. It was trained on 1 to 10.',
  },
  bits: {
    type: 'string',
    description: 'The rows themselves, two hexadecimal digits a row, in place of random ones: `ff00a5` is three rows.',
  },
  priorities: {
    type: 'string',
    description:
      'In the task `priority-sort`, a number from -1 to 1 for each row, with spaces between, in place of random ones.',
  },
  flips: {
    type: 'string',
    description:
      'Memory cells whose sign is turned just before a step: `step-row-column`, or `step-row` for a whole row, joined by dots, counted from 0.',
  },
  seed: {
    type: 'number',
    min: 0,
    default: 7,
    description: 'Seed of the random rows; by default that of the recorded run.',
  },
  start: {
    type: 'number',
    min: 1,
    default: 1,
    description:
      'In the view `learn`, the seed of the first weights and of all that is learned from; the same learns the same everywhere.',
  },
  speed: {
    type: 'number',
    min: 0.25,
    max: 4,
    default: 1,
    description: 'How fast the tape is played; at 1 a long one takes about six seconds.',
  },
} as const satisfies AttributeSchema;
