import { describe, expect, it } from 'vitest';
import { citedKeys, faults, readElements, unsourced } from './checks.ts';

describe('readElements', () => {
  it('accepts what an XML parser accepts', () => {
    expect(
      readElements('<svg><g id="a"><text>5 &lt; 6</text><path d="M0 0"/></g></svg>').map(({ name }) => name),
    ).toEqual(['svg', 'g', 'text', 'path']);
  });

  it.each([
    '<svg><g></svg>',
    '<svg>',
    '<svg><text>a & b</text></svg>',
    '<svg><path d=M0/></svg>',
    '<svg><path d="1" d="2"/></svg>',
    '</svg>',
  ])('refuses %s', (svg) => {
    expect(() => readElements(svg)).toThrow(SyntaxError);
  });
});

describe('faults', () => {
  const found = (svg: string) => faults(readElements(svg));

  it('finds colours that do not follow the theme', () => {
    expect(found('<svg><path fill="#fff" stroke="var(--ink)"/></svg>')).toHaveLength(1);
    expect(found('<svg><path fill="none" stroke="currentColor"/></svg>')).toEqual([]);
  });

  it('finds text that is small, or made small by a transform', () => {
    expect(found('<svg><text font-size="16">a</text></svg>')).toHaveLength(1);
    expect(found('<svg><g transform="scale(0.5)"><text font-size="32">a</text></g></svg>')).toHaveLength(1);
    expect(found('<svg><g transform="scale(0.5)"><text font-size="36">a</text></g></svg>')).toEqual([]);
  });

  it('finds elements and attributes outside the vocabulary', () => {
    expect(found('<svg><linearGradient/><g style="x"/></svg>')).toHaveLength(2);
  });
});

describe('unsourced', () => {
  it('lets a source cover what is beside and below it, and nothing else', () => {
    expect(unsourced({ a: 1, rows: [{ source: 'x', b: 2, deep: { c: 3 } }, { d: 4 }] })).toEqual(['/a', '/rows/1/d']);
    expect(unsourced({ source: ['x'], a: 1, rows: [{ b: 2 }] })).toEqual([]);
  });

  it('lists keys at any depth', () => {
    expect(citedKeys({ source: ['x', 'y'], rows: [{ source: 'z' }] })).toEqual(['x', 'y', 'z']);
  });
});
