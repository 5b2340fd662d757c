import { describe, expect, it } from 'vitest';
import { DemoError, EngineLost, toDemoError, toErrorData } from './errors';

describe('errors', () => {
  it('keep their code on the way from the worker', () => {
    const error = new DemoError('checksum', 'Not the file.', 'model.json');
    const arrived = toDemoError(structuredClone(toErrorData(error, 'step')), 'step');
    expect(arrived).toMatchObject({ code: 'checksum', message: 'Not the file.', detail: 'model.json' });
  });
  it('get the code of the call where nobody foresaw them', () => {
    expect(toDemoError(new TypeError('x is not a function'), 'shape')).toMatchObject({
      code: 'shape',
      message: 'x is not a function',
    });
    expect(toDemoError('odd', 'step').message).toBe('odd');
  });
  it('stay the same object where they are known already', () => {
    const lost = new EngineLost('context-lost', 'gone');
    expect(toDemoError(lost, 'step')).toBe(lost);
  });
});
