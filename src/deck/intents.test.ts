import { describe, expect, it } from 'vitest';
import { intentAt } from './intents';

describe('intentAt', () => {
  it.each([
    ['the slide that is shown', 0, 0, 'current'],
    ['the next', 1, 0, 'near'],
    ['the one before', -1, 0, 'left'],
    ['the one under this', 0, 1, 'left'],
    ['two ahead', 2, 0, 'left'],
    ['two behind', -2, 0, 'left'],
    ['three ahead', 3, 0, 'far'],
    ['three behind', -3, 0, 'far'],
    ['two under the next', 1, 2, 'far'],
  ] as const)('%s', (_where, across, down, intent) => {
    expect(intentAt({ across, down })).toBe(intent);
  });
});
