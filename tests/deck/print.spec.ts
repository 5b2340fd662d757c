import { allSlides, expect, openDeck, test } from './site';

test('print view has a page for each slide, in light, and no notes', async ({ page }) => {
  await openDeck(page);
  const count = (await allSlides(page)).length;
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.goto('./?print-pdf');
  await expect(page.locator('.pdf-page')).toHaveCount(count);
  const ground = await page.evaluate(() =>
    getComputedStyle(document.documentElement).getPropertyValue('--paper').trim(),
  );
  expect(ground).toBe('#fbfbf9');
  const boxes = await page.locator('.pdf-page > .slide').evaluateAll((slides) =>
    slides.map((slide) => {
      const [own, paper] = [
        slide.getBoundingClientRect(),
        (slide.parentElement as HTMLElement).getBoundingClientRect(),
      ];
      return { left: own.left - paper.left, top: own.top - paper.top, width: own.width, height: own.height };
    }),
  );
  for (const { left, top, width, height } of boxes) {
    expect(left).toBeCloseTo(0, 1);
    expect(top).toBeCloseTo(0, 1);
    expect(width).toBeCloseTo(1280, 1);
    expect(Math.abs(height - 720)).toBeLessThanOrEqual(1);
  }
  await expect(page.locator('.pdf-page .notes:visible')).toHaveCount(0);
});
