import { axeFaults, bringAxe } from './accessible';
import { measureAll, overflows, tooSmall } from './measure';
import { allSlides, expect, goTo, openDeck, still, test } from './site';

/** The deck is measured window by window: all slides in one test are one load of the page. */
test.describe.configure({ timeout: 240_000 });

for (const [width, height] of [
  [1280, 720],
  [1920, 1080],
  [1024, 768],
] as const)
  test(`nothing overflows or scrolls at ${width} × ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await openDeck(page, still);
    expect(await measureAll(page, overflows)).toEqual([]);
  });

test('text is at least 18 px, sources and status lines 16', async ({ page }) => {
  await openDeck(page, still);
  expect(await measureAll(page, tooSmall)).toEqual([]);
});

test('these measurements notice what is wrong', async ({ page }) => {
  await openDeck(page, still);
  await page.locator('#imagenet-2012').evaluate((slide) => {
    for (const source of slide.querySelectorAll<HTMLElement>('figcaption .source')) source.style.fontSize = '60px';
    for (const number of slide.querySelectorAll<HTMLElement>('.frame-number')) number.style.fontSize = '12px';
    (slide.querySelector('h1') as HTMLElement).style.width = '400px';
  });
  const large = (await measureAll(page, overflows)).filter((fault) => fault.startsWith('imagenet-2012'));
  expect(large).toContainEqual(expect.stringMatching(/leaves the slide by \d+ px/));
  expect(large).toContainEqual(expect.stringMatching(/headline has more lines/));
  expect(await measureAll(page, tooSmall)).toEqual(['imagenet-2012: 12.0 px: “Fig. 9”']);
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing on any slide, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await openDeck(page, still);
    await bringAxe(page);
    const faults = await axeFaults(page, 'html');
    for (const id of await allSlides(page)) {
      await goTo(page, id);
      faults.push(...(await axeFaults(page, `#${id}`)).map((fault) => `${id}: ${fault}`));
    }
    expect(faults).toEqual([]);
  });

test('a slide before its demo has come shows number, caption and an empty stage', async ({ page }) => {
  await page.route(/element-.*\.js$/, (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  await openDeck(page, `${still}#/name-your-picture`);
  const demo = page.locator('section.slide.present [caption-side]');
  const { height, width } = (await demo.boundingBox()) ?? { height: 0, width: 0 };
  expect(width).toBe(1152);
  expect(height).toBeGreaterThan(500);
  const number = await demo.evaluate((element) => getComputedStyle(element, '::before').content);
  expect(number).toContain('Fig.');
});

test('nothing moves where motion is not wanted', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openDeck(page);
  const duration = await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--move'));
  expect(Number.parseFloat(duration)).toBe(0);
  const transition = await page
    .locator('section.slide.present')
    .evaluate((slide) => getComputedStyle(slide).transitionDuration);
  expect(Number.parseFloat(transition)).toBe(0);
});
