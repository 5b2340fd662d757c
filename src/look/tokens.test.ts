import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';

const css = await readFile(new URL('./tokens.css', import.meta.url), 'utf8');

/** The colours that a rule sets, by name. */
function coloursOf(selector: string): Map<string, string> {
  const from = css.indexOf(selector);
  const body = css.slice(from, css.indexOf('}', from));
  return new Map([...body.matchAll(/(--[\w-]+): (#[0-9a-f]{6})/g)].map(([, name = '', value = '']) => [name, value]));
}

/** Relative luminance of an sRGB colour, by WCAG 2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((start) => Number.parseInt(hex.slice(start, start + 2), 16) / 255)
    .map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const light = coloursOf('[data-theme="light"] {');
const dark = coloursOf('[data-theme="dark"] {');
const sections = ['vision', 'words', 'translation', 'captions', 'play', 'execute', 'turing', 'memory'];

describe('tokens', () => {
  it('say the same of dark by choice and dark by system', () => {
    expect(coloursOf(':root:not([data-theme="light"]) {')).toEqual(dark);
  });

  it('give every colour of light a counterpart in dark', () => {
    expect([...dark.keys()]).toEqual([...light.keys()]);
  });

  const needs = [
    ...['ink', 'ink-2', 'muted', 'wrong', ...sections].map((name) => [name, 'paper', 4.5] as const),
    ...sections.map((name) => ['on-ground', `${name}-ground`, 4.5] as const),
    ['muted', 'paper-2', 4.5] as const,
    ['rule-strong', 'paper', 3] as const,
    ...['blue', 'vermilion', 'green', 'plum', 'umber', 'sky', 'other'].map(
      (name) => [`data-${name}`, 'paper', 3] as const,
    ),
  ];

  it.each(needs)('keep %s on %s at %d : 1 or more', (front, back, need) => {
    for (const theme of [light, dark])
      expect(contrast(theme.get(`--${front}`) ?? '', theme.get(`--${back}`) ?? '')).toBeGreaterThanOrEqual(need);
  });
});
