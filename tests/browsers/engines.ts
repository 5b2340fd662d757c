import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A page in some browser, as little of it as these tests need. */
export interface Page {
  goto(url: string): Promise<void>;
  /** Runs an async function body in the page; `args` is in scope. Answers as JSON. */
  evaluate<T>(body: string, args?: readonly unknown[]): Promise<T>;
  close(): Promise<void>;
}

export interface BrowserEngine {
  readonly name: string;
  /** Opens a fresh page, or gives nothing where the engine is not installed. */
  open(): Promise<Page | undefined>;
}

const onPath = (name: string): string | undefined =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(existsSync);

const asFunction = (body: string): string => `(async (...args) => { ${body} })`;

export const chromium: BrowserEngine = {
  name: 'Chromium',
  async open() {
    const [{ chromium: playwright }, { findBrowser, launchArguments }] = await Promise.all([
      import('playwright'),
      import('../../tools/browser.ts'),
    ]);
    const browser = await playwright.launch({ executablePath: await findBrowser(), args: launchArguments });
    const page = await browser.newPage();
    return {
      goto: async (url) => void (await page.goto(url)),
      evaluate: (body, args = []) => page.evaluate(`${asFunction(body)}(...${JSON.stringify(args)})`),
      close: () => browser.close(),
    };
  },
};

/** A screen that nobody sees, on which Firefox and WebKit draw WebGL in software. Absent where there is no Xvfb. */
async function openScreen(
  display: string,
): Promise<{ env: Record<string, string | undefined>; close(): void } | undefined> {
  const xvfb = onPath('Xvfb');
  if (!xvfb) return undefined;
  const server = spawn(xvfb, [display, '-screen', '0', '1280x800x24'], { stdio: 'ignore' });
  await new Promise((resolve) => setTimeout(resolve, 1500));
  return { env: { ...process.env, DISPLAY: display }, close: () => void server.kill() };
}

export const firefox: BrowserEngine = {
  name: 'Firefox',
  async open() {
    const executablePath = process.env.FIREFOX_PATH ?? onPath('firefox-esr') ?? onPath('firefox');
    const screen = executablePath && (await openScreen(':86'));
    if (!executablePath || !screen) return undefined;
    const { default: puppeteer } = await import('puppeteer-core');
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath,
      headless: false,
      env: screen.env,
      extraPrefsFirefox: { 'webgl.force-enabled': true },
    });
    const page = await browser.newPage();
    page.setDefaultTimeout(180_000);
    return {
      goto: async (url) => void (await page.goto(url)),
      evaluate: <T>(body: string, args: readonly unknown[] = []) =>
        page.evaluate(`${asFunction(body)}(...${JSON.stringify(args)})`) as Promise<T>,
      close: async () => {
        await browser.close();
        screen.close();
      },
    };
  },
};

const DRIVER_PORT = 4319;

/** WebKitGTK's little browser, which Debian keeps out of the path: /usr/lib/ARCHITECTURE/webkit2gtk-VERSION/MiniBrowser. */
function miniBrowser(): string | undefined {
  if (!existsSync('/usr/lib')) return undefined;
  const below = (folder: string, pattern: RegExp) =>
    readdirSync(folder)
      .filter((name) => pattern.test(name))
      .map((name) => join(folder, name));
  return below('/usr/lib', /-linux-gnu/)
    .flatMap((folder) => below(folder, /^webkit2gtk-4/))
    .map((folder) => join(folder, 'MiniBrowser'))
    .find(existsSync);
}

export const webkit: BrowserEngine = {
  name: 'WebKit',
  async open() {
    const binary = miniBrowser();
    const driverPath = onPath('WebKitWebDriver');
    const screen = binary && driverPath && (await openScreen(':87'));
    if (!binary || !driverPath || !screen) return undefined;
    const env = { ...screen.env, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' };
    const driverProcess = spawn(driverPath, [`--port=${DRIVER_PORT}`], { stdio: 'ignore', env });
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const { Builder, Capabilities } = await import('selenium-webdriver');
    const capabilities = new Capabilities({
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary, args: ['--automation'] },
    });
    const driver = await new Builder()
      .usingServer(`http://127.0.0.1:${DRIVER_PORT}`)
      .withCapabilities(capabilities)
      .build();
    await driver.manage().setTimeouts({ script: 180_000 });
    return {
      goto: (url) => driver.get(url),
      evaluate: (body, args = []) =>
        driver
          .executeAsyncScript(
            `const done = arguments[arguments.length - 1];
           ${asFunction(body)}(...${JSON.stringify(args)}).then((value) => done({ value }), (error) => done({ error: String(error && error.message || error) }));`,
          )
          .then((answer) => {
            const { value, error } = answer as { value?: unknown; error?: string };
            if (error) throw new Error(error);
            return value as never;
          }),
      close: async () => {
        await driver.quit().catch(() => undefined);
        driverProcess.kill();
        screen.close();
      },
    };
  },
};
