import { defineConfig } from '@playwright/test';
import { findBrowser, launchArguments } from './tools/browser';

const port = 4300;

/** The built site, as a visitor gets it: build it first. */
export default defineConfig({
  testDir: 'tests',
  testMatch: '**/*.spec.ts',
  outputDir: '.cache/playwright',
  timeout: 60_000,
  expect: { timeout: 15_000 },
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json']],
  use: {
    baseURL: `http://localhost:${port}/`,
    viewport: { width: 1280, height: 720 },
    // Requests are counted as of a first visit; tests/offline allows the worker.
    serviceWorkers: 'block',
    launchOptions: { executablePath: await findBrowser(), args: launchArguments },
  },
  webServer: { command: `vite preview --port ${port} --strictPort`, port },
});
