import type { AttributeSchema } from '../../src/demo/attributes';
import { squareAttributes } from '../../src/demo/picture/square-attributes';
import { samples } from './samples';

export const attributes = {
  picture: {
    type: 'string',
    values: samples.map(({ name }) => name),
    default: 'german-shepherd',
    description: 'The sample photograph to begin with.',
  },
  panel: {
    type: 'string',
    values: ['words', 'tree', 'plain'],
    default: 'words',
    description:
      'What stands beside the sentence: the other words it thought of, all the beams, or the network without attention.',
  },
  beam: { type: 'number', min: 1, max: 5, default: 3, description: 'How many sentences are carried along at once.' },
  temperature: {
    type: 'number',
    min: 0,
    max: 1.5,
    default: 0,
    description: '0 looks for the likeliest sentence; above that words are drawn, the more freely the higher.',
  },
  words: {
    type: 'string',
    default: '',
    description: 'The first words of the sentence, if they are not the network’s to choose; a full stop ends it.',
  },
  ...squareAttributes,
} as const satisfies AttributeSchema;
