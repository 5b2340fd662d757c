/**
 * `npm run stills [NAME …]`: photographs the recorded result of every demo of the talk, wide and narrow, light and dark,
 * and writes down what it says. No model runs. The article shows these where no script runs, and on paper.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type CDPSession, chromium, type Page } from 'playwright';
import { createServer } from 'vite';
import { findBrowser, launchArguments } from './browser.ts';
import { browserPackages } from './browser-packages.ts';
import { ROOM_WIDTHS, type Still, type StillSize, stillKey, stillPath, stillsFile } from './slides/stills.ts';
import { tidy } from './tidy.ts';

/** The article's full width, and a telephone's. */
const PAGES = { wide: { width: 1280, height: 900 }, narrow: { width: 390, height: 900 } } as const;
const THEMES = ['light', 'dark'] as const;
const DENSITY = 2;
const QUALITY = 74;
const PAGE_MS = 120_000;

/** Attributes of a tag that its slide does not write. */
const OTHERS = ['id', 'number', 'caption-side', 'state'];

/** One tag of the talk. */
interface Tag {
  readonly id: string;
  readonly name: string;
  readonly key: string;
  readonly attributes: Readonly<Record<string, string | true>>;
}

async function readTags(page: Page): Promise<Tag[]> {
  const tags = await page.locator('.entry [caption-side]').evaluateAll((elements) =>
    elements.map((element) => ({
      id: element.id,
      name: element.localName.replace('dl-', ''),
      slide: element.closest('.entry')?.id ?? '',
      number: element.getAttribute('number') ?? '',
      written: [...element.attributes].map(({ name, value }) => [name, value] as const),
    })),
  );
  return tags.map(({ slide, number, written, ...tag }) => ({
    ...tag,
    key: stillKey(number, slide),
    attributes: Object.fromEntries(
      written.filter(([name]) => !OTHERS.includes(name)).map(([name, value]) => [name, value || true]),
    ),
  }));
}

/** A picture of the stage as it is drawn while nothing runs, but in its colours. */
async function photograph(page: Page, camera: CDPSession, { id }: Tag): Promise<StillSize & { picture: Buffer }> {
  const tag = page.locator(`#${id}`);
  await tag.scrollIntoViewIfNeeded();
  await page.locator(`#${id}[state="idle"]`).waitFor();
  await tag.evaluate(async (element) => {
    const root = element.shadowRoot as ShadowRoot;
    const colours = new CSSStyleSheet();
    colours.replaceSync('.poster { filter: none !important }');
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, colours];
    for (const image of root.querySelectorAll('img')) image.loading = 'eager';
    await Promise.all([...root.querySelectorAll('img')].map((image) => image.decode()));
    await document.fonts.ready;
  });
  await settle(page);
  const { clip, frameHeight } = await tag.evaluate((element) => {
    const stage = element.shadowRoot?.querySelector('.frame-stage') as HTMLElement;
    const { left, top, width, height } = stage.getBoundingClientRect();
    const { height: frameHeight = 0 } = stage.closest('.frame-body')?.getBoundingClientRect() ?? {};
    return { clip: { x: left + scrollX, y: top + scrollY, width, height }, frameHeight };
  });
  const { data } = await camera.send('Page.captureScreenshot', {
    format: 'webp',
    quality: QUALITY,
    captureBeyondViewport: true,
    clip: { ...clip, scale: DENSITY },
  });
  const size = { width: Math.round(clip.width), height: Math.round(clip.height), frameHeight: Math.round(frameHeight) };
  return { ...size, picture: Buffer.from(data, 'base64') };
}

/** Until what follows a change of size has been drawn. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 4; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
  });
}

/** How high the frame is above its caption on pages of other widths. */
async function measureRooms(page: Page, { id }: Tag): Promise<Record<string, number>> {
  const rooms: Record<string, number> = {};
  const before = page.viewportSize() ?? PAGES.wide;
  for (const width of ROOM_WIDTHS) {
    await page.setViewportSize({ ...before, width });
    await settle(page);
    rooms[width] = await page
      .locator(`#${id}`)
      .evaluate((element) =>
        Math.round(element.shadowRoot?.querySelector('.frame-body')?.getBoundingClientRect().height ?? 0),
      );
  }
  await page.setViewportSize(before);
  return rooms;
}

