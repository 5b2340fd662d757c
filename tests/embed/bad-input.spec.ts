import { gzipSync } from 'node:zlib';
import { expect, expectQuiet, modelRequests, script, start, test } from './hosts';

const COPY = '<dl-ntm-copy length="5" backend="wasm"></dl-ntm-copy>';
const LOADER_BUDGET = 8000;

test('the loader and all that comes with it are at most 8 kB, compressed, and far demos fetch no more', async ({
  page,
  hosts,
  site,
  visit,
}) => {
  await page.goto(hosts.put({ head: script(site), body: `<div style="height: 9000px"></div>${COPY}` }));
  await page.waitForLoadState('networkidle');
  const loaded = visit.requests.filter((url) => url.startsWith(site));
  const files = await Promise.all(loaded.map(async (url) => (await page.request.get(url)).body()));
  const bytes = files.reduce((sum, file) => sum + gzipSync(file).length, 0);
  console.log(`the loader: ${bytes} bytes in ${loaded.length} files`);
  expect(loaded[0]).toBe(`${site}/embed.js`);
  expect(bytes).toBeLessThanOrEqual(LOADER_BUDGET);
  await expect(page.locator('dl-ntm-copy:defined')).toHaveCount(0);
  await page.locator('dl-ntm-copy').scrollIntoViewIfNeeded();
  await expect(page.locator('dl-ntm-copy')).toHaveAttribute('state', 'idle');
});

test('demos that come later are found, in whatever they come', async ({ page, hosts, site, visit }) => {
  await page.goto(hosts.put({ head: script(site), body: '<main></main>' }));
  await page.evaluate((tag) => {
    const section = document.createElement('section');
    section.innerHTML = `<p>${tag}</p>`;
    setTimeout(() => document.querySelector('main')?.append(section), 100);
  }, COPY);
  await expect(page.locator('dl-ntm-copy')).toHaveAttribute('state', 'idle');
  expectQuiet(visit);
});

test('an unknown name is told in place, with one warning, and the element is left alone', async ({
  page,
  hosts,
  site,
  visit,
}) => {
  await page.goto(hosts.put({ head: script(site), body: '<dl-nonsense></dl-nonsense><dl-nonsense></dl-nonsense>' }));
  const words = () =>
    page
      .locator('dl-nonsense')
      .first()
      .evaluate((element) => getComputedStyle(element, '::after').content);
  await expect.poll(words).toContain('There is no demo “nonsense”. There are: ');
  expect(visit.messages.map((message) => message.text()).filter((text) => text.includes('nonsense'))).toHaveLength(1);
  // The host may have meant an element of its own, and define it only now.
  await page.evaluate(() =>
    customElements.define(
      'dl-nonsense',
      class extends HTMLElement {
        connectedCallback() {
          this.attachShadow({ mode: 'open' }).textContent = 'The host’s own.';
        }
      },
    ),
  );
  expect(await words()).toBe('none');
  expectQuiet(visit, /no demo “nonsense”/);
});

test('a wrong value is told in place, and the default holds', async ({ page, hosts, site, visit }) => {
  const body = '<dl-ntm-copy length="many" task="dance" backend="wasm"></dl-ntm-copy>';
  await page.goto(hosts.put({ head: script(site), body }));
  const demo = page.locator('dl-ntm-copy');
  await expect(demo.locator('[part=status]')).toContainText('“length” is a number, not “many”');
  await start(demo);
  expectQuiet(visit, /“length” is a number|“task” is one of/);
});

test('a host that takes a demo away while it loads hears nothing of it', async ({ page, hosts, site, visit }) => {
  await page.goto(hosts.put({ head: script(site), body: COPY }));
  // While its script comes …
  await page.locator('dl-ntm-copy').evaluate((demo) => demo.remove());
  await page
    .waitForFunction(() => customElements.get('dl-ntm-copy'), undefined, { timeout: 5000 })
    .catch(() => undefined);
  // … and while its model does.
  await page.evaluate((tag) => document.body.insertAdjacentHTML('beforeend', tag), COPY);
  await page.locator('dl-ntm-copy').evaluate(async (demo) => {
    await customElements.whenDefined('dl-ntm-copy');
    const loading = (demo as unknown as { load(): Promise<void> }).load().catch(() => undefined);
    demo.remove();
    await loading;
  });
  expect(modelRequests(visit).length).toBeGreaterThan(0);
  expectQuiet(visit);
});

test('the script twice is once; another version of it is left out with one warning', async ({
  page,
  hosts,
  site,
  visit,
}) => {
  const older = (await (await page.request.get(`${site}/embed.js`)).text()).replace(/`\d+\.\d+\.\d+`/, '`0.0.1`');
  await page.route(`${site}/embed.js?older`, (route) =>
    route.fulfill({ body: older, contentType: 'text/javascript', headers: { 'access-control-allow-origin': '*' } }),
  );
  const twice = script(site) + script(site) + script(site, '?again') + script(site, '?older');
  await page.goto(hosts.put({ head: twice, body: COPY }));
  await expect(page.locator('dl-ntm-copy')).toHaveAttribute('state', 'idle');
  const warnings = visit.messages.filter((message) => message.type() === 'warning').map((message) => message.text());
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toContain('version 0.0.1 is ignored');
  expectQuiet(visit, /version 0\.0\.1/);
});

test('a script that does not arrive is told in place', async ({ page, hosts, site, visit }) => {
  await page.route(/\/assets\/guest-/, (route) => route.abort());
  await page.goto(hosts.put({ head: script(site), body: COPY }));
  const words = () => page.locator('dl-ntm-copy').evaluate((element) => getComputedStyle(element, '::after').content);
  await expect.poll(words).toContain('did not arrive');
  expect(visit.errors).toEqual([]);
});
