/** The deck on paper: a page a slide, live figures as the stills that they show while nothing runs. */
import { PDFDocument } from 'pdf-lib';
import type { Page } from 'playwright';

/** In CSS pixels. */
interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One slide as it was printed. */
export interface PrintedSlide {
  readonly id: string;
  readonly label: string;
  /** HTML of the speaker's notes. */
  readonly notes: string;
  /** Where the stages of its live figures are, from the slide's corner. */
  readonly stages: readonly { readonly demo: string; readonly box: Box }[];
  /** Where its drawings are. */
  readonly drawings: readonly Box[];
}

export interface PrintedDeck {
  readonly pdf: Uint8Array;
  /** In the order of the pages. */
  readonly slides: readonly PrintedSlide[];
}

export interface PrintOptions {
  /** Whether the slides under others are printed too. */
  readonly under?: boolean;
}

const SLIDE = { width: 1280, height: 720 };

/**
 * Prints the built deck.
 * @param page free to be used; whoever opened it closes it
 * @param site address of the built site, with a slash at its end
 * @throws where a live figure shows nothing within Playwright's patience
 */
export async function printDeck(page: Page, site: string, { under = false }: PrintOptions = {}): Promise<PrintedDeck> {
  await page.setViewportSize(SLIDE);
  await page.emulateMedia({ media: 'print', colorScheme: 'light', reducedMotion: 'reduce' });
  await page.goto(`${site}index.html?print-pdf`);
  await page.locator('.pdf-page').first().waitFor();
  await page.waitForFunction(() => {
    const demos = [...document.querySelectorAll('.pdf-page [caption-side]')];
    return demos.every((demo) => demo.matches('[state="idle"]'));
  });
  await page.evaluate(drawAll);
  const all = await page.evaluate(readSlides);
  const chosen = all.flatMap((slide, index) =>
    under || !slide.label.includes('.') ? [{ slide, page: index + 1 }] : [],
  );
  const pdf = await page.pdf({
    width: `${SLIDE.width}px`,
    height: `${SLIDE.height}px`,
    pageRanges: chosen.map(({ page }) => page).join(','),
    printBackground: true,
    tagged: true,
    outline: true,
  });
  return { pdf, slides: chosen.map(({ slide }) => slide) };
}

/**
 * Runs in the page: waits for fonts, for pictures that would else come when they are scrolled to, and for canvases.
 * Letters lose their outlines of paper, which pdf.js, and so Firefox, fills with ink.
 */
async function drawAll(): Promise<void> {
  const roots = [document, ...[...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])];
  const plain = new CSSStyleSheet();
  plain.replaceSync('.halo text { stroke: none !important }');
  for (const root of roots) root.adoptedStyleSheets = [...root.adoptedStyleSheets, plain];
  const images = roots.flatMap((root) => [...root.querySelectorAll('img')]);
  for (const image of images) image.loading = 'eager';
  await Promise.all([document.fonts.ready, ...images.map((image) => image.decode())]);
  for (let frame = 0; frame < 4; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
}

/** Runs in the page. */
function readSlides(): PrintedSlide[] {
  return [...document.querySelectorAll<HTMLElement>('.pdf-page > section.slide')].map((slide) => {
    const from = slide.getBoundingClientRect();
    const boxOf = (element: Element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x: x - from.x, y: y - from.y, width, height };
    };
    const stages = [...slide.querySelectorAll('[caption-side]')].map((demo) => ({
      demo: demo.localName,
      box: boxOf(demo.shadowRoot?.querySelector('.frame-stage') ?? demo),
    }));
    const drawings = [...slide.querySelectorAll('svg.chart')].map(boxOf);
    const notes = slide.querySelector('.notes')?.innerHTML ?? '';
    return { id: slide.id, label: slide.dataset.label ?? '', notes, stages, drawings };
  });
}

