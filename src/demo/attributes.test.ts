import { describe, expect, it } from 'vitest';
import { type AttributeSchema, attributeProblem } from './attributes';

const schema: AttributeSchema = {
  mode: { type: 'string', values: ['a', 'b'], description: '' },
  size: { type: 'number', min: 1, max: 9, description: '' },
  quiet: { type: 'boolean', description: '' },
};

describe('attributeProblem', () => {
  it.each([
    ['mode', 'a'],
    ['size', '1'],
    ['size', '8.5'],
    ['quiet', true],
    ['quiet', ''],
  ] as const)('accepts %s=%s', (name, value) => {
    expect(attributeProblem(name, value, schema)).toBeUndefined();
  });
  it.each([
    ['mode', 'c', 'one of a, b'],
    ['mode', true, 'needs a value'],
    ['size', '0', 'at least 1'],
    ['size', '10', 'at most 9'],
    ['size', '', 'is a number'],
    ['size', '3px', 'is a number'],
    ['quiet', 'yes', 'takes no value'],
    ['constructor', 'x', 'no attribute'],
  ] as const)('refuses %s=%s', (name, value, words) => {
    expect(attributeProblem(name, value, schema)).toContain(words);
  });
});
