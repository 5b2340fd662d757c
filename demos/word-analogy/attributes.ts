import type { AttributeSchema } from '../../src/demo/attributes';
import { families, OWN, presets } from './presets';

export const attributes = {
  view: {
    type: 'string',
    values: ['analogy', 'differences'],
    default: 'analogy',
    description: '`analogy` answers b − a + c; `differences` draws pairs of words and what their steps share.',
  },
  preset: {
    type: 'string',
    values: presets.map(({ id }) => id),
    default: 'man-king-woman',
    description: 'The question to begin with, where `a`, `b` and `c` do not say another.',
  },
  a: { type: 'string', description: 'The word to take away.' },
  b: { type: 'string', description: 'The word to begin with.' },
  c: { type: 'string', description: 'The word to add.' },
  method: {
    type: 'string',
    values: ['add', 'mul'],
    default: 'add',
    description: 'How answers are ranked: `add` by the cosine with b − a + c, `mul` by 3CosMul.',
  },
  family: {
    type: 'string',
    values: [...families.map(({ id }) => id), OWN],
    default: 'man-woman',
    description: 'The pairs that are drawn; `own` takes them from `pairs`.',
  },
  pairs: { type: 'string', description: 'Pairs of one’s own: words parted by a space, pairs by semicolons.' },
  from: { type: 'string', description: 'The word from which an arrow is drawn.' },
  arrow: {
    type: 'string',
    description:
      'That arrow: two words, from the first to the second; or two numbers, rightwards and upwards in the plane.',
  },
} as const satisfies AttributeSchema;
