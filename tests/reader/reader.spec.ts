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

test('nothing moves while it is read from end to end', async ({ page }) => {
  test.setTimeout(240_000);
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
  expect(await page.evaluate(() => (window as unknown as { seen: { shift: number } }).seen.shift)).toBeLessThan(0.05);
});

test('its first screen comes as soon as that of the same article without demos', async ({ page }) => {
  test.setTimeout(120_000);
  const measure = async (path: string) => {
    await page.goto(path);
    return page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let largest = 0;
          const observer = new PerformanceObserver((list) => {
            largest = list.getEntries().at(-1)?.startTime ?? largest;
          });
          observer.observe({ type: 'largest-contentful-paint', buffered: true });
          const settle = () => setTimeout(() => (largest > 0 ? resolve(largest) : settle()), 700);
          settle();
        }),
    );
  };
  await page.route('**/read.html?bare', async (route) => {
    const response = await route.fetch({ url: route.request().url().replace('?bare', '') });
    await route.fulfill({
      response,
      body: (await response.text()).replace(/<dl-[^>]*caption-side[\s\S]*?<\/dl-[^>]*>/g, ''),
    });
  });
  await page.route('**/read.html?full', async (route) => route.fulfill({ response: await route.fetch() }));
  const [full, bare]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < 5; turn++) {
    bare.push(await measure('read.html?bare'));
    full.push(await measure('read.html?full'));
  }
  // The quickest of five, since a busy machine only ever adds.
  expect(Math.min(...full) / Math.min(...bare)).toBeLessThan(1.15);
});

test('light or dark is remembered, and shared with the deck', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('read.html');
  await page.getByRole('button', { name: 'Light or dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.goto('./?receiver');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});