/** A4 in CSS pixels: the slide above, its notes below. */
const SHEET = { width: 794, height: 1123, margin: 57 };
const SLIDE_ON_SHEET = {
  width: SHEET.width - 2 * SHEET.margin,
  height: ((SHEET.width - 2 * SHEET.margin) * SLIDE.height) / SLIDE.width,
};
const POINTS_A_PIXEL = 72 / 96;

/**
 * Sets each printed slide above its notes, on a sheet of A4.
 * @returns the sheets as a PDF
 * @throws where notes do not fit on their sheet in any size that can be read
 */
export async function addNotes(page: Page, site: string, { pdf, slides }: PrintedDeck): Promise<Uint8Array> {
  const styles = await page
    .locator('link[rel="stylesheet"]')
    .evaluateAll((links) => links.map((link) => (link as HTMLLinkElement).href));
  await page.route(`${site}notes.html`, (route) =>
    route.fulfill({ contentType: 'text/html', body: sheetsHtml(slides, styles) }),
  );
  await page.goto(`${site}notes.html`);
  await page.evaluate(() => document.fonts.ready);
  const tooLong = await page.evaluate(fitNotes);
  if (tooLong.length > 0) throw new Error(`The notes of slide ${tooLong.join(', ')} do not fit under it`);
  const sheets = await PDFDocument.load(
    await page.pdf({ width: `${SHEET.width}px`, height: `${SHEET.height}px`, printBackground: true }),
  );
  const pictures = await sheets.embedPdf(
    pdf,
    slides.map((_, index) => index),
  );
  const [left, width, height] = [SHEET.margin, SLIDE_ON_SHEET.width, SLIDE_ON_SHEET.height].map(
    (px) => px * POINTS_A_PIXEL,
  );
  for (const [index, sheet] of sheets.getPages().entries()) {
    const picture = pictures[index];
    const y = sheet.getHeight() - SHEET.margin * POINTS_A_PIXEL - (height ?? 0);
    if (picture) sheet.drawPage(picture, { x: left ?? 0, y, width: width ?? 0, height: height ?? 0 });
  }
  return sheets.save();
}

/** Runs in the page: sets long notes smaller. @returns Labels of those that are too long all the same. */
function fitNotes(): string[] {
  return [...document.querySelectorAll<HTMLElement>('.sheet')].flatMap((sheet) => {
    const notes = sheet.querySelector<HTMLElement>('.text');
    if (!notes) return [];
    for (let size = 16; size >= 11 && notes.scrollHeight > notes.clientHeight; size -= 0.5)
      notes.style.fontSize = `${size}px`;
    return notes.scrollHeight > notes.clientHeight ? [sheet.dataset.label ?? ''] : [];
  });
}

function sheetsHtml(slides: readonly PrintedSlide[], styles: readonly string[]): string {
  const links = styles.map((href) => `<link rel="stylesheet" href="${href}">`).join('');
  const sheets = slides.map(
    ({ label, notes }) =>
      `<section class="sheet" data-label="${label}"><p>${label}</p><div class="text">${notes}</div></section>`,
  );
  return `<!doctype html><html lang="en" data-theme="light"><meta charset="utf-8"><title>Notes</title>${links}<style>
    @page { size: ${SHEET.width}px ${SHEET.height}px; margin: 0; }
    html, body { width: auto; height: auto; overflow: visible; background: none; }
    .sheet { display: grid; grid-template-rows: auto 1fr; box-sizing: border-box; height: ${SHEET.height}px; overflow: hidden;
      padding: ${SHEET.margin + SLIDE_ON_SHEET.height + 24}px ${SHEET.margin}px ${SHEET.margin}px; break-after: page; }
    .sheet:last-child { break-after: auto; }
    .sheet > p { padding-top: 8px; border-top: 1px solid var(--rule-strong); font: 600 15px/1.2 var(--sans); }
    .text { min-height: 0; overflow: hidden; max-width: 620px; margin-top: 12px; font: 400 16px/1.5 var(--serif); }
    .text > * + * { margin-top: 0.6em; }
  </style>${sheets.join('\n')}</html>`;
}
