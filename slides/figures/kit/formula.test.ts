import { describe, expect, it } from 'vitest';
import { formula } from './formula.ts';

const plain = (source: string) => formula(0, 0, source).markup.replace(/<[^>]+>/g, '');

describe('formula', () => {
  it('keeps every sign in its order and drops the marks of scripts', () => {
    expect(plain('Σ_{ij} f(X_{ij}) (u_i·v_j)^2')).toBe('Σij f(Xij) (ui·vj)2');
  });

  it('sets letters that stand alone in italics and names upright', () => {
    const { markup } = formula(0, 0, 'log x');
    expect(markup).toContain('<tspan font-size="26">log</tspan>');
    expect(markup).toContain('<tspan font-size="26" font-style="italic">x</tspan>');
  });

  it('comes back to the base line after a script', () => {
    const drops = [...formula(0, 0, 'a_i + b^2').markup.matchAll(/ dy="(-?\d+)"/g)].map(([, dy]) => Number(dy));
    expect(drops).toHaveLength(3);
    expect((drops[0] ?? 0) + (drops[1] ?? 0)).toBe(0);
  });

  it('has no script below 18 px', () => {
    expect(formula(0, 0, 'c_{t−1}').markup).toContain('font-size="18"');
  });

  it('refuses a brace that is not closed', () => {
    expect(() => formula(0, 0, 'X_{ij')).toThrow(RangeError);
  });
});