/** What is written on the stage, and what its pictures say to those who cannot see them; not what its controls are called. */
async function words(page: Page, { id, key }: Tag): Promise<string> {
  const said = await page.locator(`#${id}`).evaluate((element) => {
    const stage = element.shadowRoot?.querySelector('.frame-stage') as Element;
    const nodes = document.createTreeWalker(stage, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
      node instanceof Element && node.matches('button, select, fieldset, label, [aria-hidden="true"]')
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
    );
    const pieces: string[] = [];
    while (nodes.nextNode()) {
      const node = nodes.currentNode;
      const named = node instanceof Element && node.matches('img, canvas, [role="img"], input');
      if (named) pieces.push(node.getAttribute('alt') ?? node.getAttribute('aria-label') ?? '');
      else if (node instanceof Text) pieces.push(node.data);
    }
    return pieces.map((piece) => piece.replace(/\s+/g, ' ').trim());
  });
  const text = said.filter((piece, index) => piece && piece !== said[index - 1]).join(', ');
  if (text) return text;
  throw new Error(`${key} says nothing of its result`);
}

async function openArticle(browser: Browser, address: string, shape: Shape): Promise<Page> {
  const page = await browser.newPage({ viewport: PAGES[shape], deviceScaleFactor: DENSITY, reducedMotion: 'reduce' });
  page.setDefaultTimeout(PAGE_MS);
  await page.goto(address);
  await page.addStyleTag({ content: '.top, .contents-panel { display: none !important }' });
  return page;
}

type Shape = keyof typeof PAGES;
type Stills = Map<string, Record<string, Still>>;

/** Both themes of one tag in one shape; the words are the same in all. */
async function record(page: Page, tag: Tag, shape: Shape, stills: Stills): Promise<void> {
  const ofDemo = stills.get(tag.name) ?? startFolder(tag.name);
  stills.set(tag.name, ofDemo);
  const camera = await page.context().newCDPSession(page);
  for (const theme of THEMES) {
    await page.emulateMedia({ colorScheme: theme });
    const { picture, ...size } = await photograph(page, camera, tag);
    writeFileSync(join('demos', stillPath(tag.name, tag.key, shape, theme)), picture);
    const known = ofDemo[tag.key] ?? { attributes: tag.attributes, text: '', wide: size, narrow: size };
    ofDemo[tag.key] = { ...known, [shape]: size };
    console.log(
      `${tag.key} ${shape} ${theme}: ${size.width} × ${size.height}, ${Math.round(picture.length / 1000)} kB`,
    );
  }
  await camera.detach();
}

/** Stills of tags that are no more on any slide go. */
function startFolder(name: string): Record<string, Still> {
  const folder = join('demos', name, 'stills');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return {};
}

const server = await createServer({
  server: { port: 4318, hmr: false, watch: null },
  cacheDir: '.cache/page-tool',
  optimizeDeps: { noDiscovery: true, include: browserPackages },
  logLevel: 'error',
});
await server.listen();
const browser = await chromium.launch({ executablePath: await findBrowser(), args: launchArguments });
const address = `${server.resolvedUrls?.local[0]}read.html`;
const asked = process.argv.slice(3);
const stills: Stills = new Map();

for (const shape of ['narrow', 'wide'] as const) {
  const page = await openArticle(browser, address, shape);
  for (const tag of (await readTags(page)).filter(({ name }) => asked.length === 0 || asked.includes(name))) {
    await record(page, tag, shape, stills);
    if (shape === 'narrow') continue;
    const ofDemo = stills.get(tag.name) as Record<string, Still>;
    const [text, rooms] = [await words(page, tag), await measureRooms(page, tag)];
    ofDemo[tag.key] = { ...(ofDemo[tag.key] as Still), text, rooms };
  }
  await page.close();
}
for (const [name, ofDemo] of stills)
  writeFileSync(join('demos', stillsFile(name)), `${JSON.stringify(ofDemo, undefined, 2)}\n`);
tidy([...stills.keys()].map((name) => join('demos', stillsFile(name))));
await browser.close();
await server.close();
