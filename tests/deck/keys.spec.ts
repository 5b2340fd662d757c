import { expect, expectSlide, mainSlides, openDeck, shown, still, test } from './site';

test('arrows, space, Home and End lead through the talk', async ({ page }) => {
  await openDeck(page, still);
  const slides = await mainSlides(page);
  await page.keyboard.press('ArrowRight');
  await expectSlide(page, slides[1] ?? '');
  await page.keyboard.press('Space');
  await expectSlide(page, slides[2] ?? '');
  await page.keyboard.press('ArrowLeft');
  await expectSlide(page, slides[1] ?? '');
  await page.keyboard.press('End');
  await expectSlide(page, slides.at(-1) ?? '');
  await page.keyboard.press('Home');
  await expectSlide(page, slides[0] ?? '');
});

test('down shows what lies under a slide, up leads back', async ({ page }) => {
  await openDeck(page, still);
  const [above = '', under = ''] = await page
    .locator('.slides > section:not(.slide)')
    .first()
    .locator('section.slide')
    .evaluateAll((slides) => slides.map(({ id }) => id));
  await page.goto(`${still}#/${above}`);
  await page.keyboard.press('ArrowDown');
  await expectSlide(page, under);
  await page.keyboard.press('ArrowUp');
  await expectSlide(page, above);
});

for (const key of ['ArrowRight', 'Space', 'n', 'PageDown'])
  test(`${key} passes by what lies under a slide`, async ({ page }) => {
    await openDeck(page, `${still}#/copy`);
    const slides = await mainSlides(page);
    const after = slides[slides.indexOf('copy') + 1] ?? '';
    await page.keyboard.press(key);
    await expectSlide(page, after);
    await page.keyboard.press(key === 'PageDown' ? 'PageUp' : 'ArrowLeft');
    await expectSlide(page, 'copy');
  });

test('G leads to a slide by its number', async ({ page }) => {
  await openDeck(page, still);
  await page.keyboard.press('g');
  await page.keyboard.type('13');
  await page.keyboard.press('Enter');
  await expect(page.locator('section.slide.present:visible .folio')).toContainText('13');
});

test('? lists the keys, holds the slides still, and Escape closes it', async ({ page }) => {
  await openDeck(page);
  const first = await shown(page);
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keys' });
  await expect(help).toBeVisible();
  await expect(help).toContainText('speaker view');
  await page.keyboard.press('ArrowRight');
  expect(await shown(page)).toBe(first);
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => shown(page)).not.toBe(first);
});

test('T turns the theme, and the deck remembers it', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await openDeck(page);
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();
  await page.keyboard.press('t');
  await expect.poll(ground).not.toBe(light);
  const dark = await ground();
  await page.reload();
  await page.locator('.reveal.ready').waitFor();
  expect(await ground()).toBe(dark);
  await page.keyboard.press('t');
  await expect.poll(ground).toBe(light);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(ground, 'back in agreement with the system, it follows the system').toBe(dark);
});

test('B blackens the screen and brings it back', async ({ page }) => {
  await openDeck(page, still);
  await page.keyboard.press('b');
  await expect(page.locator('.reveal')).toHaveClass(/paused/);
  await page.keyboard.press('b');
  await expect(page.locator('.reveal')).not.toHaveClass(/paused/);
});

test('the overview shows all slides; Enter opens the one it stands on', async ({ page }) => {
  await openDeck(page, still);
  const slides = await mainSlides(page);
  await page.keyboard.press('Escape');
  await expect(page.locator('.reveal')).toHaveClass(/overview/);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.locator('.reveal')).not.toHaveClass(/overview/);
  await expectSlide(page, slides[2] ?? '');
});

test('a click inside a widget keeps the deck’s keys; Escape leaves the control, not the slide', async ({ page }) => {
  await openDeck(page, `${still}#/name-your-picture`);
  const demo = page.locator('section.slide.present dl-image-classifier');
  const control = demo.locator('button').first();
  await control.focus();
  await page.keyboard.press('Escape');
  await expect(page.locator('.reveal')).not.toHaveClass(/overview/);
  await expect(control).not.toBeFocused();
  await control.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => shown(page)).not.toBe('name-your-picture');
});

test('a slider keeps its arrows', async ({ page }) => {
  await openDeck(page, `${still}#/name-your-picture`);
  const slider = page.locator('section.slide.present dl-image-classifier input[type="range"]').first();
  await slider.focus();
  const before = await slider.inputValue();
  await page.keyboard.press('ArrowRight');
  expect(await slider.inputValue()).not.toBe(before);
  expect(await shown(page)).toBe('name-your-picture');
});
