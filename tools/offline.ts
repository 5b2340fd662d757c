import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { generateSW } from 'workbox-build';
import { parseSums } from '../src/engine/parse-sums.ts';
import { type Inventory, inventoryFile, sumsCache, type WeightFile } from '../src/offline/inventory.ts';

/** Everything but the weights, of whatever kind: a list of endings once forgot a cartridge. */
const SHELL = '**/*';
const LARGEST_BYTES = 8e6;

/**
 * Writes the service worker, which keeps pages, code, fonts and pictures, and the inventory that tells a page which
 * weights there are. A newer worker waits until all windows are closed, or until it is asked for. Comes after the plugin
 * that copies the models.
 */
export function offline(): Plugin {
  let outDir = '';
  return {
    name: 'offline',
    apply: 'build',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        const { size, warnings } = await writeWorker(outDir);
        for (const warning of warnings) this.warn(warning);
        const inventory: Inventory = { shellBytes: size, weights: weightsIn(outDir) };
        writeFileSync(join(outDir, inventoryFile), `${JSON.stringify(inventory)}\n`);
      },
    },
  };
}

function writeWorker(outDir: string): ReturnType<typeof generateSW> {
  return generateSW({
    swDest: join(outDir, 'sw.js'),
    globDirectory: outDir,
    globPatterns: [SHELL],
    globIgnores: ['models/**', 'sw.js', inventoryFile],
    maximumFileSizeToCacheInBytes: LARGEST_BYTES,
    // Vite has put a hash into these names.
    dontCacheBustURLsMatching: /\/?assets\/.+-[\w-]{8}\.\w+$/,
    // Parameters tell pages what to show; the files are the same.
    ignoreURLParametersMatching: [/./],
    clientsClaim: true,
    skipWaiting: false,
    cleanupOutdatedCaches: true,
    inlineWorkboxRuntime: true,
    sourcemap: false,
    runtimeCaching: [
      {
        urlPattern: new RegExp(`/(?:models/[^/]+/SHA256SUMS|${inventoryFile.replace('.', '\\.')})$`),
        handler: 'NetworkFirst',
        options: { cacheName: sumsCache, networkTimeoutSeconds: 3 },
      },
    ],
  });
}

function weightsIn(outDir: string): WeightFile[] {
  const folders = readdirSync(join(outDir, 'models')).map((name) => `models/${name}`);
  return folders.flatMap((folder) => {
    const sums = parseSums(readFileSync(join(outDir, folder, 'SHA256SUMS'), 'utf8'));
    return [...sums].map(([name, sum]) => {
      const path = `${folder}/${name}`;
      return { path, bytes: statSync(join(outDir, path)).size, sum };
    });
  });
}
