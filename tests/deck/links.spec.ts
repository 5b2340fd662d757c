import type { Locator, Page } from '@playwright/test';
import { expect, expectSlide, openDeck, still, test } from './site';

/** Links that carry a figure's state, through all doors. Nothing loads in these tests. */

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const shownFigure = (page: Page) => page.locator('section.slide.present [caption-side]');
const status = (figure: Locator) => figure.locator('[part=status]');

/** Presses “Copy link”. @returns the address from its page's name on */
async function copyLink(page: Page, figure: Locator): Promise<string> {
  await figure.getByRole('button', { name: 'Copy link' }).press('Enter');
  await expect(figure.getByRole('button', { name: 'Copied' })).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/^http:\/\/localhost/);
  return link.replace(/^https?:\/\/[^/]+\//, '');
}

/** All that a page warns of. */
function warningsOf(page: Page): string[] {
  const warnings: string[] = [];
  page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
  return warnings;
}

test('what was set on a slide opens again on that slide, as it was set', async ({ page, context }) => {
  await openDeck(page, `${still}#/copy`);
  await page.locator('section.slide.present dl-ntm-copy:defined').waitFor();
  await shownFigure(page).evaluate((figure) => {
    figure.setAttribute('bits', 'ff00a5');
    figure.removeAttribute('seed');
  });
  const link = await copyLink(page, shownFigure(page));
  const other = await context.newPage();
  await openDeck(other, link);
  await expectSlide(other, 'copy');
  await expect(shownFigure(other)).toHaveAttribute('bits', 'ff00a5');
  expect(await shownFigure(other).getAttribute('seed')).toBeNull();
  expect(new URL(other.url()).hash).toBe('#/copy');
});

test('a link is followed while the deck is open, and on a slide without a figure it says so', async ({ page }) => {
  const warnings = warningsOf(page);
  await openDeck(page, `${still}#/copy`);
  const follow = (hash: string) => page.evaluate((hash) => location.assign(hash), hash);
  await follow('#/analogies?a=berlin&b=germany&c=france');
  await expectSlide(page, 'analogies');
  await expect(shownFigure(page)).toHaveAttribute('c', 'france');
  await follow('#/imagenet-2012?picture=koala');
  await expectSlide(page, 'imagenet-2012');
  await expect(page.locator('.notice')).toContainText('no live figure');
  expect(warnings).toHaveLength(1);
});

for (const [what, spoil, words] of [
  ['was cut short', (link: string) => link.slice(0, -3), 'cut short'],
  ['was changed', (link: string) => link.replace('length=30', 'length=31'), 'changed on its way'],
  ['is made up', () => 'index.html#/copy?length=9000&bits[]=<b>', 'length” is at most'],
] as const)
  test(`a link that ${what} says so in place, and the figure is as the slide has it`, async ({ page }) => {
    const warnings = warningsOf(page);
    await openDeck(page, `${still}#/copy`);
    await shownFigure(page).evaluate((figure) => figure.setAttribute('length', '30'));
    await page.locator('section.slide.present dl-ntm-copy:defined').waitFor();
    const link = await copyLink(page, shownFigure(page));
    await page.goto('about:blank');
    await openDeck(page, spoil(link).replace('index.html', `index.html${still}`));
    await expect(status(shownFigure(page))).toContainText(words);
    await expect(shownFigure(page)).toHaveAttribute('length', '20');
    expect(warnings).toHaveLength(1);
    await shownFigure(page).evaluate((figure) => figure.setAttribute('length', '7'));
    await expect(status(shownFigure(page))).not.toContainText(words);
  });

test('the article and the page of one demo have links of their own', async ({ page }) => {
  await page.goto('read.html#analogies?a=berlin&b=germany&c=france');
  const figure = page.locator('#analogies dl-word-analogy');
  await expect(figure).toHaveAttribute('b', 'germany');
  await expect(figure).toBeInViewport();
  expect(await copyLink(page, figure)).toMatch(/^read\.html#analogies\?check=[0-9a-f]{4}&a=berlin&b=germany&c=france$/);

  await page.goto('embed.html?demo=word-analogy&a=berlin&c=france');
  const alone = page.locator('dl-word-analogy');
  const link = await copyLink(page, alone);
  expect(link).toMatch(/^embed\.html\?demo=word-analogy&check=[0-9a-f]{4}&a=berlin&c=france$/);
  await page.goto(link);
  await expect(alone).toHaveAttribute('c', 'france');
  await page.goto(link.slice(0, -1));
  await expect(status(alone)).toContainText('cut short');
});
