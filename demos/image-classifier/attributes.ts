import type { AttributeSchema } from '../../src/demo/attributes';
import { squareAttributes } from '../../src/demo/picture/square-attributes';
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
  ...squareAttributes,
} as const satisfies AttributeSchema;
