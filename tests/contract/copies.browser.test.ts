import { beforeAll, describe, expect, it } from 'vitest';
import { openDoors } from '../../doors';
import type { DemoElement } from '../../src/demo/demo-element';
import { Feed } from '../../src/demo/mirror/feed';
import { engineFor } from '../../src/engine/engines';
import { until } from '../support/page';

/** What every demo does as the copy of another window's, whether or not it was written with that in mind. */

type AnyDemo = DemoElement<unknown, unknown>;

const elements = openDoors();

describe.each([...elements.keys()])('a copy of dl-%s', (name) => {
  beforeAll(async () => {
    await elements.get(name)?.();
  });

  const make = (attributes: Record<string, string>) => {
    const demo = document.createElement(`dl-${name}`) as AnyDemo;
    for (const [key, value] of Object.entries(attributes)) demo.setAttribute(key, value);
    document.body.append(demo);
    return demo;
  };
  const mainButton = (demo: AnyDemo) => demo.shadowRoot?.querySelector('.frame-controls button') as HTMLButtonElement;

  it('shows what the other shows, has it do what is done here, and runs nothing', async () => {
    const [original, copy] = [make({ backend: 'wasm', seed: '3' }), make({})];
    const tell = copy.mirror((act) => feed.do(structuredClone(act)));
    const feed = new Feed(original, (news) => tell(structuredClone(news)));
    expect(copy.heldState).toEqual({ seed: '3' });

    copy.setAttribute('seed', '4');
    await until(() => original.getAttribute('seed') === '4', 'told of the seed');
    mainButton(copy).click();
    await until(() => original.state !== 'idle' && copy.state === original.state, 'loading in both');
    await until(async () => (await engineFor('wasm').usage())?.sessions === 1, 'opened');
    expect(copy.getAttribute('state')).toBe(copy.state);
    copy.dispose();
    await until(() => original.state === 'idle' && copy.state === 'idle', 'put away in both');
    await original.disposed;
    expect((await engineFor('wasm').usage())?.sessions ?? 0).toBe(0);

    feed.end();
    tell(undefined);
    expect(copy.isCopy).toBe(false);
    original.remove();
    copy.remove();
  });
});
