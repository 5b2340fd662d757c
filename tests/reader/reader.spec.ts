import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
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

  for (const colorScheme of ['light', 'dark'] as const)
    test(`a live figure is its still, with the result in words, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto('read.html');
      const stills = page.locator('[caption-side] img:visible');
      await expect(stills).toHaveCount(await page.locator('[caption-side]').count());
      for (const still of await stills.all()) {
        await still.scrollIntoViewIfNeeded();
        await expect(still).toHaveAttribute('alt', /^Recorded result: .+/);
        await expect
          .poll(() => still.evaluate((image) => (image as HTMLImageElement).naturalWidth))
          .toBeGreaterThan(300);
        expect(await still.evaluate((image) => (image as HTMLImageElement).currentSrc)).toContain(colorScheme);
      }
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

for (const width of [320, 390, 768, 1440, 3840])
  test(`nothing but a drawing scrolls sideways at ${width}`, async ({ page }) => {
    await page.setViewportSize({ width, height: Math.max(900, width / 2) });
    await page.goto('read.html');
    await page.evaluate(() => document.fonts.ready);
    // The widest thing may be a demo, which comes alive where it is.
    for (const demo of await page.locator('[caption-side]').all()) await demo.scrollIntoViewIfNeeded();
    await expect(page.locator('[caption-side]:not(:defined)')).toHaveCount(0);
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

test('the contents follow: a panel on a page, a rail where there is room beside it', async ({ page }) => {
  await page.goto('read.html#imagenet-2012');
  const panel = page.getByRole('navigation', { name: 'Contents, with your place' });
  await expect(panel).toBeHidden();
  // By hand: Playwright would scroll the page to the line that stays on top of it.
  const { x = 0, y = 0 } = (await page.locator('.top a[href="#contents"]').boundingBox()) ?? {};
  await page.mouse.click(x + 4, y + 4);
  await expect(panel.locator('[aria-current]')).toHaveAttribute('href', '#imagenet-2012');
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await page.setViewportSize({ width: 1920, height: 900 });
  await expect(panel).toBeVisible();
  await page.locator('#copy').evaluate((entry) => entry.scrollIntoView());
  await expect(panel.locator('[aria-current]')).toHaveAttribute('href', '#copy');
  await expect(panel.locator('[aria-current]')).toBeInViewport();
});

test('a note is shown where it is called for, unless it stands beside', async ({ page }) => {
  await page.goto('read.html');
  const [preview, call] = [page.locator('.preview'), page.locator('#imagenet-2012 .source a').first()];
  await call.scrollIntoViewIfNeeded();
  await call.hover();
  await expect(preview).toBeVisible();
  const source = await page.locator((await call.getAttribute('href')) ?? '').textContent();
  await expect(preview).toHaveText(source ?? '');
  await page.keyboard.press('Escape');
  await expect(preview).toBeHidden();
  await page.locator('#imagenet-2012 .call a').first().hover();
  await page.waitForTimeout(600);
  await expect(preview).toBeHidden();
});

for (const { width, height } of [
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
])
  test(`nothing moves while it is read from end to end, ${width} wide`, async ({ page }) => {
    test.setTimeout(240_000);
    await page.setViewportSize({ width, height });
    await page.addInitScript(() => {
      const seen = { shift: 0 };
      Object.assign(window, { seen });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
          if (!entry.hadRecentInput) seen.shift += entry.value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto('read.html');
    await page.evaluate(async () => {
      for (let y = 0; y < document.documentElement.scrollHeight; y += 0.8 * innerHeight) {
        scrollTo(0, y);
        for (let frame = 0; frame < 2; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
      }
    });
    await expect(page.locator('[caption-side]:not(:defined)')).toHaveCount(0);
    const shift = await page.evaluate(() => (window as unknown as { seen: { shift: number } }).seen.shift);
    test.info().annotations.push({ type: 'shift', description: String(shift) });
    expect(shift).toBeLessThanOrEqual(0.05);
  });

/** When the largest thing of the first screen was painted, in milliseconds, and what had been asked for by then. */
async function firstScreen(page: Page, path: string): Promise<{ painted: number; files: string[] }> {
  await page.goto(path);
  return page.evaluate(async () => {
    const painted = await new Promise<number>((resolve) => {
      let largest = 0;
      const observer = new PerformanceObserver((list) => {
        largest = list.getEntries().at(-1)?.startTime ?? largest;
      });
      observer.observe({ type: 'largest-contentful-paint', buffered: true });
      const settle = () => setTimeout(() => (largest > 0 ? resolve(largest) : settle()), 500);
      settle();
    });
    const before = performance.getEntriesByType('resource').filter(({ startTime }) => startTime <= painted);
    return { painted, files: before.map(({ name }) => new URL(name).pathname) };
  });
}

test('its first screen comes as soon as that of the same article without demos, and none of their files before it', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const full = await readFile('dist/read.html', 'utf8');
  const bare = full.replace(/<dl-[^>]*caption-side[\s\S]*?<\/dl-[^>]*>/g, '');
  expect(bare.length).toBeLessThan(full.length);
  for (const [name, body] of Object.entries({ full, bare }))
    await page.route(`**/read.html?${name}`, (route) => route.fulfill({ contentType: 'text/html', body }));
  const best = { full: Number.POSITIVE_INFINITY, bare: Number.POSITIVE_INFINITY };
  const ratio = () => best.full / best.bare;
  // A busy machine only ever adds: both are measured until each has had a quiet moment.
  for (let turn = 0; turn < 16 && (turn < 4 || ratio() > 1.1); turn++)
    for (const name of turn % 2 ? (['full', 'bare'] as const) : (['bare', 'full'] as const)) {
      const { painted, files } = await firstScreen(page, `read.html?${name}`);
      best[name] = Math.min(best[name], painted);
      expect(files.filter((file) => /\.(webp|bin|wasm)$|\/models\/|\/(element|engine|model)-/.test(file))).toEqual([]);
    }
  test.info().annotations.push({ type: 'first screen', description: `${JSON.stringify(best)}, ratio ${ratio()}` });
  expect(ratio()).toBeLessThan(1.1);
});

test('an address that was forged or cut short opens the article as it is, and warns once at most', async ({ page }) => {
  const said: string[] = [];
  page.on('pageerror', ({ message }) => said.push(`thrown: ${message}`));
  page.on('console', (message) => message.type() !== 'log' && said.push(message.text()));
  const figure = page.locator('#copy dl-ntm-copy');
  for (const { fragment, words } of [
    { fragment: '#copy?check=0000&length=30', words: 'cut short or changed' },
    { fragment: '#copy?length=many', words: 'is a number' },
    { fragment: `#copy?bits=${'A'.repeat(5000)}`, words: '2500 rows' },
    { fragment: '#copy?onclick=alert(1)', words: 'onclick' },
    { fragment: '#%E0%A4?length=30', words: undefined },
    { fragment: '#nowhere?length=30', words: undefined },
  ]) {
    said.length = 0;
    await page.goto('about:blank');
    await page.goto(`read.html${fragment}`);
    if (words) await expect(figure.locator('[part=status]')).toContainText(words);
    else await expect.poll(() => said).toHaveLength(1);
    await expect(figure).toHaveAttribute('length', '20');
    await expect(figure).not.toHaveAttribute('onclick');
    expect(said.length).toBeLessThanOrEqual(1);
    expect(said.join()).not.toContain('thrown');
  }
});

test('light or dark is remembered, and shared with the deck', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('read.html');
  await page.getByRole('button', { name: 'Light or dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.goto('./?receiver');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});
