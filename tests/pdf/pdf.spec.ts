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

/** In pixels of the slide; `least` is the share of ink with which it is not blank. */
type Areas = readonly { page: number; x: number; y: number; width: number; height: number; least: number }[];

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

/** Renders each page once and measures its areas. @returns those that are blank */
function blankOf(page: Page, areas: Areas): Promise<{ pages: number; blank: Ink[] }> {
  return page.evaluate(
    async ([areas, scale]) => {
      const pdfjs = await import(new URL('pdf.mjs', location.href).href);
      pdfjs.GlobalWorkerOptions.workerSrc = new URL('pdf.worker.mjs', location.href).href;
      const pdf = await pdfjs.getDocument(new URL('deck.pdf', location.href).href).promise;
      const blank: Ink[] = [];
      for (let number = 1; number <= pdf.numPages; number++) {
        const sheet = await pdf.getPage(number);
        // A pixel of the slide is three quarters of a point.
        const viewport = sheet.getViewport({ scale: scale / 0.75 });
        const canvas = new OffscreenCanvas(Math.round(viewport.width), Math.round(viewport.height));
        const canvasContext = canvas.getContext('2d', {
          willReadFrequently: true,
        }) as OffscreenCanvasRenderingContext2D;
        await sheet.render({ canvasContext, viewport }).promise;
        for (const { page, least, ...box } of areas.filter(({ page }) => page === number)) {
          const [x, y, width, height] = [box.x, box.y, box.width, box.height].map((px) => Math.round(px * scale));
          const { data } = canvasContext.getImageData(x ?? 0, y ?? 0, width ?? 0, height ?? 0);
          const shades = new Map<number, number>();
          for (let at = 0; at < data.length; at += 4) {
            const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
            const shade = ((red >> 4) << 8) | ((green >> 4) << 4) | (blue >> 4);
            shades.set(shade, (shades.get(shade) ?? 0) + 1);
          }
          const share = 1 - (4 * Math.max(...shades.values())) / data.length;
          if (share < least) blank.push({ page, share });
        }
      }
      return { pages: pdf.numPages as number, blank };
    },
    [areas, SCALE] as const,
  );
}

const WHOLE = { x: 0, y: 0, width: 1280, height: 720 };

/** Of a slide or a live figure; and of a drawing, which may be thin lines, but is more than its few words. */
const LEAST = 0.03;
const LEAST_OF_DRAWING = 0.01;

test('the deck is printed a page a slide, and no page, no live figure and no drawing is blank', async ({
  page,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const deck: PrintedDeck = await printDeck(page, baseURL ?? '');
  expect(deck.slides).toHaveLength(61);
  const areas: Areas = deck.slides.flatMap(({ stages, drawings }, index) => [
    { page: index + 1, ...WHOLE, least: LEAST },
    ...stages.map(({ box }) => ({ page: index + 1, ...box, least: LEAST })),
    ...drawings.map((box) => ({ page: index + 1, ...box, least: LEAST_OF_DRAWING })),
  ]);
  expect(deck.slides.flatMap(({ stages }) => stages).length).toBeGreaterThanOrEqual(6);
  expect(deck.slides.flatMap(({ drawings }) => drawings).length).toBeGreaterThanOrEqual(40);
  await openDocument(page, deck.pdf);
  expect(await blankOf(page, areas)).toEqual({ pages: 61, blank: [] });
});
