import { chromium, type Page } from 'playwright';
import { createServer } from 'vite';
import { findBrowser, launchArguments } from './browser.ts';
import { browserPackages } from './browser-packages.ts';

/** Pages of the sources, served by Vite and opened in a browser, for tools that need a page to do their work. */
export interface PageTool {
  /** Opens `path?query`, and gives what the page leaves in `window.outcome`. */
  outcome<T>(path: string): Promise<T>;
  close(): Promise<void>;
}

export async function openPageTool(port: number): Promise<PageTool> {
  const server = await createServer({
    server: { port, hmr: false, watch: null },
    cacheDir: '.cache/page-tool',
    optimizeDeps: { noDiscovery: true, include: browserPackages },
    logLevel: 'error',
  });
  await server.listen();
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: launchArguments });
  return {
    async outcome<T>(path: string) {
      const page: Page = await browser.newPage();
      page.setDefaultTimeout(600_000);
      await page.goto(`${server.resolvedUrls?.local[0]}${path}`);
      const outcome = await page.evaluate(() => (window as unknown as { outcome: Promise<T> }).outcome);
      await page.close();
      return outcome;
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
