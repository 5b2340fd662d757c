import { axeFaults, bringAxe } from '../deck/accessible';
import { expect, expectQuiet, modelRequests, test } from './hosts';

test('what the embed page gives to copy is what it shows', async ({ page, hosts, site, visit }) => {
  await page.goto('embedding.html');
  await page.getByRole('radio', { name: 'ntm-copy' }).check();
  const demo = page.locator('dl-ntm-copy');
  await page.getByLabel('length', { exact: true }).fill('9');
  await page.getByLabel('data-theme').selectOption('dark');
  await expect(demo).toHaveAttribute('length', '9');
  await bringAxe(page);
  expect(await axeFaults(page, 'body')).toEqual([]);
  const snippet = page.locator('.snippet').filter({ hasText: 'Script' }).first().locator('code');
  await expect(snippet).toHaveText(
    `<script type="module" src="${site}/embed.js"></script>\n<dl-ntm-copy length="9" data-theme="dark"></dl-ntm-copy>`,
  );
  const pasted = (await snippet.textContent()) as string;

  // What is set in the demo by hand is copied, too.
  await demo.getByRole('radio', { name: '120', exact: true }).check();
  await expect(snippet).toContainText('length="120"');
  await expect(page.getByLabel('length', { exact: true })).toHaveValue('120');

  await page.getByLabel('length', { exact: true }).fill('999');
  await expect(demo.locator('[part=status]')).toContainText('“length” is at most');
  expect(modelRequests(visit)).toEqual([]);

  await page.goto(hosts.put({ body: pasted }));
  await expect(page.locator('dl-ntm-copy')).toHaveAttribute('state', 'idle');
  await expect(page.locator('dl-ntm-copy [part=card]')).toHaveCSS('background-color', 'rgb(15, 19, 23)');
  expectQuiet(visit, /“length” is at most/);
});
