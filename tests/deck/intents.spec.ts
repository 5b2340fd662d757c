import type { Page } from '@playwright/test';
import { expect, openDeck, test } from './site';

/** Notes every intent that a demo is told, and keeps the demo from following it: nothing loads in these tests. */
async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const told: string[] = [];
    Object.assign(window, { told });
    const define = customElements.define.bind(customElements);
    customElements.define = (name, element, options) => {
      Object.assign(element.prototype, {
        intend(this: HTMLElement, intent: string) {
          told.push(`${this.getAttribute('number')} ${intent}`);
        },
      });
      define(name, element, options);
    };
  });
}

function told(page: Page): Promise<string[]> {
  return page.evaluate(() => (window as unknown as { told: string[] }).told);
}

test('the next slide’s demo loads ahead, the shown one runs, a left one pauses, a far one is disposed of', async ({
  page,
}) => {
  await listen(page);
  await openDeck(page, '#/imagenet-2013');
  await expect.poll(() => told(page)).toContain('13 near');
  expect(await told(page)).not.toContain('13 current');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => told(page)).toContain('13 current');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => told(page)).toContain('13 left');
  await page.keyboard.press('End');
  await expect.poll(() => told(page)).toContain('13 far');
});

test('the first slide defines no demo', async ({ page }) => {
  await openDeck(page);
  await page.waitForTimeout(1000);
  expect(await page.locator('.slides [caption-side]:defined').count()).toBe(0);
  expect(await page.locator('.slides [caption-side]').count()).toBeGreaterThan(0);
});

test('a quick passage past a demo starts nothing', async ({ page }) => {
  await listen(page);
  await openDeck(page, '#/imagenet-2013');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.waitForTimeout(1000);
  expect(await told(page)).not.toContain('13 current');
});

test('the overview and the black screen pause what runs', async ({ page }) => {
  await listen(page);
  await openDeck(page, '#/name-your-picture');
  await expect.poll(() => told(page)).toContain('13 current');
  const count = (await told(page)).length;
  await page.keyboard.press('Escape');
  await page.waitForTimeout(800);
  const inOverview = (await told(page)).slice(count);
  expect(inOverview).toContain('13 left');
  expect(inOverview.filter((line) => /near|current/.test(line))).toEqual([]);
  await page.keyboard.press('Escape');
  await expect.poll(async () => (await told(page)).slice(count)).toContain('13 current');
  await page.keyboard.press('b');
  await expect.poll(async () => (await told(page)).at(-1)).toMatch(/left|far/);
});

for (const query of ['?receiver', '?print-pdf'])
  test(`${query} shows stills alone`, async ({ page }) => {
    await listen(page);
    await openDeck(page, `${query}#/name-your-picture`);
    await page.locator('dl-image-classifier:defined').first().waitFor();
    await page.waitForTimeout(1000);
    expect(await told(page)).toEqual([]);
    expect(page.workers()).toEqual([]);
  });
