/** `npm run posters`: records the result of each sample photograph on the built site, for the demo to show while it is idle. */
import { writeFileSync } from 'node:fs';
import { chromium } from 'playwright';
import { preview } from 'vite';
import { samples } from '../demos/image-classifier/samples.ts';
import type { Classification } from '../demos/image-classifier/task.ts';
import { findBrowser, launchArguments } from './browser.ts';

const POSTER = 'demos/image-classifier/poster.json';

type Demo = HTMLElement & { load(): Promise<void>; run(): void; dispose(): void; disposed: Promise<void> };

/** Runs in the page: the plain result for every sample by name, evidence for the best class only, few digits. */
async function record(names: string[]): Promise<Record<string, Classification>> {
  const demo = document.querySelector('dl-image-classifier') as Demo;
  const round = (value: number) => Number(value.toPrecision(3));
  const results: Record<string, Classification> = {};
  for (const name of names) {
    demo.setAttribute('picture', name);
    const shown = new Promise<Event>((resolve) => demo.addEventListener('dl-result', resolve, { once: true }));
    void demo.load().then(() => demo.run());
    const { result } = ((await shown) as CustomEvent<{ result: Classification }>).detail;
    results[name] = {
      classes: result.classes.map(({ heat, probability, ...rest }, rank) => ({
        ...rest,
        probability: round(probability),
        ...(rank === 0 && heat && { heat: heat.map(round) }),
      })),
    };
    demo.dispose();
    await demo.disposed;
  }
  return results;
}

const server = await preview({
  preview: { port: 4317 },
  ...(process.env.OUT && { build: { outDir: process.env.OUT } }),
  logLevel: 'silent',
});
const browser = await chromium.launch({ executablePath: await findBrowser(), args: launchArguments });
const page = await browser.newPage();
await page.goto(`${server.resolvedUrls?.local[0]}embed.html?demo=image-classifier&backend=wasm`);
await page.waitForFunction(() => customElements.get('dl-image-classifier'));
const names = samples.map(({ name }) => name);
writeFileSync(POSTER, `${JSON.stringify(await page.evaluate(record, names))}\n`);
await browser.close();
await server.close();
