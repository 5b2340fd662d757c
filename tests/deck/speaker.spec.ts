import type { BrowserContext, Page } from '@playwright/test';
import { expect, expectSlide, openDeck, test } from './site';

/** Opens the speaker's window from the deck, as the speaker does. */
async function openSpeaker(context: BrowserContext, page: Page): Promise<Page> {
  const opening = context.waitForEvent('page');
  await page.keyboard.press('s');
  const speaker = await opening;
  await speaker.locator('#current .slide').waitFor();
  return speaker;
}

test('S opens notes, this slide and the next, and follows the deck', async ({ context, page }) => {
  await openDeck(page);
  const speaker = await openSpeaker(context, page);
  await page.keyboard.press('ArrowRight');
  await expect(speaker.locator('#number')).toHaveText(/^2 of \d+$/);
  const headlines = await page.locator('section.slide h1').allTextContents();
  await expect(speaker.locator('#current h1')).toHaveText(headlines[1] ?? '');
  await expect(speaker.locator('#next h1')).toHaveText(headlines[2] ?? '');
  const notes = (await page.locator('section.slide').nth(1).locator('.notes').textContent()) ?? '';
  expect(notes.trim()).not.toBe('');
  await expect(speaker.locator('#notes')).toHaveText(notes);
});

test('the speaker’s keys lead the deck', async ({ context, page }) => {
  await openDeck(page, '#/imagenet-2012');
  const speaker = await openSpeaker(context, page);
  await speaker.keyboard.press('ArrowRight');
  await expect.poll(() => page.locator('section.slide.present:visible .folio').textContent()).toContain('10');
  await speaker.keyboard.press('ArrowLeft');
  await expectSlide(page, 'imagenet-2012');
});

test('the clock starts with the second slide and is held against the plan', async ({ context, page }) => {
  await openDeck(page);
  const speaker = await openSpeaker(context, page);
  await expect(speaker.locator('#elapsed')).toHaveText('0:00');
  await speaker.waitForTimeout(1200);
  await expect(speaker.locator('#elapsed')).toHaveText('0:00');
  await page.keyboard.press('ArrowRight');
  await expect(speaker.locator('#elapsed')).toHaveText('0:02', { timeout: 4000 });
  await expect(speaker.locator('#planned')).toHaveText(/^\d+:\d\d of \d+:\d\d$/);
  await expect(speaker.locator('#pace')).toHaveText(/ahead/);
});

test('both windows may be reloaded and find each other again', async ({ context, page }) => {
  await openDeck(page, '#/imagenet-2012');
  const speaker = await openSpeaker(context, page);
  await speaker.reload();
  await expect(speaker.locator('#number')).toHaveText(/^9 of/);
  await page.reload();
  await page.locator('.reveal.ready').waitFor();
  await page.keyboard.press('ArrowRight');
  await expect(speaker.locator('#number')).toHaveText(/^10 of/);
});

test('a speaker’s window without a deck says what to do', async ({ page }) => {
  await page.goto('speaker.html');
  await expect(page.locator('#lost')).toBeVisible();
});
