import { describe, expect, it } from 'vitest';
import references from '../references.json';
import { citedKeys, faults, readElements, unsourced } from './kit/checks.ts';
import { combinations, type Figure } from './kit/figure.ts';

const modules = import.meta.glob<{ default: Figure }>(['./*.ts', '!./*.test.ts'], { eager: true });
const figures = Object.entries(modules).map(([path, module]) => ({ name: path.slice(2, -3), figure: module.default }));
const data = import.meta.glob<unknown>('./**/*.json', { eager: true, import: 'default' });

/** Numbers made up for an example or computed by us carry this instead of a key, and the figure says so. */
const own = 'own';
const known = new Set([own, ...references.map(({ id }) => id)]);

const drawings = figures.flatMap(({ name, figure }) =>
  combinations(figure.parameters).map((parameters) => ({
    name,
    figure,
    parameters,
    id: [name, ...Object.values(parameters)].join('-'),
  })),
);

/** Width and height that a figure may have: the stage of a slide, unless it is the title's or an opener's. */
function room(name: string): readonly [number, number] {
  if (name === 'title-filters') return [1152, 426];
  return name.startsWith('map-') ? [824, 560] : [858, 528];
}

describe.each(drawings)('$id', ({ name, figure, parameters, id }) => {
  const svg = figure.draw(parameters);

  it('is well formed and keeps to the vocabulary, the theme and 18 px', () => {
    const elements = readElements(svg);
    expect(elements.filter((element) => element.name === 'svg')).toHaveLength(1);
    expect(faults(elements)).toEqual([]);
  });

  it('fits its place', () => {
    const [left, top, width, height] = (/ viewBox="([^"]+)"/.exec(svg)?.[1] ?? '').split(' ').map(Number);
    const [widest, highest] = room(name);
    expect([left, top]).toEqual([0, 0]);
    expect(width).toBe(widest);
    expect(height).toBeGreaterThan(100);
    expect(height).toBeLessThanOrEqual(highest);
  });

  it('tells a screen reader its name and what it shows', () => {
    const [, title, description] =
      new RegExp(
        `^<svg[^>]* aria-labelledby="${id}-title" aria-describedby="${id}-desc"><title id="${id}-title">([^<]+)</title><desc id="${id}-desc">([^<]+)</desc>`,
      ).exec(svg) ?? [];
    expect(title).toMatch(/\S.{8,}/);
    expect(description).toMatch(/\S.{40,}/);
    expect(/<svg[^>]* role="(img|group)"/.test(svg)).toBe(true);
    // An image hides what is in it: one that holds links must be a group.
    expect(svg.includes('<a ')).toBe(svg.includes('role="group"'));
  });

  it('begins its ids with its name', () => {
    const ids = readElements(svg).flatMap(({ attributes }) => attributes.id ?? []);
    expect(ids.filter((one) => !one.startsWith(`${id}-`))).toEqual([]);
  });

  it('is the same at every build', () => {
    expect(figure.draw(parameters)).toBe(svg);
  });

  it('refuses a parameter that it does not know', () => {
    expect(() => figure.draw({ ...parameters, colour: 'red' })).toThrow(/has no parameter "colour"/);
  });
});

describe('all figures', () => {
  it('share no id', () => {
    const ids = drawings.flatMap(({ figure, parameters }) =>
      readElements(figure.draw(parameters)).flatMap(({ attributes }) => attributes.id ?? []),
    );
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it.each(Object.entries(data))('%s names a source for each number, and each source is known', (_, json) => {
    expect(unsourced(json)).toEqual([]);
    expect(citedKeys(json).filter((key) => !known.has(key))).toEqual([]);
  });
});
