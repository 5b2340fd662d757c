import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { type PrintedDeck, printDeck } from '../../tools/deck-pdf';
import { expect, test } from '../deck/site';

/** Pages are looked at in this part of their size: blank or not shows at a thumbnail. */
const SCALE = 0.2;

/** Of a part of a page, how much has another shade than most of it. */
interface Ink {
  readonly page: number;
  readonly share: number;
}

type Areas = readonly { page: number; x: number; y: number; width: number; height: number }[];

/** Opens a page that holds pdf.js and the document, nothing of the site. */
async function openDocument(page: Page, pdf: Uint8Array): Promise<void> {
  const scripts = 'node_modules/pdfjs-dist/build';
  await page.route('**/pdf-test/*', async (route) => {
    const file = new URL(route.request().url()).pathname.split('/').at(-1) ?? '';
    if (file === 'page.html')
      return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>PDF</title>' });
    if (file === 'deck.pdf') return route.fulfill({ contentType: 'application/pdf', body: Buffer.from(pdf) });
    return route.fulfill({ contentType: 'text/javascript', body: await readFile(`${scripts}/${file}`) });
  });
  await page.goto('pdf-test/page.html');
}

/** Renders each page that has an area, once, and measures the areas; they are in pixels of the slide. */
function inkOf(page: Page, areas: Areas): Promise<{ pages: number; ink: Ink[] }> {
  return page.evaluate(
    async ([areas, scale]) => {
      const pdfjs = await import(new URL('pdf.mjs', location.href).href);
      pdfjs.GlobalWorkerOptions.workerSrc = new URL('pdf.worker.mjs', location.href).href;
      const pdf = await pdfjs.getDocument(new URL('deck.pdf', location.href).href).promise;
      const ink: Ink[] = [];
      for (let number = 1; number <= pdf.numPages; number++) {
        const sheet = await pdf.getPage(number);
        // A pixel of the slide is three quarters of a point.
        const viewport = sheet.getViewport({ scale: scale / 0.75 });
        const canvas = new OffscreenCanvas(Math.round(viewport.width), Math.round(viewport.height));
        const canvasContext = canvas.getContext('2d', {
          willReadFrequently: true,
        }) as OffscreenCanvasRenderingContext2D;
        await sheet.render({ canvasContext, viewport }).promise;
        for (const { page, ...box } of areas.filter(({ page }) => page === number)) {
          const [x, y, width, height] = [box.x, box.y, box.width, box.height].map((px) => Math.round(px * scale));
          const { data } = canvasContext.getImageData(x ?? 0, y ?? 0, width ?? 0, height ?? 0);
          const shades = new Map<number, number>();
          for (let at = 0; at < data.length; at += 4) {
            const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
            const shade = ((red >> 4) << 8) | ((green >> 4) << 4) | (blue >> 4);
            shades.set(shade, (shades.get(shade) ?? 0) + 1);
          }
          ink.push({ page, share: 1 - (4 * Math.max(...shades.values())) / data.length });
        }
      }
      return { pages: pdf.numPages as number, ink };
    },
    [areas, SCALE] as const,
  );
}

const WHOLE = { x: 0, y: 0, width: 1280, height: 720 };

test('the deck is printed a page a slide, and no page and no live figure is blank', async ({ page, baseURL }) => {
  test.setTimeout(180_000);
  const deck: PrintedDeck = await printDeck(page, baseURL ?? '');
  expect(deck.slides).toHaveLength(61);
  const stages = deck.slides.flatMap(({ stages }, index) => stages.map(({ box }) => ({ page: index + 1, ...box })));
  expect(stages.length).toBeGreaterThanOrEqual(6);
  await openDocument(page, deck.pdf);
  const { pages, ink } = await inkOf(page, [
    ...deck.slides.map((_, index) => ({ page: index + 1, ...WHOLE })),
    ...stages,
  ]);
  expect(pages).toBe(61);
  expect(ink.slice(0, pages).filter(({ share }) => share < 0.03)).toEqual([]);
  expect(ink.slice(pages).filter(({ share }) => share < 0.03)).toEqual([]);
});
