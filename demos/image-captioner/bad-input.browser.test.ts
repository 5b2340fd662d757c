import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDoors } from '../../doors';
import type { DemoElement } from '../../src/demo/demo-element';
import { heard, until } from '../../tests/support/page';
import type { ImageCaptionerElement } from './element';
import { randomFrom } from './search';
import type { CaptionResult } from './task';

const elements = openDoors();
let demo: ImageCaptionerElement;
const part = (selector: string) => demo.shadowRoot?.querySelector(selector);
const text = (selector: string) => part(selector)?.textContent?.trim() ?? '';

beforeAll(async () => {
  await Promise.all(['image-captioner', 'image-classifier'].map((name) => elements.get(name)?.()));
  demo = document.createElement('dl-image-captioner') as ImageCaptionerElement;
  demo.setAttribute('backend', 'wasm');
  document.body.append(demo);
  await demo.load();
});
afterAll(() => demo.remove());

const picture = (side: number, value: (index: number) => number): ImageData => {
  const data = new ImageData(side, side);
  data.data.forEach((_, index, all) => {
    all[index] = index % 4 === 3 ? 255 : value(index);
  });
  return data;
};

const random = randomFrom(1);

describe('what shows nothing', () => {
  it.each([
    ['a picture of one pixel', picture(1, () => 200)],
    ['all black', picture(64, () => 0)],
    ['noise', picture(224, () => 256 * random())],
  ])('%s gets a sentence, and the warning that it is a guess', async (_, given) => {
    const { captions } = await demo.caption(given);
    expect(captions[0]?.words.length).toBeGreaterThan(1);
    await demo.updateComplete;
    expect(text('.note')).toContain('A guess');
    expect(text('[role="status"]')).toMatch(/^A guess: .+\.$/);
  });
});

describe('what it cannot take', () => {
  it('a word that it does not know is refused in words, and everything goes on', async () => {
    demo.run();
    const first = part('.samples input:not(:checked)') as HTMLInputElement;
    first.click();
    await heard(demo, 'dl-result');
    const told = heard(demo, 'dl-error');
    demo.setAttribute('words', 'a quokka');
    expect((await told).detail).toMatchObject({ code: 'input' });
    await demo.updateComplete;
    expect(text('[part~="status"]')).toContain('quokka');
    expect(demo.state).toBe('running');
    demo.removeAttribute('words');
    expect((await heard(demo, 'dl-result')).detail.result.prefix).toEqual([]);
  });
});

describe('a sentence', () => {
  const results = () => heard(demo, 'dl-result').then((event) => event.detail.result as CaptionResult);

  it('reaches a screen reader once, though it comes word by word', async () => {
    const spoken: string[] = [];
    const region = part('[role="status"]') as Element;
    const watch = new MutationObserver(() => spoken.push(region.textContent ?? ''));
    watch.observe(region, { childList: true, characterData: true, subtree: true });
    demo.setAttribute('picture', 'horses-in-a-field');
    const { attention } = await results();
    await until(() => part('.unsaid') !== null, 'begun');
    await until(() => part('.unsaid') === null, 'told');
    watch.disconnect();
    expect(spoken).toHaveLength(1);
    expect(spoken[0]).toContain(attention?.captions[0]?.text);
    expect(part('.sentence')?.closest('[aria-live]')).toBeNull();
  });

  it('stands still where it was left', async () => {
    demo.setAttribute('picture', 'polar-bear');
    await results();
    await until(() => part('.unsaid') !== null, 'begun');
    demo.intend('left');
    await demo.updateComplete;
    const unsaid = demo.shadowRoot?.querySelectorAll('.unsaid').length;
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(demo.shadowRoot?.querySelectorAll('.unsaid').length).toBe(unsaid);
    demo.run();
    await until(() => part('.unsaid') === null, 'told to its end');
  });

  it('goes on from another word', async () => {
    (part('.sentence button[data-index="1"]') as HTMLButtonElement).click();
    await demo.updateComplete;
    const before = text('.sentence');
    const chosen = part('.bars li:not(.said) button') as HTMLButtonElement;
    const word = (chosen.querySelector('span') as Element).textContent as string;
    chosen.click();
    const { prefix, attention } = await results();
    expect(prefix).toHaveLength(2);
    expect(attention?.captions[0]?.words[1]).toBe(word);
    await demo.updateComplete;
    expect(text('.sentence')).not.toBe(before);
  });
});

describe('beside the classifier', () => {
  const classifier = () => {
    const element = document.createElement('dl-image-classifier') as DemoElement<unknown, unknown>;
    element.setAttribute('backend', 'wasm');
    document.body.append(element);
    return element;
  };

  it('the network that sees is there once', async () => {
    const before = (await demo.usage())?.models as number;
    const other = classifier();
    await other.load();
    expect((await demo.usage())?.models).toBe(before);
    other.dispose();
    await other.disposed;
    other.remove();
    expect((await demo.usage())?.models).toBe(before);
  });

  it('the classifier goes on when the decoders are missing', async () => {
    const other = classifier();
    await other.load();
    other.run();
    await heard(other, 'dl-result');
    const broken = document.createElement('dl-image-captioner') as ImageCaptionerElement;
    broken.setAttribute('backend', 'wasm');
    broken.setAttribute('src', '/broken/missing/models/image-captioner/');
    document.body.append(broken);
    await expect(broken.load()).rejects.toMatchObject({ code: 'network' });
    broken.remove();
    other.setAttribute('picture', 'koala');
    const { result } = (await heard(other, 'dl-result')).detail;
    expect(result.classes[0].label).toBe('koala');
    other.remove();
  });
});
