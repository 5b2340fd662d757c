/** `npm run bench`: every `bench/NAME.bench.ts` in a page of its own, as ratios to our way, with the machine's noise. */
import { readdirSync } from 'node:fs';
import { chromium } from 'playwright';
import { createServer } from 'vite';
import type { Outcome } from '../bench/bench.ts';
import { findBrowser, launchArguments } from './browser.ts';
import { browserPackages } from './browser-packages.ts';

const asked = process.argv.slice(3);
const names = readdirSync('bench')
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.replace('.bench.ts', ''))
  .filter((name) => asked.length === 0 || asked.includes(name));

const server = await createServer({
  server: { port: 4315, hmr: false, watch: null },
  cacheDir: '.cache/bench',
  optimizeDeps: { noDiscovery: true, include: browserPackages },
  logLevel: 'error',
});
await server.listen();
const browser = await chromium.launch({ executablePath: await findBrowser(), args: launchArguments });
for (const name of names) {
  const page = await browser.newPage();
  page.setDefaultTimeout(600_000);
  await page.goto(`${server.resolvedUrls?.local[0]}bench/run.html?name=${name}`);
  print(await page.evaluate(() => (window as unknown as { outcome: Promise<Outcome> }).outcome));
  await page.close();
}
await browser.close();
await server.close();

function print({ work, ways }: Outcome): void {
  console.log(`\n${work}`);
  const base = Object.values(ways)[0]?.median ?? 1;
  for (const [way, { min, median, max }] of Object.entries(ways)) {
    const ratio = (value: number) => (value / base).toFixed(2).padStart(7);
    console.log(`  ${way.padEnd(44)} ${ratio(median)} ×   (min ${ratio(min)}, max ${ratio(max)})`);
  }
}
