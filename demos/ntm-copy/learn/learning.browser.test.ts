import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDoors } from '../../../doors';
import { Feed } from '../../../src/demo/mirror/feed';
import { engineFor } from '../../../src/engine/engines';
import { heard, until } from '../../../tests/support/page';
import type { NtmCopyElement } from '../element';
import type { Lesson } from './lesson';

/** A machine that learns in the page: started, left, come back to, lost, and begun again. */

const elements = openDoors();
let demo: NtmCopyElement;
let last: Lesson | undefined;
const make = (attributes: Record<string, string> = {}) => {
  const made = document.createElement('dl-ntm-copy') as NtmCopyElement;
  for (const [name, value] of Object.entries({ backend: 'wasm', view: 'learn', length: '6', ...attributes }))
    made.setAttribute(name, value);
  document.body.append(made);
  return made;
};
const follow = () =>
  demo.addEventListener('dl-result', (event) => {
    last = (event as CustomEvent).detail.result;
  });
const button = (words: string) =>
  [...(demo.shadowRoot?.querySelectorAll('button') ?? [])].find(({ textContent }) => textContent?.trim() === words);
const seen = () => last?.sequences ?? -1;

beforeAll(async () => {
  await elements.get('ntm-copy')?.();
});
beforeEach(() => {
  last = undefined;
  demo = make();
  follow();
});
afterEach(async () => {
  demo.dispose();
  await demo.disposed;
  demo.remove();
});

describe('on its slide', () => {
  it('waits for the button, stops when it is left, and goes on when the reader is back', async () => {
    demo.intend('current');
    await until(() => seen() === 0, 'tried with first weights');
    expect(demo.state).toBe('ready');
    button('Learn')?.click();
    await until(() => seen() > 8, 'learning');
    demo.intend('left');
    await until(() => demo.state === 'ready', 'stopped');
    await until(() => button('Learn') !== undefined, 'its button back');
    const before = seen();
    demo.intend('current');
    await until(() => seen() > before + 8, 'going on');
    demo.pause();
    demo.intend('left');
    demo.intend('current');
    expect(demo.state).toBe('ready');
  });

  it('begins again from first weights when asked to, and with others', async () => {
    const first = await demo.learn(40);
    expect([first.sequences, demo.state]).toEqual([40, 'ready']);
    button('Start again')?.click();
    await until(() => seen() === 0, 'begun again');
    const again = await demo.learn(40);
    expect(again.sample.output).toEqual(first.sample.output);
    button('Other start')?.click();
    await until(() => seen() === 0, 'begun with others');
    expect(demo.getAttribute('start')).toBe('2');
    expect((await demo.learn(40)).sample.output).not.toEqual(first.sample.output);
  });

  it('tries another sequence while it stands still, with what it has learned', async () => {
    await demo.learn(20);
    demo.setAttribute('length', '9');
    await until(() => last?.sample.target.length === 9, 'tried');
    expect(seen()).toBe(20);
    expect(demo.state).toBe('ready');
  });

  it('does not go on in the other view, and the tape runs there', async () => {
    await demo.load();
    button('Learn')?.click();
    await until(() => seen() > 0, 'learning');
    button('Back to the tape')?.click();
    expect(demo.state).toBe('ready');
    await until(() => last !== undefined && 'memory' in last, 'run');
    await demo.updateComplete;
    expect(demo.shadowRoot?.querySelector('[data-grid="memory"]')).not.toBeNull();
    expect(demo.state).toBe('ready');
  });
});

it('loses little with its engine', async () => {
  demo.remove();
  demo = make({ backend: 'webgl' });
  follow();
  let saved = 0;
  demo.addEventListener('dl-result', (event) => {
    const { result } = (event as CustomEvent<{ result: Lesson }>).detail;
    if (result.saved) saved = 4 * result.saved.iterations;
  });
  await demo.load();
  demo.run();
  await until(() => saved > 0, 'saved');
  const told = heard(demo, 'dl-error');
  await engineFor('webgl').loseContext();
  expect((await told).detail).toMatchObject({ code: 'context-lost', mending: true });
  const kept = saved;
  const next = heard(demo, 'dl-result');
  expect((await next).detail.result.sequences).toBeGreaterThanOrEqual(kept);
});

it('is shown by a copy, which learns nothing', async () => {
  const copy = make({ length: '2' });
  const tell = copy.mirror((act) => feed.do(structuredClone(act)));
  const feed = new Feed(demo, (news) => tell(structuredClone(news)));
  await demo.learn(40);
  const number = () => copy.shadowRoot?.querySelector('.step b')?.textContent;
  await until(() => number() === '40', 'shown');
  expect((await engineFor('wasm').usage())?.sessions).toBe(1);
  feed.end();
  tell(undefined);
  copy.remove();
});

it('refuses what is no number of sequences', async () => {
  const told = heard(demo, 'dl-error');
  await expect(demo.learn(-4)).rejects.toMatchObject({ name: 'DemoError', code: 'input' });
  expect((await told).detail.message).toContain('0 to 1000000');
  expect(demo.state).toBe('idle');
});
