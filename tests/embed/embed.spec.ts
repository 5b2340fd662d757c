import { chromium } from '@playwright/test';
import { findBrowser } from '../../tools/browser';
import { expect, test } from '../deck/site';

type Demo = HTMLElement & {
  classify(picture: string): Promise<{
    classes: { index: number; wordnetId: string; label: string; probability: number }[];
    backend: string;
    milliseconds: number;
  }>;
};

const PHOTO = '.samples img[data-name="goldfish"]';

test.describe('one demo alone on a page', () => {
  for (const backend of ['webgl', 'wasm'])
    test(`classify() answers as documented on ${backend}`, async ({ page }) => {
      test.setTimeout(180_000);
      await page.goto(`embed.html?demo=image-classifier&backend=${backend}`);
      const photo = page.locator(PHOTO);
      await photo.waitFor();
      const answer = await page
        .locator('dl-image-classifier')
        .evaluate(
          async (demo, url) => (demo as Demo).classify(url as string),
          await photo.evaluate((image) => (image as HTMLImageElement).src),
        );
      expect(answer.classes).toHaveLength(5);
      expect(answer.classes[0]).toMatchObject({ index: 1, wordnetId: 'n01443537', label: 'goldfish' });
      expect(answer.classes[0]?.probability).toBeGreaterThan(0.5);
      expect(answer.backend).toBe(backend);
      expect(answer.milliseconds).toBeGreaterThan(0);
      await expect(page.getByText(backend === 'webgl' ? 'WebGL' : 'WASM')).toBeVisible();
    });

  test('attributes come from the address, and a wrong one is told and left out', async ({ page }) => {
    const warnings: string[] = [];
    page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
    await page.goto('embed.html?demo=image-classifier&picture=koala&heatmap=perhaps&onclick=alert(1)');
    const demo = page.locator('dl-image-classifier');
    await expect(demo).toHaveAttribute('picture', 'koala');
    expect(await demo.getAttribute('onclick')).toBeNull();
    await expect.poll(() => warnings.join('\n')).toContain('“heatmap” is one of on, off');
    expect(warnings.join('\n')).toContain('no attribute “onclick”');
  });

  test('an unknown name gets a list of those there are', async ({ page }) => {
    await page.goto('embed.html?demo=<img src=x onerror=alert(1)>');
    await expect(page.getByRole('heading')).toContainText('There is no demo');
    await page.getByRole('link', { name: 'image-classifier' }).click();
    await expect(page.locator('dl-image-classifier')).toHaveAttribute('state', 'idle');
  });

  test('fetches no model before it is asked', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto('embed.html?demo=image-classifier');
    await page.getByRole('button', { name: 'Load and run' }).waitFor();
    await page.waitForTimeout(500);
    expect(asked.filter((path) => path.includes('/models/') || /\/engine-|\.wasm$/.test(path))).toEqual([]);
  });
});

test.describe('a machine without WebGL', () => {
  const open = async (baseURL: string | undefined, address: string) => {
    const browser = await chromium.launch({
      executablePath: await findBrowser(),
      args: ['--disable-gpu', '--disable-software-rasterizer', '--disable-webgl', '--no-sandbox'],
    });
    const page = await browser.newPage(baseURL ? { baseURL } : {});
    await page.goto(address);
    await page.locator(PHOTO).waitFor();
    return { browser, demo: page.locator('dl-image-classifier') };
  };

  test('runs on WASM by itself, and says so', async ({ baseURL }) => {
    const { browser, demo } = await open(baseURL, 'embed.html?demo=image-classifier&square=0');
    await demo.getByRole('button', { name: 'Load and run' }).click();
    await expect(demo).toHaveAttribute('state', 'running', { timeout: 60_000 });
    await expect(demo.locator('[part=status]')).toContainText('WASM');
    await browser.close();
  });

  test('says what is missing where WebGL is insisted on', async ({ baseURL }) => {
    const { browser, demo } = await open(baseURL, 'embed.html?demo=image-classifier&backend=webgl');
    await demo.getByRole('button', { name: 'Load and run' }).click();
    await expect(demo).toHaveAttribute('state', 'error', { timeout: 60_000 });
    await expect(demo.getByRole('alert')).toContainText('no WebGL 2');
    await browser.close();
  });
});
