import { expect, expectSlide, goTo, mainSlides, openDeck, shown, still, test } from './site';

test('an address opens its slide, by name and by number', async ({ page }) => {
  await openDeck(page, `${still}#/imagenet-2012`);
  expect(await shown(page)).toBe('imagenet-2012');
  const slides = await mainSlides(page);
  await page.goto(`${still}#/13`);
  await expectSlide(page, slides[12] ?? '');
});

test('the address follows the slides', async ({ page }) => {
  await openDeck(page, still);
  const slides = await mainSlides(page);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => new URL(page.url()).hash).toBe(`#/${slides[1]}`);
});

for (const address of ['#/no-such-slide', '#/99', '#nonsense'])
  test(`${address} opens the first slide and says so`, async ({ page }) => {
    await openDeck(page, `${still}${address}`);
    const slides = await mainSlides(page);
    expect(await shown(page)).toBe(slides[0]);
    await expect(page.getByRole('status').filter({ hasText: 'There is no slide' })).toBeVisible();
  });

test('so does an unknown address that is typed while the deck is open', async ({ page }) => {
  await openDeck(page, `${still}#/imagenet-2012`);
  await page.goto(`${still}#/no-such-slide`);
  const slides = await mainSlides(page);
  await expectSlide(page, slides[0] ?? '');
  await expect(page.getByRole('status').filter({ hasText: 'no-such-slide' })).toBeVisible();
});

test('a reload stays, and a deck opened anew goes back to where it was', async ({ page }) => {
  await openDeck(page);
  await goTo(page, 'imagenet-2012');
  await page.waitForTimeout(1200); // reveal writes the address at most once a second
  await page.reload();
  await expectSlide(page, 'imagenet-2012');
  await page.goto('about:blank');
  await openDeck(page);
  await expectSlide(page, 'imagenet-2012');
  await expect(page.getByRole('status').filter({ hasText: 'Home' })).toBeVisible();
});

test('a link inside the talk leads to its slide', async ({ page }) => {
  await openDeck(page, `${still}#/outline`);
  const link = page.locator('section.slide.present svg a').first();
  const target = (await link.getAttribute('href'))?.replace('#/', '') ?? '';
  await link.click();
  await expectSlide(page, target);
});

test('the query cannot configure the deck', async ({ page }) => {
  await openDeck(page, '?autoSlide=200&controls=true&postMessage=true&backend=wasm');
  expect(new URL(page.url()).search).toBe('?backend=wasm');
  const slides = await mainSlides(page);
  await page.waitForTimeout(600);
  expect(await shown(page)).toBe(slides[0]);
  await page.evaluate(() => window.postMessage(JSON.stringify({ method: 'next', args: [] }), '*'));
  await page.waitForTimeout(200);
  expect(await shown(page)).toBe(slides[0]);
});

test('the folio leads to the same place in the article', async ({ page }) => {
  await openDeck(page, `${still}#/imagenet-2012`);
  await page.locator('section.slide.present .folio a').click();
  await expect(page).toHaveURL(/read\.html#imagenet-2012$/);
  await page.locator('#imagenet-2012 .slide-number').click();
  await expectSlide(page, 'imagenet-2012');
});
