/** Pages of somebody else's, served from another origin than the built site, and what a visitor's console says there. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test as base, type ConsoleMessage, expect, type Locator, type Page } from '@playwright/test';

export interface HostPage {
  readonly head?: string;
  readonly body: string;
  /** Value of the `Content-Security-Policy` header. */
  readonly policy?: string;
  /** Scripts of the host's own, by file name. */
  readonly scripts?: Readonly<Record<string, string>>;
}

export interface Hosts {
  /** Puts a page up. @returns its address */
  put(page: HostPage): string;
}

/** A visitor's view of a page: where it asked, and what went wrong. */
export interface Visit {
  readonly requests: string[];
  readonly messages: ConsoleMessage[];
  readonly errors: string[];
}

const html = ({ head = '', body }: HostPage) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A blog</title>${head}</head><body>${body}</body></html>`;

export const test = base.extend<{ site: string; visit: Visit }, { hosts: Hosts }>({
  hosts: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameters of a fixture from this pattern
    async ({}, use) => {
      const pages: HostPage[] = [];
      const server = createServer((request, response) => {
        const [, index = '', script] = (request.url ?? '').split('/');
        const page = pages[Number(index)];
        const text = page && (script ? page.scripts?.[script] : html(page));
        if (!page || text === undefined || index === '') return response.writeHead(404).end();
        response.setHeader('content-type', script ? 'text/javascript' : 'text/html');
        if (page.policy) response.setHeader('content-security-policy', page.policy);
        return response.end(text);
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const { port } = server.address() as AddressInfo;
      await use({ put: (page) => `http://127.0.0.1:${port}/${pages.push(page) - 1}/` });
      server.close();
    },
    { scope: 'worker' },
  ],
  /** Origin of the built site, which the demos come from. */
  site: async ({ baseURL }, use) => use(new URL(baseURL as string).origin),
  visit: [
    async ({ page }, use) => {
      const visit: Visit = { requests: [], messages: [], errors: [] };
      page.on('request', (request) => visit.requests.push(request.url()));
      page.on('console', (message) => visit.messages.push(message));
      page.on('pageerror', (error) => visit.errors.push(error.message));
      await use(visit);
    },
    { auto: true },
  ],
});

export { expect };

export const script = (site: string, query = ''): string =>
  `<script type="module" src="${site}/embed.js${query}"></script>`;

/** Nothing of ours has troubled the host: no error thrown, and no more said in its console than is allowed. */
export function expectQuiet({ messages, errors }: Visit, ...allowed: RegExp[]): void {
  expect(errors).toEqual([]);
  const told = messages.filter((message) => ['warning', 'error'].includes(message.type())).map((m) => m.text());
  expect(told.filter((text) => !allowed.some((pattern) => pattern.test(text)))).toEqual([]);
}

/** What was fetched of models and of the engine. */
export const modelRequests = ({ requests }: Visit): string[] =>
  requests.filter((url) => url.includes('/models/') || /\/engine-[\w-]+\.js$|\.wasm$/.test(url));

export async function press(demo: Locator, button: string): Promise<void> {
  await demo.getByRole('button', { name: button, exact: true }).click();
}

/** Presses the button, and waits until the demo has run. */
export async function start(demo: Locator): Promise<void> {
  await press(demo, 'Load and run');
  await expect(demo).toHaveAttribute('state', /ready|running/, { timeout: 120_000 });
}

/** Counts the WebGL contexts that the page itself makes; those of workers its engine tells. */
export async function countContexts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const counted = window as unknown as { contexts: number };
    counted.contexts = 0;
    const { getContext } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, type: string, ...rest: unknown[]) {
      if (type.startsWith('webgl')) counted.contexts += 1;
      return (getContext as (...all: unknown[]) => unknown).call(this, type, ...rest);
    } as typeof getContext;
  });
}
