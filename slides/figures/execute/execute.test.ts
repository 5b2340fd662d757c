import { describe, expect, it } from 'vitest';
import { randomFrom } from '../kit/random.ts';
import { asText, generate } from './generator.ts';
import { run } from './interpreter.ts';
import { alphabet, scramble, substitution } from './scramble.ts';

describe('the interpreter', () => {
  it.each([
    // The two programs that the paper prints as examples.
    [['j=8584', 'for x in range(8):j+=920', 'b=(1500+j)', 'print((b+7567))'], 25011],
    [['i=8827', 'c=(i-5347)', 'print((c+8704) if 2641<8500 else 5308)'], 12184],
    [['print(2+3*4)'], 14],
    [['print((2+3)*-4)'], -20],
    [['print(10-3-2)'], 5],
    [['a=1;', 'for x in range(4):a+=x', 'print(a)'], 7],
    [['a=5', 'for x in range(0):a-=1', 'print(a)'], 5],
    [['print(1 if 2>3 else 4 if 5<6 else 7)'], 4],
  ])('runs %j', (lines, printed) => {
    expect(run(lines)).toBe(printed);
  });

  it.each([
    [['print(a)'], "name 'a' is not defined"],
    [['a+=1', 'print(a)'], "name 'a' is not defined"],
    [['print((1+2)'], 'the line ends too early'],
    [['print(1)2'], '"2" after the end'],
    [['print(1/2)'], 'unknown character "/"'],
    [['print(1 if 2=3 else 4)'], '"=" is no comparison'],
    [['a=1'], 'prints nothing'],
  ])('refuses %j', (lines, message) => {
    expect(() => run(lines)).toThrow(message);
  });
});

describe('the generator', () => {
  const programs = Array.from({ length: 2000 }, (_, seed) => {
    const difficulty = { length: 1 + (seed % 5), nesting: 1 + (seed % 4) };
    return { ...difficulty, ...generate(difficulty, randomFrom(seed)) };
  });

  it('keeps numbers within the length', () => {
    for (const { length, lines } of programs) {
      const numbers = lines.join(' ').match(/\d+/g)?.map(Number) ?? [];
      expect(Math.max(...numbers)).toBeLessThanOrEqual(10 ** length);
      expect(Math.min(...numbers)).toBeGreaterThanOrEqual(1);
    }
  });

  it('joins as many operations as the nesting says', () => {
    for (const { nesting, lines } of programs) {
      const text = lines.join('\n');
      const loops = text.match(/for /g)?.length ?? 0;
      const choices = text.match(/ if /g)?.length ?? 0;
      // Each remaining operation has one sign of its own; a loop's and a comparison's are not counted twice.
      const signs = text.replace(/[-+]=/g, '').match(/[-+*]/g)?.length ?? 0;
      expect(loops + choices + signs).toBe(nesting);
    }
  });

  it('uses every operation, both signs and both comparisons', () => {
    const text = programs.flatMap(({ lines }) => lines).join('\n');
    for (const part of ['+', '-', '*', '=', '+=', '-=', 'for x in range(', ' if ', '<', '>'])
      expect(text).toContain(part);
  });

  it('makes the same program from the same seed, and another from another', () => {
    const make = (seed: number) => generate({ length: 4, nesting: 3 }, randomFrom(seed));
    expect(make(5)).toEqual(make(5));
    expect(make(5).lines).not.toEqual(make(6).lines);
  });

  it('refuses a difficulty that does not exist', () => {
    expect(() => generate({ length: 0, nesting: 1 }, randomFrom(1))).toThrow('length is 0');
    expect(() => generate({ length: 1, nesting: 1.5 }, randomFrom(1))).toThrow('nesting is 1.5');
  });

  it('writes the answer as digits and a full stop', () => {
    expect(asText({ lines: ['a=1', 'print(a)'], target: -12 })).toEqual({ input: 'a=1\nprint(a)\n', answer: '-12.' });
  });
});

describe('the substitution', () => {
  const code = substitution(randomFrom(4));

  it('gives no letter to two characters', () => {
    expect(new Set(code.values()).size).toBe(alphabet.length);
  });

  it('covers whatever the generator writes', () => {
    const { input, answer } = asText(generate({ length: 6, nesting: 4 }, randomFrom(8)));
    expect(scramble(input + answer, code)).toHaveLength(input.length + answer.length);
    expect(scramble('a\na', code)).toMatch(/^([A-Za-z])\n\1$/);
    expect(() => scramble('é', code)).toThrow('"é"');
  });
});
