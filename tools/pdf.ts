/**
 * `npm run pdf [-- --notes] [--under] [--out FILE]`: the built deck as a PDF, a page a slide. `--notes` sets the speaker's
 * notes under each, on A4; `--under` adds the slides that lie under others.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { preview } from 'vite';
import { findBrowser, launchArguments } from './browser.ts';
import { addNotes, printDeck } from './deck-pdf.ts';

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    notes: { type: 'boolean', default: false },
    under: { type: 'boolean', default: false },
    out: { type: 'string' },
  },
});
const file = values.out ?? (values.notes ? 'dist/deck-with-notes.pdf' : 'dist/deck.pdf');

const server = await preview({
  preview: { port: 4319 },
  ...(process.env.OUT && { build: { outDir: process.env.OUT } }),
  logLevel: 'silent',
});
const site = server.resolvedUrls?.local[0] ?? '';
const browser = await chromium.launch({ executablePath: await findBrowser(), args: launchArguments });
const page = await browser.newPage({ serviceWorkers: 'block' });
const deck = await printDeck(page, site, values);
const pdf = values.notes ? await addNotes(page, site, deck) : deck.pdf;
writeFileSync(file, pdf);
console.log(`${file}: ${deck.slides.length} pages, ${(pdf.length / 1e6).toFixed(1)} MB`);
await browser.close();
await server.close();
