import { describe, expect, it } from 'vitest';
import { asFrame, asPackage, asScript, frameAddress } from './snippets';

const site = 'https://example.org/talk/';
const chosen = { demo: 'word-analogy', attributes: { a: 'rock & "roll"', 'data-theme': 'dark' } };

describe('what one pastes', () => {
  it('keeps what was set, whatever letters are in it', () => {
    expect(asScript(chosen, site)).toBe(
      '<script type="module" src="https://example.org/talk/embed.js"></script>\n' +
        '<dl-word-analogy a="rock &amp; &quot;roll&quot;" data-theme="dark"></dl-word-analogy>',
    );
    const { searchParams } = new URL(frameAddress(chosen, site));
    expect(Object.fromEntries(searchParams)).toEqual({ demo: 'word-analogy', theme: 'dark', a: 'rock & "roll"' });
  });

  it('puts a frame in a sandbox, with a height from the start', () => {
    expect(asFrame(chosen, site, 640, 'Words')).toMatch(
      /src="https:[^"]+&amp;theme=dark[^"]*" sandbox="allow-scripts"[^>]*height: 640px/,
    );
  });

  it('names the package, its entry and where the weights are', () => {
    expect(asPackage(chosen, site)).toContain("import 'live-deep-learning-2014/word-analogy';");
    expect(asPackage(chosen, site)).toContain("models: 'https://example.org/talk/models/'");
  });
});
