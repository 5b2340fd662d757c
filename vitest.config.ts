import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { modelServer } from './tests/contract/model-server.ts';
import { pongRomServer } from './tests/support/pong-rom.ts';
import { findBrowser, launchArguments } from './tools/browser.ts';
import { browserPackages } from './tools/browser-packages.ts';

/**
 * Three projects: `unit` in Node; `elements` in a real Chromium, with WebGL on SwiftShader and the real weights; `browsers`
 * drives Chromium, Firefox and WebKit over the built site.
 */
export default defineConfig(async () => {
  const executablePath = process.argv.includes('elements') ? await findBrowser() : undefined;
  return {
    test: {
      projects: [
        {
          test: {
            name: 'unit',
            environment: 'node',
            include: ['{src,demos,tools,slides}/**/*.test.ts', 'tests/architecture/**/*.test.ts'],
            exclude: ['**/*.browser.test.ts'],
          },
        },
        {
          test: {
            name: 'browsers',
            environment: 'node',
            include: ['tests/browsers/**/*.test.ts'],
            fileParallelism: false,
          },
        },
        {
          publicDir: false as const,
          plugins: [modelServer(import.meta.dirname), pongRomServer()],
          optimizeDeps: { noDiscovery: true, include: browserPackages },
          worker: { format: 'es' as const },
          test: {
            name: 'elements',
            include: ['{demos,tests/contract,tests/golden}/**/*.browser.test.ts'],
            fileParallelism: false,
            testTimeout: 120_000,
            hookTimeout: 120_000,
            browser: {
              enabled: true,
              headless: true,
              screenshotFailures: false,
              provider: playwright({
                launchOptions: { ...(executablePath && { executablePath }), args: launchArguments },
              }),
              instances: [{ browser: 'chromium' as const }],
              viewport: { width: 1280, height: 720 },
            },
          },
        },
      ],
    },
  };
});
