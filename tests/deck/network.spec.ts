import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { test as base, expect as baseExpect } from '@playwright/test';
import { expect, openDeck, test } from './site';

const kilobyte = 1000;

test('the first slide costs at most 60 kB of JavaScript, compressed, and nothing of tfjs or a model', async ({
  page,
}) => {
  const scripts = new Map<string, number>();
  const others: string[] = [];
  page.on('response', async (response) => {
    const url = response.url();
    if (/\.js$/.test(new URL(url).pathname)) scripts.set(url, gzipSync(await response.body()).length);
    else others.push(url);
  });
  await openDeck(page);
  await page.waitForTimeout(1500);
  const sum = [...scripts.values()].reduce((total, size) => total + size, 0);
  expect(sum).toBeLessThanOrEqual(60 * kilobyte);
  expect([...scripts.keys(), ...others].filter((url) => /tfjs|\/models\/|\.wasm|engine-/.test(url))).toEqual([]);
  expect(page.workers()).toEqual([]);
});

test('the first slide asks for the Latin faces of serif and grotesque alone', async ({ page }) => {
  const fonts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'font') fonts.push(request.url());
  });
  await openDeck(page);
  await page.evaluate(() => document.fonts.ready);
  expect(fonts.filter((url) => !/(newsreader|archivo)-latin-(opsz|wdth)/.test(url))).toEqual([]);
  expect(fonts.length).toBeGreaterThanOrEqual(2);
});

for (const name of ['index.html', 'read.html', 'speaker.html'])
  test(`${name} has no script or style of its own in it, and no address that is not relative`, async ({ request }) => {
    const html = await (await request.get(name)).text();
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/);
    const addresses = [...html.matchAll(/<(?:script|link)[^>]*\s(?:src|href)="([^"]+)"/g)].map(
      ([, address]) => address,
    );
    expect(addresses.length).toBeGreaterThan(1);
    for (const address of addresses) expect(address).toMatch(/^\.\//);
  });

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Serves the built folder under a path of its own, and nothing else. */
async function serveUnder(path: string): Promise<{ server: Server; address: string }> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (!pathname.startsWith(path)) return response.writeHead(404).end();
    const file = join('dist', normalize(pathname.slice(path.length) || 'index.html'));
    try {
      const body = await readFile(file);
      response.writeHead(200, { 'content-type': types[extname(file)] ?? 'text/html' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return { server, address: `http://localhost:${(server.address() as AddressInfo).port}${path}` };
}

base('the built folder works under any path', async ({ page }) => {
  const { server, address } = await serveUnder('/some/where/');
  const missing: string[] = [];
  page.on('response', (response) => void (response.status() >= 400 && missing.push(response.url())));
  try {
    await page.goto(`${address}?receiver#/name-your-picture`);
    await page.locator('section.slide.present dl-image-classifier:defined').waitFor();
    await page.goto(`${address}read.html`);
    await page.waitForLoadState('networkidle');
  } finally {
    server.close();
  }
  baseExpect(missing).toEqual([]);
});
