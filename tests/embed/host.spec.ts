import { existsSync, readdirSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { directives, policy } from '../../src/embed/directives';
import { bundle } from './bundle';
import { countContexts, expect, expectQuiet, modelRequests, press, script, start, test } from './hosts';

const demos = readdirSync('demos').filter((name) => existsSync(`demos/${name}/element.ts`));
const COPY = '<dl-ntm-copy seed="7" length="5" backend="wasm">Five rows, copied.</dl-ntm-copy>';

interface Live {
  load(): Promise<void>;
  usage(): Promise<object>;
}

/** Loads it, and runs nothing. */
async function load(demo: Locator): Promise<void> {
  await demo.scrollIntoViewIfNeeded();
  await expect(demo).toHaveAttribute('state', 'idle');
  await demo.evaluate((element) => (element as unknown as Live).load());
}

const usageOf = (demo: Locator) => demo.evaluate((element) => (element as unknown as Live).usage());
const contextsOf = (page: Page) => page.evaluate(() => (window as unknown as { contexts: number }).contexts);

const status = (demo: Locator) => demo.locator('[part=status]');

test.describe('in a page of another origin', () => {
  test('all demos share one worker, and fetch no model before they are asked', async ({ page, hosts, site, visit }) => {
    test.setTimeout(240_000);
    await countContexts(page);
    const tags = demos.map((name) => `<dl-${name} backend="wasm"></dl-${name}>`).join('');
    await page.goto(hosts.put({ head: script(site), body: tags }));
    for (const name of demos) {
      const demo = page.locator(`dl-${name}`);
      await demo.scrollIntoViewIfNeeded();
      await expect(demo).toHaveAttribute('state', 'idle');
    }
    expect(modelRequests(visit)).toEqual([]);
    expect(page.workers()).toHaveLength(0);
    for (const name of demos) await load(page.locator(`dl-${name}`));
    expect(page.workers()).toHaveLength(1);
    expect(await contextsOf(page)).toBe(0);
    expect(await usageOf(page.locator('dl-ntm-copy'))).toMatchObject({ sessions: demos.length });
    expectQuiet(visit);
  });

  test('demos on the GPU share one WebGL context, in the worker', async ({ page, hosts, site, visit }) => {
    test.setTimeout(120_000);
    await countContexts(page);
    const onGpu = ['word-analogy', 'image-classifier'];
    const tags = onGpu.map((name) => `<dl-${name} backend="webgl"></dl-${name}>`).join('');
    await page.goto(hosts.put({ head: script(site), body: tags }));
    for (const name of onGpu) await load(page.locator(`dl-${name}`));
    expect(page.workers()).toHaveLength(1);
    expect(await contextsOf(page)).toBe(0);
    expect(await usageOf(page.locator('dl-word-analogy'))).toMatchObject({ sessions: 2, webglContexts: 1 });
    expectQuiet(visit);
  });

  test('runs under exactly the policy that the embed page lists', async ({ page, hosts, site, visit }) => {
    const strict = `default-src 'none'; ${policy(directives(site))}`;
    await page.goto(hosts.put({ head: script(site), body: COPY, policy: strict }));
    const demo = page.locator('dl-ntm-copy');
    await start(demo);
    await expect(status(demo)).toContainText('WASM ·');
    expect(page.workers()).toHaveLength(1);
    expectQuiet(visit);
  });

  test('runs in the page itself where a policy forbids workers', async ({ page, hosts, site, visit }) => {
    const workless = directives(site).map((directive) =>
      directive.name === 'worker-src' ? { ...directive, sources: ["'none'"] } : directive,
    );
    await page.goto(hosts.put({ head: script(site), body: COPY, policy: `default-src 'none'; ${policy(workless)}` }));
    const demo = page.locator('dl-ntm-copy');
    await start(demo);
    await expect(status(demo)).toContainText('WASM in the page');
    expect(page.workers()).toHaveLength(0);
    // The browser itself tells of what a policy forbade; no page can ask beforehand.
    expectQuiet(visit, /worker.*(Content Security Policy|worker-src)/i);
  });

  test('neither style sheet touches the other', async ({ page, hosts, site, visit }) => {
    const width = '<style>dl-ntm-copy { width: 700px !important; } p { width: max-content }</style>';
    await page.goto(hosts.put({ head: width, body: `<p>The host’s own words.</p>${COPY}` }));
    const alone = await looksOf(page.locator('body > p'));
    await page.goto(hosts.put({ head: width + script(site), body: `<p>The host’s own words.</p>${COPY}` }));
    const calm = await insides(page.locator('dl-ntm-copy'));
    expect(await looksOf(page.locator('body > p'))).toEqual(alone);
    await page.goto(hosts.put({ head: `<style>${HOSTILE}</style>${width}${script(site)}`, body: COPY }));
    expect(await insides(page.locator('dl-ntm-copy'))).toEqual(calm);
    expectQuiet(visit);
  });

  test('takes its open properties from the host, and its parts can be styled', async ({ page, hosts, site }) => {
    const head = `<style>:root { --dl-accent: rgb(1, 2, 3); --dl-paper: rgb(255, 250, 240) } ::part(card) { border-width: 5px }</style>${script(site)}`;
    await page.goto(hosts.put({ head, body: COPY }));
    const card = page.locator('dl-ntm-copy [part=card]');
    await expect(card).toHaveCSS('background-color', 'rgb(255, 250, 240)');
    expect(await card.evaluate((element) => getComputedStyle(element).getPropertyValue('--accent'))).toBe(
      'rgb(1, 2, 3)',
    );
    await expect(card).toHaveCSS('border-top-width', '5px');
  });

  test('is dark only in a page that knows dark', async ({ page, hosts, site }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    const paper = page.locator('dl-ntm-copy [part=card]');
    await page.goto(hosts.put({ head: script(site), body: COPY }));
    await expect(paper).toHaveCSS('background-color', 'rgb(251, 251, 249)');
    await page.evaluate(() => document.documentElement.style.setProperty('color-scheme', 'light dark'));
    await expect(paper).toHaveCSS('background-color', 'rgb(15, 19, 23)');
    await page.locator('dl-ntm-copy').evaluate((demo) => demo.setAttribute('data-theme', 'light'));
    await expect(paper).toHaveCSS('background-color', 'rgb(251, 251, 249)');
  });

  test('lives in a React app: properties, events, taken away while it loads', async ({ page, hosts, site, visit }) => {
    test.setTimeout(120_000);
    const address = hosts.put({
      head: script(site),
      body: '<div id="app"></div><script type="module" src="app.js"></script>',
      scripts: { 'app.js': await bundle('react-app.mjs') },
    });
    await page.goto(address);
    const demo = page.locator('dl-ntm-copy');
    await press(demo, 'Load and run');
    await page.getByRole('button', { name: 'Take away' }).click();
    await expect(demo).toHaveCount(0);
    await page.getByRole('button', { name: 'Bring back' }).click();
    await press(demo, 'Load and run');
    await expect(page.locator('main > output')).toHaveText('wasm', { timeout: 60_000 });
    await page.getByRole('button', { name: 'One row more' }).click();
    await expect(demo).toHaveAttribute('length', '6');
    await expect(demo.locator('figcaption')).toContainText('Live figure');
    expectQuiet(visit);
  });
});

/** Everything that a style sheet could do to whatever it matches, and to all that inherits from that. */
const HOSTILE = `*, *::before, *::after {
  all: unset !important; display: inline !important; box-sizing: content-box !important; height: 9px !important;
  padding: 30px !important; border: 9px dashed lime !important; background: red !important; overflow: hidden !important;
  opacity: 0.2 !important; filter: invert(1) !important; color: lime !important; direction: rtl !important;
  font: italic 40px / 3 cursive !important; letter-spacing: 9px !important; word-spacing: 9px !important;
  text-transform: uppercase !important; text-align: center !important; white-space: nowrap !important;
  cursor: none !important; --ink: red !important; --paper: blue !important; --accent: lime !important;
  --t-label: 60px !important; --serif: cursive !important; --hair: 30px !important;
}`;

const WATCHED = [
  'color',
  'background-color',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'line-height',
].concat(['letter-spacing', 'text-transform', 'direction', 'opacity', 'cursor', 'border-width', '--accent']);

const looksOf = (element: Locator) =>
  element.evaluate((p) => {
    const { font, color, display } = getComputedStyle(p);
    return [font, color, display, p.getBoundingClientRect().width];
  });

/** How every element inside a demo looks, and where it stands in its figure. */
async function insides(demo: Locator): Promise<unknown[]> {
  await expect(demo).toHaveAttribute('state', 'idle');
  return demo.evaluate(async (element, WATCHED) => {
    await document.fonts.ready;
    const { left, top } = element.getBoundingClientRect();
    const drawn = [...(element.shadowRoot as ShadowRoot).querySelectorAll('*')].filter(
      (inner) => inner.getClientRects().length > 0,
    );
    return drawn.map((inner) => {
      const { x, y, width, height } = inner.getBoundingClientRect();
      const style = getComputedStyle(inner);
      const looks = WATCHED.map((property) => style.getPropertyValue(property));
      return [inner.localName, ...[x - left, y - top, width, height].map(Math.round), ...looks].join(' ');
    });
  }, WATCHED);
}
