import { readFile } from 'node:fs/promises';
import { test as base, expect, type Page } from '@playwright/test';
import type { Inventory } from '../../src/offline/inventory';
import { goTo, mainSlides } from '../deck/site';
import { type OwnServer, serveBuilt } from './server';

const test = base.extend<{ server: OwnServer }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures this one needs
  server: async ({}, use) => {
    const server = await serveBuilt();
    await use(server);
    await server.close();
  },
});

test.use({ serviceWorkers: 'allow' });

const patience = { timeout: 60_000 };
const isWeight = (path: string) => /^\/models\/.*(?<!SHA256SUMS)$/.test(path);

/** Notes what a visitor without a network would miss. */
function listenForFaults(page: Page): string[] {
  const faults: string[] = [];
  page.on('requestfailed', (request) => faults.push(`failed: ${request.url()}`));
  page.on('pageerror', ({ message }) => faults.push(`uncaught: ${message}`));
  return faults;
}

/** Bytes in the browser's caches, by path, a file held twice counted twice. */
function held(page: Page): Promise<Readonly<Record<string, number>>> {
  return page.evaluate(async () => {
    const bytes: Record<string, number> = {};
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const path = new URL(request.url).pathname;
        bytes[path] = (bytes[path] ?? 0) + ((await (await cache.match(request))?.blob())?.size ?? 0);
      }
    }
    return bytes;
  });
}

test('after one visit every slide and every kind of demo works without a network', async ({ page, server }) => {
  test.setTimeout(300_000);
  await page.goto(server.address);
  const inventory: Inventory = JSON.parse(await readFile('dist/offline.json', 'utf8'));
  const whole = inventory.weights.reduce((sum, { bytes }) => sum + bytes, inventory.shellBytes);
  await expect(page.locator('.notice')).toHaveText(`Ready for offline, ${Math.round(whole / 1e6)}\u00a0MB`, patience);
  const bytes = await held(page);
  for (const { path, bytes: once } of inventory.weights) expect(bytes[`/${path}`], path).toBe(once);
  expect(server.asked.filter(isWeight)).toHaveLength(inventory.weights.length);
  await server.close();
  const faults = listenForFaults(page);

  await page.goto(`${server.address}?receiver`);
  for (const id of await mainSlides(page)) await goTo(page, id);
  await page.goto(`${server.address}?backend=wasm`);
  await page.locator('.reveal.ready').waitFor();
  const demos = await page
    .locator('.slides [caption-side]')
    .evaluateAll((all) => all.map((demo) => ({ name: demo.localName, slide: demo.closest('.slide')?.id ?? '' })));
  const kinds = new Map(demos.map(({ name, slide }) => [name, slide]));
  expect(kinds.size).toBe(5);
  for (const [name, slide] of [...kinds].reverse()) {
    await goTo(page, slide);
    await expect(page.locator(`#${slide} ${name}`)).toHaveAttribute('state', /ready|running/, patience);
  }
  await page.goto(`${server.address}read.html`);
  await expect(page.locator('.entry')).not.toHaveCount(0);
  await page.evaluate(() => document.fonts.ready);
  expect(faults).toEqual([]);
});

test('who saves data is asked first; a newer edition waits for a click, and for the other windows', async ({
  page,
  context,
  server,
}) => {
  test.setTimeout(180_000);
  const line = page.locator('.offline');
  const reload = page.getByRole('button', { name: 'Reload with it now' });
  await context.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
  await page.goto(`${server.address}read.html`);
  await expect(page.getByRole('button', { name: 'Keep for offline' })).toBeVisible(patience);
  server.renew();
  await page.reload();
  await expect(line).toContainText('A newer edition is here', patience);
  const deck = await context.newPage();
  await deck.goto(server.address);
  await deck.locator('.reveal.ready').waitFor();
  await reload.click();
  await expect(line).toContainText('waits for other windows');
  await deck.close();
  const again = page.waitForEvent('load');
  await reload.click();
  await again;
  await expect(line).toContainText('All of it', patience);
  await expect(line).not.toContainText('newer edition');
  expect(server.asked.filter(isWeight)).toEqual([]);
});
