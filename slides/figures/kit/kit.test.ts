import { describe, expect, it } from 'vitest';
import { linear, logarithmic } from './axis.ts';
import { combinations, defineFigure } from './figure.ts';
import { el, number, text, through } from './svg.ts';

describe('svg', () => {
  it('escapes text and attributes, and leaves markup alone', () => {
    expect(el('text', { id: '"&' }, 'a < b', el('tspan', {}, 'c')).markup).toBe(
      '<text id="&quot;&amp;">a &lt; b<tspan>c</tspan></text>',
    );
  });

  it('rounds to hundredths and refuses what is no number', () => {
    expect(number(1 / 3)).toBe('0.33');
    expect(number(-0.001)).toBe('0');
    expect(() => number(Number.NaN)).toThrow(RangeError);
  });

  it('writes path data', () => {
    expect(
      through(
        [
          [0, 1],
          [2, 3],
        ],
        true,
      ),
    ).toBe('M0 1L2 3Z');
  });

  it('puts colour and face on the tspan, where no stylesheet overrides them', () => {
    expect(text(1, 2, 'a').markup).toBe('<text x="1" y="2">a</text>');
    expect(text(1, 2, 'a', { fill: 'var(--accent)' }).markup).toBe(
      '<text x="1" y="2"><tspan fill="var(--accent)" x="1">a</tspan></text>',
    );
  });
});

describe('scales', () => {
  it('run through their ends', () => {
    expect([0, 5, 10].map(linear([0, 10], [100, 0]))).toEqual([100, 50, 0]);
    expect(logarithmic([1, 100], [0, 2])(10)).toBeCloseTo(1);
  });
});

describe('defineFigure', () => {
  const figure = defineFigure({
    name: 'sample',
    title: 'A sample',
    description: ({ size }) => `of size ${size}`,
    parameters: { size: { values: ['small', 'large'], default: 'small' }, hue: { values: ['red', 'blue'] } },
    body: ({ size, hue }) => `${size} ${hue}`,
  });

  it('fills in defaults and puts the parameters into the ids', () => {
    expect(figure.draw({ hue: 'red' })).toContain('<desc id="sample-small-red-desc">of size small</desc>small red');
  });

  it.each([
    [{}, /hue is missing; it must be one of red, blue/],
    [{ hue: 'green' }, /hue is "green"/],
    [{ hue: 'red', depth: '1' }, /no parameter "depth" \(it has: size, hue\)/],
  ])('refuses %j', (given, message) => {
    expect(() => figure.draw(given as Record<string, string>)).toThrow(message);
  });

  it('lists all combinations', () => {
    expect(combinations(figure.parameters)).toHaveLength(4);
    expect(combinations({})).toEqual([{}]);
  });
});
