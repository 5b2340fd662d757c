import { expect, expectQuiet, start, test } from './hosts';

/** A host that gives its frame the height it is told, as the embed page says. */
const frame = (site: string) => `<iframe sandbox="allow-scripts" width="600" height="100"
  src="${site}/embed.html?demo=ntm-copy&length=5&backend=wasm"></iframe>
<script>
  addEventListener('message', ({ data, source }) => {
    const frame = document.querySelector('iframe');
    if (data?.type === 'dl-height' && frame.contentWindow === source) frame.height = data.height;
    frame.dataset.demo = data.demo;
  });
</script>`;

test.describe('in a sandboxed frame', () => {
  test('runs without an origin, and tells its height', async ({ page, hosts, site, visit }) => {
    await page.goto(hosts.put({ body: frame(site) }));
    const inside = page.frameLocator('iframe');
    const demo = inside.locator('dl-ntm-copy');
    await expect(demo).toHaveAttribute('state', 'idle');
    await expect(page.locator('iframe')).toHaveAttribute('data-demo', 'ntm-copy');
    await expect.poll(() => inside.locator('html').evaluate((html) => html.scrollHeight - html.clientHeight)).toBe(0);
    await start(demo);
    await expect(demo.locator('[part=status]')).toContainText('WASM ·');
    expect(page.workers()).toHaveLength(1);
    expectQuiet(visit);
  });

  test('has the hue of its section, on paper of its own', async ({ page }) => {
    const accents = new Map<string, string>();
    for (const name of ['image-classifier', 'ntm-copy']) {
      await page.goto(`embed.html?demo=${name}`);
      const demo = page.locator(`dl-${name}`);
      await demo.waitFor();
      accents.set(name, await demo.evaluate((element) => getComputedStyle(element).getPropertyValue('--accent')));
    }
    expect(Object.fromEntries(accents)).toEqual({ 'image-classifier': '#0a64b2', 'ntm-copy': '#6050b3' });
  });
});
