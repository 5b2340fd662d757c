import type { AttributeSchema } from '../../src/demo/attributes';

export const attributes = {
  player: {
    type: 'string',
    values: ['dqn', 'random', 'you'],
    default: 'dqn',
    description: 'Who holds the joystick: the network, chance, or the reader.',
  },
  panel: {
    type: 'string',
    values: ['game', 'value'],
    default: 'game',
    description:
      '`game` shows the television and what the network sees and expects; `value` its expectation over time.',
  },
  checkpoint: {
    type: 'string',
    values: ['random', 'early', 'middle', 'final'],
    default: 'final',
    description: 'How far the network has learned: not at all, a little, half way, or all the way.',
  },
  hue: {
    type: 'number',
    min: 0,
    max: 330,
    default: 0,
    description: 'By how many degrees all colours of the television are turned.',
  },
  speed: {
    type: 'string',
    values: ['1', 'max'],
    default: '1',
    description: '`1` is the console’s own 60 frames a second, `max` as fast as the machine allows.',
  },
  controller: {
    type: 'string',
    values: ['joystick', 'paddle'],
    default: 'joystick',
    description: 'What is plugged in, for a cartridge of one’s own.',
  },
} as const satisfies AttributeSchema;
