import { axeFaults, bringAxe } from '../deck/accessible';
import { expect, test } from '../deck/site';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the article is all there', async ({ page }) => {
    await page.goto('read.html');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('The State of Deep Learning in 2014');
    await expect(page.locator('#imagenet-2012 h3')).toBeVisible();
    await expect(page.locator('#imagenet-2012 .prose').first()).not.toBeEmpty();
    await expect(page.locator('#imagenet-2012 svg.chart')).toBeVisible();
    await expect(page.locator('#name-your-picture [caption-side]')).toContainText('photographs');
  });
});

test('its contents lead to every slide', async ({ page }) => {
  await page.goto('read.html');
  const targets = await page
    .locator('.contents a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(targets.length).toBe(await page.locator('.entry, .masthead').count());
  for (const target of targets) await expect(page.locator(target)).toHaveCount(1);
});

test('a note is a step away, and so is the way back', async ({ page }) => {
  await page.goto('read.html');
  const call = page.locator('.call a').first();
  const note = page.locator((await call.getAttribute('href')) ?? '');
  await call.click();
  await expect(note).toBeInViewport();
  await note.locator('.back').click();
  await expect(call).toBeInViewport();
});

for (const width of [390, 768, 1280, 1920])
  test(`nothing but a drawing scrolls sideways at ${width}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('read.html');
    await page.evaluate(() => document.fonts.ready);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing, ${colorScheme}`, async ({ page }) => {
    test.setTimeout(180_000);
    await page.emulateMedia({ colorScheme });
    await page.goto('read.html');
    await bringAxe(page);
    expect(await axeFaults(page, 'html')).toEqual([]);
  });

test('a live figure comes alive near the reader and loads nothing unasked', async ({ page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await page.goto('read.html');
  await page.waitForTimeout(500);
  expect(await page.locator('dl-image-classifier:defined').count()).toBe(0);
  await page.locator('#name-your-picture').scrollIntoViewIfNeeded();
  const demo = page.locator('#name-your-picture dl-image-classifier');
  await expect(demo).toHaveAttribute('state', 'idle');
  await page.waitForTimeout(1000);
  expect(fetched.filter((url) => /\/models\/|tfjs|engine-|\.wasm/.test(url))).toEqual([]);
  expect(page.workers()).toEqual([]);
});

test('the top line follows the reader, and leads to the slide', async ({ page }) => {
  await page.goto('read.html#imagenet-2012');
  await expect(page.locator('#place')).toHaveText('1 Vision');
  await expect(page.locator('#to-slides')).toHaveAttribute('href', 'index.html#/imagenet-2012');
});

test('light or dark is remembered, and shared with the deck', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('read.html');
  await page.getByRole('button', { name: 'Light or dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.goto('./?receiver');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});
