import type { AttributeSchema } from '../../src/demo/attributes';
import { samples } from './samples';

export const attributes = {
  mode: {
    type: 'string',
    values: ['explore', 'contest'],
    default: 'explore',
    description: '`explore` names any picture; `contest` is ten pictures, you against the network.',
  },
  picture: {
    type: 'string',
    values: samples.map(({ name }) => name),
    default: 'red-panda',
    description: 'The sample photograph to begin with.',
  },
  heatmap: {
    type: 'string',
    values: ['on', 'off'],
    default: 'on',
    description: 'Whether the evidence for the chosen class lies over the picture.',
  },
  evidence: {
    type: 'number',
    min: 0,
    max: 999,
    description: 'The class whose evidence is drawn, as ILSVRC counts them; the most likely one by default.',
  },
  square: {
    type: 'number',
    min: 0,
    max: 120,
    default: 0,
    description: 'Side of the grey square in network pixels; 0 is none.',
  },
  'square-x': {
    type: 'number',
    min: 0,
    max: 224,
    default: 112,
    description: 'Centre of the square from the left, in network pixels.',
  },
  'square-y': {
    type: 'number',
    min: 0,
    max: 224,
    default: 112,
    description: 'Centre of the square from the top, in network pixels.',
  },
} as const satisfies AttributeSchema;
