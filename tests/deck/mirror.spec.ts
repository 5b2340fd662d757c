import type { BrowserContext, Locator, Page } from '@playwright/test';
import { findBrowser, launchArguments } from '../../tools/browser';
import { expect, openDeck, test } from './site';

/** Two windows put together by SwiftShader make each other wait for seconds on a busy machine; the CPU does it at once. */
test.use({
  launchOptions: { executablePath: await findBrowser(), args: [...launchArguments, '--disable-gpu-compositing'] },
});

/** Loopback between two windows of one browser, rendering on both sides included. */
const WITHIN_MS = 200;

/** The deck at a slide, and the speaker's window that was opened from it, which may neither draw on a GPU nor fetch a model. */
async function openBoth(context: BrowserContext, page: Page, slide: string) {
  await context.addInitScript(() => {
    const asked: string[] = [];
    Object.assign(window, { asked });
    for (const canvas of [HTMLCanvasElement, OffscreenCanvas]) {
      const getContext = canvas.prototype.getContext as (...parameters: unknown[]) => unknown;
      Object.assign(canvas.prototype, {
        getContext(...parameters: unknown[]) {
          asked.push(String(parameters[0]));
          return getContext.apply(this, parameters);
        },
      });
    }
  });
  const opening = context.waitForEvent('page');
  await openDeck(page, `?backend=wasm#/${slide}`);
  await page.keyboard.press('s');
  const speaker = await opening;
  const fetched: string[] = [];
  speaker.on('request', (request) => fetched.push(request.url()));
  const [original, copy] = [page.locator('section.slide.present'), speaker.locator('#current')].map((place) =>
    place.locator('[caption-side]'),
  ) as [Locator, Locator];
  await expect(copy).toHaveAttribute('state', /./);
  const startsNothing = async () => {
    const asked = await speaker.evaluate(() => (window as unknown as { asked: string[] }).asked);
    expect(asked.filter((kind) => kind !== '2d')).toEqual([]);
    expect(fetched.filter((url) => /\/models\/|tfjs|engine-|\.wasm/.test(url))).toEqual([]);
    expect(speaker.workers()).toEqual([]);
  };
  return { speaker, original, copy, startsNothing };
}

/** Presses a button in one window. @returns milliseconds until the other window's figure has an attribute at a value */
async function pressAndSee(button: Locator, figure: Locator, name: string, value: string): Promise<number> {
  const seen = figure.evaluate(
    (element, [name, value]) =>
      new Promise<number>((resolve) => {
        const look = () => element.getAttribute(name) === value && resolve(performance.timeOrigin + performance.now());
        new MutationObserver(look).observe(element, { attributes: true });
        look();
      }),
    [name, value] as const,
  );
  const pressed = await button.evaluate((element) => {
    const now = performance.timeOrigin + performance.now();
    (element as HTMLElement).click();
    return now;
  });
  return (await seen) - pressed;
}

const button = (figure: Locator, name: string) => figure.getByRole('button', { name, exact: true });

test('the speaker’s copy shows what the figure shows, acts on it, and runs nothing itself', async ({
  context,
  page,
}) => {
  test.setTimeout(120_000);
  const forgotten = await context.newPage();
  await openDeck(forgotten, '?backend=wasm#/title');
  const { original, copy, startsNothing } = await openBoth(context, page, 'copy');
  await expect(copy).toHaveAttribute('state', 'running', { timeout: 60_000 });
  await expect(copy).toHaveAttribute('state', 'ready', { timeout: 60_000 });
  await expect(original).toHaveAttribute('state', 'ready');
  const stepOf = (figure: Locator) =>
    figure.evaluate((element) => element.shadowRoot?.querySelector('.counter')?.textContent);
  const agree = () => expect(async () => expect(await stepOf(copy)).toBe(await stepOf(original))).toPass();
  await agree();

  const times: number[] = [];
  for (const seed of ['8', '9', '10']) {
    times.push(await pressAndSee(button(copy, 'Run'), original, 'state', 'running'));
    times.push(await pressAndSee(button(original, 'Pause'), copy, 'state', 'ready'));
    times.push(await pressAndSee(button(copy, 'New bits'), original, 'seed', seed));
  }
  times.sort((one, other) => one - other);
  const median = times[times.length >> 1] as number;
  const told = [times[0], median, times.at(-1)].map((ms) => ms?.toFixed(0)).join(', ');
  console.log(`from one window to the other: min, median, max ${told} ms of ${times.length}`);
  expect(median).toBeLessThan(WITHIN_MS);
  await expect(copy).toHaveAttribute('seed', '10');
  await button(copy, 'Back').click();
  await agree();
  await startsNothing();
  expect(await forgotten.locator('dl-ntm-copy[state]').count(), 'a deck at another slide is not meant').toBe(0);
});

test('whoever comes late, or comes again, sees what is there; who leaves stops nothing', async ({ context, page }) => {
  test.setTimeout(120_000);
  const { speaker, original, copy, startsNothing } = await openBoth(context, page, 'copy');
  await expect(copy).toHaveAttribute('state', 'ready', { timeout: 60_000 });
  await original.evaluate((figure) => figure.setAttribute('length', '33'));
  await speaker.reload();
  await expect(copy).toHaveAttribute('length', '33');
  await expect(copy).toHaveAttribute('state', 'ready');
  await page.reload();
  await expect(copy).toHaveAttribute('length', '20');
  await expect(copy).toHaveAttribute('state', /running|ready/, { timeout: 60_000 });
  await speaker.keyboard.press('ArrowRight');
  await expect(copy).toHaveCount(0);
  await speaker.keyboard.press('ArrowLeft');
  await expect(copy).toHaveAttribute('state', /running|ready/);
  await startsNothing();
  await speaker.close();
  await expect(original).toHaveAttribute('state', /running|ready/);
});

test('a control under the focus keeps its keys in the speaker’s window, others lead the deck', async ({
  context,
  page,
}) => {
  await openDeck(page, '?backend=wasm#/title');
  const { speaker, copy } = await openBoth(context, page, 'copy');
  const slider = copy.locator('input[type="range"]').last();
  await slider.focus();
  const before = await slider.inputValue();
  await speaker.keyboard.press('ArrowRight');
  await expect(slider).not.toHaveValue(before);
  await expect(copy).toHaveCount(1);
  await speaker.keyboard.press('Escape');
  await speaker.keyboard.press('ArrowRight');
  await expect(copy).toHaveCount(0);
});
