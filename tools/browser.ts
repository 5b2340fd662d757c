import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What headless Chromium needs to draw WebGL 2 on a machine without a GPU. */
export const launchArguments = [
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--no-sandbox',
];

const SYSTEM_NAMES = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'chrome'];

/**
 * Path of a Chromium: `CHROMIUM_PATH`, Playwright's own, one of the system, or the one that `@sparticuz/chromium` carries.
 * @throws where there is none, saying what to install
 */
export async function findBrowser(): Promise<string> {
  const candidates = [process.env.CHROMIUM_PATH, await playwrightPath(), systemPath()];
  const found = candidates.find((path) => path && existsSync(path)) ?? (await packagedPath());
  if (found) return found;
  throw new Error('No Chromium found: set CHROMIUM_PATH, or run `npx playwright install chromium`.');
}

async function playwrightPath(): Promise<string | undefined> {
  const { chromium } = await import('playwright');
  return chromium.executablePath();
}

function systemPath(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.flatMap((folder) => SYSTEM_NAMES.map((name) => join(folder, name))).find(existsSync);
}

/** Unpacks the package's browser to the temporary folder when first asked. Linux only. */
async function packagedPath(): Promise<string | undefined> {
  if (process.platform !== 'linux') return undefined;
  const { default: chromium } = await import('@sparticuz/chromium');
  return chromium.executablePath();
}
