import { describe, expect, it } from 'vitest';
import type { AttributeSchema } from '../attributes';
import { readState, splitFragment, writeState } from './state';

const schema: AttributeSchema = {
  words: { type: 'string', description: '' },
  size: { type: 'number', min: 1, max: 300, description: '' },
  quiet: { type: 'boolean', description: '' },
};
const read = (written: string) => readState(new URLSearchParams(written), schema);

describe('a state in an address', () => {
  const state = { quiet: '', words: 'a & b = c? “ü”; 100 %', size: '120' };

  it('comes back as it was', () => {
    expect(read(writeState(state))).toEqual({ state, whole: true, problems: [] });
    expect(read(writeState({}))).toEqual({ state: {}, whole: true, problems: [] });
  });

  it('is refused wherever it is cut short', () => {
    const written = writeState(state);
    for (let length = 'check=0'.length; length < written.length; length++) {
      const { state: left, problems } = read(written.slice(0, length));
      expect(left, written.slice(0, length)).toEqual({});
      expect(problems[0]).toContain('cut short');
    }
  });

  it('may come in another order, and with what a stranger has added', () => {
    const [check = '', ...rest] = writeState(state).split('&');
    const { whole, problems } = read([...rest.reverse(), check, 'campaign=7'].join('&'));
    expect(whole).toBe(true);
    expect(problems).toEqual([expect.stringContaining('no attribute “campaign”')]);
  });

  it('may be written by hand, and then loses only what is wrong with it', () => {
    const { state: left, whole, problems } = read('size=900&words=x&onclick=alert(1)');
    expect(left).toEqual({ words: 'x' });
    expect(whole).toBe(false);
    expect(problems.join('; ')).toMatch(/at most 300.*no attribute “onclick”/);
  });

  it('may be forged with a right check, and still sets no value that is not allowed', () => {
    const { state: left, problems } = read(writeState({ size: '900', words: 'x' }));
    expect(left).toEqual({ words: 'x' });
    expect(problems).toEqual(['“size” is at most 300']);
  });
});

describe('splitFragment', () => {
  it('parts the place from the state', () => {
    expect(splitFragment('#/slide/2')).toEqual({ place: '#/slide/2', state: undefined });
    const { place, state } = splitFragment('#/slide?words=why%3F');
    expect(place).toBe('#/slide');
    expect(state?.get('words')).toBe('why?');
  });
});
