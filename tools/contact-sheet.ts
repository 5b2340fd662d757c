/** `npm run contact-sheet`: pictures of all slides of the built deck, light and dark, as two sheets in `docs/`. */
import { chromium, type Page } from 'playwright';
import { preview } from 'vite';
import { findBrowser, launchArguments } from './browser.ts';

const COLUMNS = 8;
const THUMB = { width: 320, height: 180 };

/** Stills only: the receiver of a speaker view starts no model. */
const ADDRESS = 'index.html?receiver';

type Theme = 'light' | 'dark';

async function photograph(page: Page, address: string, theme: Theme): Promise<string[]> {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await page.goto(address);
  await page.locator('.reveal.ready').waitFor();
  const ids = await page.locator('section.slide').evaluateAll((slides) => slides.map(({ id }) => id));
  const pictures: string[] = [];
  for (const id of ids) {
    await page.evaluate((slide) => {
      location.hash = `/${slide}`;
    }, id);
    await page.waitForFunction((slide) => {
      const shown = document.getElementById(slide);
      // A demo comes to its slide a moment after the slide does, first its element and then its picture.
      return shown?.classList.contains('present') && !shown.querySelector(':not(:defined)');
    }, id);
    await page.evaluate(() =>
      Promise.all(
        [...document.images]
          .filter(({ offsetParent, complete }) => offsetParent && !complete)
          .map((image) => image.decode().catch(() => undefined)),
      ),
    );
    await page.waitForTimeout(150);
    pictures.push((await page.screenshot({ type: 'png' })).toString('base64'));
  }
  return pictures;
}

async function compose(page: Page, pictures: string[], theme: Theme): Promise<void> {
  const paper = theme === 'light' ? '#d9d9d4' : '#2a2f35';
  const images = pictures.map((data) => `<img src="data:image/png;base64,${data}">`).join('');
  await page.setViewportSize({ width: COLUMNS * (THUMB.width + 8) + 8, height: 800 });
  await page.setContent(`<style>body{margin:8px 0 0 8px;background:${paper};display:flex;flex-wrap:wrap;gap:8px}
    img{width:${THUMB.width}px;height:${THUMB.height}px}</style>${images}`);
  await page.screenshot({ path: `docs/contact-sheet-${theme}.jpg`, type: 'jpeg', quality: 82, fullPage: true });
}

const server = await preview({
  preview: { port: 4316 },
  ...(process.env.OUT && { build: { outDir: process.env.OUT } }),
  logLevel: 'silent',
});
const browser = await chromium.launch({ executablePath: await findBrowser(), args: launchArguments });
for (const theme of ['light', 'dark'] as const) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  const pictures = await photograph(page, `${server.resolvedUrls?.local[0]}${ADDRESS}`, theme);
  await compose(page, pictures, theme);
  console.log(`docs/contact-sheet-${theme}.jpg: ${pictures.length} slides`);
  await page.close();
}
await browser.close();
await server.close();
