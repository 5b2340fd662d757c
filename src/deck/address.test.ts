import { describe, expect, it } from 'vitest';
import { isUnknown, openingOf, ourQuery, resumeWithinMs } from './address';

const slides = { ids: ['title', 'imagenet-2012', 'more', 'thanks'], main: 3 };
const now = 1_000_000_000;

describe('openingOf', () => {
  it.each(['', '#/', '#/imagenet-2012', '#/more', '#/3', '#/2/1'])('leaves “%s” alone', (hash) => {
    expect(openingOf(hash, slides, undefined, now)).toEqual({});
  });

  it.each(['#/imagenet-2099', '#/0', '#/4', '#/%', '#nowhere'])(
    'opens the first slide for “%s”, and says so',
    (hash) => {
      const { fragment, notice } = openingOf(hash, slides, { id: 'thanks', at: now }, now);
      expect(fragment).toBe('/');
      expect(notice).toMatch(/There is no slide “.+”/);
    },
  );

  it('goes back to where the deck was a short while ago', () => {
    const { fragment, notice } = openingOf('', slides, { id: 'imagenet-2012', at: now - 60_000 }, now);
    expect(fragment).toBe('/imagenet-2012');
    expect(notice).toMatch(/Home/);
  });

  it.each([
    ['long ago', { id: 'imagenet-2012', at: now - resumeWithinMs - 1 }],
    ['at a slide that is gone', { id: 'gone', at: now }],
    ['at the first slide', { id: 'title', at: now }],
  ])('begins at the beginning where it was left %s', (_when, left) => {
    expect(openingOf('', slides, left, now)).toEqual({});
  });

  it('follows an address whatever it remembers', () => {
    expect(openingOf('#/thanks', slides, { id: 'imagenet-2012', at: now }, now)).toEqual({});
    expect(openingOf('#/', slides, { id: 'imagenet-2012', at: now }, now)).toEqual({});
  });
});

describe('isUnknown', () => {
  it('reads encoded names', () => {
    expect(isUnknown('#/imagenet%2D2012', slides)).toBe(false);
  });
});

describe('ourQuery', () => {
  it('keeps what is ours and strips what would configure reveal or tfjs', () => {
    expect(ourQuery('?backend=wasm&autoSlide=1&postMessage=true&tfjsflags=DEBUG:true&print-pdf')).toBe(
      '?backend=wasm&print-pdf',
    );
  });

  it('is empty where nothing is left', () => {
    expect(ourQuery('?view=scroll')).toBe('');
    expect(ourQuery('')).toBe('');
  });
});
