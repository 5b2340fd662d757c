import { type PreviewServer, preview } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserEngine, chromium, firefox, type Page, webkit } from './engines.ts';

/** A short pass of deck and classifier through three browser engines, on the built site. */

const PICTURES = ['red-panda', 'goldfish', 'scarlet-macaw'];
const NAMES = ['lesser panda', 'goldfish', 'macaw'];

let server: PreviewServer;
const address = (path: string) => new URL(path, server.resolvedUrls?.local[0]).href;

beforeAll(async () => {
  server = await preview({ preview: { port: 4318 }, logLevel: 'silent' });
});
afterAll(() => server.close());

const CLASSIFY = `
  const photo = (name) => document.querySelector('dl-image-classifier')?.shadowRoot?.querySelector('.samples img[data-name="' + name + '"]');
  while (!photo(args[0][0])) await new Promise((resolve) => setTimeout(resolve, 50));
  const demo = document.querySelector('dl-image-classifier');
  const answers = [];
  for (const name of args[0]) answers.push(await demo.classify(photo(name).src));
  return {
    labels: answers.map(({ classes }) => classes[0].label),
    backend: answers[0].backend,
    status: demo.shadowRoot.querySelector('[part~=status]').textContent,
  };`;

describe.each<BrowserEngine>([chromium, firefox, webkit])('$name', (engine) => {
  let page: Page | undefined;
  beforeAll(async () => {
    page = await engine.open();
    if (!page) console.warn(`${engine.name} was not found here: its pass is skipped.`);
  }, 60_000);
  afterAll(() => page?.close());

  it('turns the slides', { timeout: 60_000 }, async (context) => {
    if (!page) return context.skip(`${engine.name} is not installed`);
    await page.goto(address('index.html'));
    const hash = await page.evaluate<string>(`
      await new Promise((resolve) => setTimeout(resolve, 1500));
      document.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', keyCode: 39, bubbles: true }));
      await new Promise((resolve) => setTimeout(resolve, 500));
      return location.hash;`);
    expect(hash).toMatch(/^#\/./);
  });

  it.each(['webgl', 'wasm'])(
    'names three pictures on %s, and says where it ran',
    { timeout: 240_000 },
    async (backend) => {
      if (!page) return;
      await page.goto(address(`embed.html?demo=image-classifier&backend=${backend}`));
      const found = await page.evaluate<{ labels: string[]; backend: string; status: string }>(CLASSIFY, [PICTURES]);
      expect(found.labels).toEqual(NAMES);
      expect(found.backend).toBe(backend);
      expect(found.status).toContain(backend === 'webgl' ? 'WebGL' : 'WASM');
    },
  );
});
