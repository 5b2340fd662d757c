import type { AttributeSchema } from '../attributes';

/** A grey square that hides a part of the picture, as an author sets it. */
export const squareAttributes = {
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
