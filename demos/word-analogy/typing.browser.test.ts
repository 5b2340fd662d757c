import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { openDoors } from '../../doors';
import { until } from '../../tests/support/page';
import type { WordAnalogyElement } from './element';

/** What people do to three fields: with the keyboard alone, and not always what the fields were meant for. */

let demo: WordAnalogyElement;
const elements = openDoors();
beforeAll(async () => {
  await elements.get('word-analogy')?.();
});
beforeEach(async () => {
  demo = document.createElement('dl-word-analogy') as WordAnalogyElement;
  demo.setAttribute('backend', 'wasm');
  document.body.append(demo);
  await demo.load();
  demo.run();
  await until(() => answer() === 'queen', 'queen');
  // Answered after the vocabulary has come.
  await demo.has('king');
});
afterEach(() => demo.remove());

const find = (selector: string) => demo.shadowRoot?.querySelector<HTMLElement>(selector);
const textOf = (selector: string) => find(selector)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const field = (letter: string) => find(`#word-${letter}`) as HTMLInputElement;
const answer = () => textOf('.answer b');
const options = () => [...(demo.shadowRoot?.querySelectorAll('#word-b-list li') ?? [])].map((item) => item.textContent);

async function type(letter: string, text: string): Promise<void> {
  field(letter).focus();
  field(letter).value = text;
  field(letter).dispatchEvent(new InputEvent('input', { bubbles: true }));
  await demo.updateComplete;
}

async function enter(letter: string, text: string): Promise<void> {
  await type(letter, text);
  await userEvent.keyboard('{Enter}');
  await demo.updateComplete;
}

describe('the fields', () => {
  it('complete what is typed, and take it with the keys', async () => {
    await type('b', 'prin');
    expect(options().slice(0, 2)).toEqual(['prince', 'principal']);
    expect(field('b').getAttribute('aria-expanded')).toBe('true');
    await userEvent.keyboard('{ArrowDown}');
    await demo.updateComplete;
    expect(field('b').getAttribute('aria-activedescendant')).toBe('word-b-0');
    await userEvent.keyboard('{Enter}');
    expect(demo.getAttribute('b')).toBe('prince');
    await until(() => answer() === 'princess', 'princess');
    expect(options()).toEqual([]);
    expect(textOf('[role="status"].unseen')).toMatch(/^prince minus man plus woman: princess, cosine 0\.\d\d/);
  });

  it('close with Escape, then give back the former word', async () => {
    await type('b', 'prin');
    await userEvent.keyboard('{Escape}');
    await demo.updateComplete;
    expect([options().length, field('b').value]).toEqual([0, 'prin']);
    await userEvent.keyboard('{Escape}');
    await demo.updateComplete;
    expect(field('b').value).toBe('king');
  });

  it('say at once that a word is not there, and offer those spelled like it', async () => {
    await type('b', 'kingg');
    expect(textOf('.remark')).toContain('“kingg” is not among the 53,248 words');
    const offered = [...(demo.shadowRoot?.querySelectorAll<HTMLElement>('.spelling') ?? [])];
    expect(offered[0]?.textContent).toBe('king');
    offered[0]?.click();
    await until(() => answer() === 'queen', 'queen again');
    expect(textOf('.remark')).not.toContain('not among');
  });
});

describe('what fields were not meant for', () => {
  it.each([
    ['upper case and spaces', '  KING ', 'queen'],
    ['accents', 'kíng', 'queen'],
  ])('%s: the sensible reading', async (_name, typed, expected) => {
    await enter('b', 'prince');
    await enter('b', typed);
    await until(() => answer() === expected, expected);
  });

  it.each([
    ['markup', '<img src=x onerror="document.title=1">'],
    ['10,000 characters', 'king'.repeat(2500)],
    ['several words', 'new york'],
    ['a property of objects', '__proto__'],
  ])('%s: a clear message, and the picture stays', async (_name, typed) => {
    await enter('b', typed);
    expect(textOf('.remark')).toMatch(/^“.{1,24}” is not among the 53,248 words/);
    expect(find('.remark img')).toBeNull();
    expect(demo.state).toBe('running');
    expect(find('.plot svg')).not.toBeNull();
    expect(field('b').getAttribute('aria-invalid')).toBe('true');
  });

  it('one word thrice has answers', async () => {
    for (const letter of ['a', 'b', 'c']) await enter(letter, 'frog');
    await until(() => answer() === 'toad', 'toad');
  });

  it('empty fields ask for neighbours, then for a word', async () => {
    await enter('a', '');
    await enter('c', '');
    await until(() => textOf('.plot').includes('keeps the company'), 'neighbours');
    expect(answer()).toBe('prince');
    await enter('b', ' ');
    expect(textOf('.remark')).toContain('type a word');
  });
});

describe('the methods', () => {
  it('tell unknown words and read what is typed', async () => {
    expect(await demo.solve({ a: '', b: 'king', c: '<b>x</b>' })).toEqual({ words: [], missing: ['', '<b>x</b>'] });
    expect(await demo.has(' Café ')).toBe(true);
    expect(await demo.has('')).toBe(false);
    expect((await demo.neighbours('frog', { top: 1 })).words[0]?.word).toBe('toad');
    expect((await demo.distance('king', 'queen')).cosine).toBeCloseTo(0.75, 2);
    expect((await demo.solve({ a: 'man', b: 'king', c: 'woman' }, { top: 25 })).words).toHaveLength(25);
  });
});

describe('an arrow', () => {
  it('is drawn with the keyboard, and starts elsewhere on demand', async () => {
    demo.setAttribute('view', 'differences');
    await until(() => find('.grip') !== null, 'pairs');
    (find('.grip') as HTMLElement).focus();
    await userEvent.keyboard('{Enter}{ArrowRight}{Enter}');
    expect(demo.getAttribute('arrow')).toBe('man woman');
    demo.setAttribute('from', 'king');
    await until(() => textOf('.bars .best .name') === 'queen', 'queen');
    expect(textOf('[role="status"].unseen')).toContain('The arrow from king leads to queen, cosine 0.77');
  });
});
