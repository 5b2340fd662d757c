/** The built site under test: a page that notices whatever a visitor should never meet, and ways through the deck. */
import { test as base, expect, type Page } from '@playwright/test';

/** Every test that opens pages of the site fails on an error in the console, a missing file or a foreign request. */
export const test = base.extend<{ faults: string[] }>({
  faults: [
    async ({ context, baseURL }, use) => {
      const faults: string[] = [];
      context.on('console', (message) => {
        if (message.type() === 'error') faults.push(`console: ${message.text()}`);
      });
      context.on('weberror', (error) => faults.push(`uncaught: ${error.error().message}`));
      context.on('request', (request) => {
        const url = request.url();
        if (!url.startsWith(baseURL ?? '') && !/^(data|blob):/.test(url)) faults.push(`foreign: ${url}`);
      });
      context.on('response', (response) => {
        if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
      });
      await use(faults);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** A window in which demos show their stills and load nothing: enough for all that is not about running them. */
export const still = '?receiver';

/** Opens the deck and waits until it shows a slide. */
export async function openDeck(page: Page, address = ''): Promise<void> {
  await page.goto(`./${address}`);
  await page.locator('.reveal.ready').waitFor();
}

/** Id of the slide that is shown. */
export function shown(page: Page): Promise<string> {
  return page.locator('section.slide.present:visible').evaluate((slide) => slide.id);
}

/** Expects a slide to be shown, soon. */
export async function expectSlide(page: Page, id: string): Promise<void> {
  await expect.poll(() => shown(page)).toBe(id);
}

/** Ids of all slides, those under another included, in the order of the talk. */
export function allSlides(page: Page): Promise<string[]> {
  return page.locator('section.slide').evaluateAll((slides) => slides.map(({ id }) => id));
}

/** Ids of the main slides. */
export function mainSlides(page: Page): Promise<string[]> {
  return page
    .locator('.slides > .slide, .slides > section > .slide:first-child')
    .evaluateAll((s) => s.map(({ id }) => id));
}

/**
 * Shows a slide by its address. Asks again where reveal, which writes the address of the slide before up to a second
 * late, wrote over it in between.
 */
export async function goTo(page: Page, id: string): Promise<void> {
  const ask = (fragment: string) => {
    location.hash = fragment;
  };
  await expect(async () => {
    await page.evaluate(ask, `/${id}`);
    await expect.poll(() => shown(page), { timeout: 2000 }).toBe(id);
  }).toPass({ timeout: 20_000 });
}
