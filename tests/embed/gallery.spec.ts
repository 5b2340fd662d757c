import { existsSync, readdirSync } from 'node:fs';
import { countContexts, expect, expectQuiet, test } from './hosts';

const demos = readdirSync('demos').filter((name) => existsSync(`demos/${name}/element.ts`));
const states = ['idle', 'loading', 'ready', 'running', 'error'];

for (const name of demos)
  test(`${name} in every state, light and dark, wide and narrow, runs nowhere`, async ({ page, visit }, info) => {
    await countContexts(page);
    await page.goto(`embed.html?show=${name}`);
    await page.locator('main[data-ready]').waitFor();
    const shown = page.locator(`dl-${name}`);
    const look = () =>
      shown.evaluateAll((all) =>
        all.map((demo) => ({
          state: demo.getAttribute('state') as string,
          theme: demo.closest<HTMLElement>('.strip')?.dataset.theme,
          width: demo.parentElement?.className.replace('cell ', ''),
          height: demo.getBoundingClientRect().height,
          beyond: demo.scrollWidth - demo.clientWidth,
        })),
      );
    const everyState = ['light', 'dark'].flatMap((theme) =>
      ['wide', 'narrow'].map((width) => ({ theme, width, states })),
    );
    await expect
      .poll(async () => {
        const found = await look();
        return everyState.map(({ theme, width }) => ({
          theme,
          width,
          states: found.filter((one) => one.theme === theme && one.width === width).map(({ state }) => state),
        }));
      })
      .toEqual(everyState);
    const found = await look();
    expect(found.filter(({ beyond }) => beyond > 0)).toEqual([]);
    // No state changes the height of a frame; in a narrow one a report is shorter than the bars in whose place it stands.
    const heights = (...of: string[]) =>
      ['wide', 'narrow'].map((width) => [
        ...new Set(found.filter((one) => one.width === width && of.includes(one.state)).map(({ height }) => height)),
      ]);
    expect(heights('idle', 'loading', 'ready', 'running').map(({ length }) => length)).toEqual([1, 1]);
    expect(heights(...states)[0]).toHaveLength(1);
    expect(page.workers()).toHaveLength(0);
    expect(await page.evaluate(() => (window as unknown as { contexts: number }).contexts)).toBe(0);
    expect(visit.requests.filter((url) => /\/models\/.*\.(bin|json)$|\/engine-|\.wasm$/.test(url))).toEqual([]);
    expectQuiet(visit);
    for (const theme of ['light', 'dark'])
      await page
        .locator(`.strip[data-theme="${theme}"]`)
        .nth(states.indexOf('running'))
        .screenshot({ path: info.outputPath(`running-${theme}.jpg`), type: 'jpeg' });
  });
