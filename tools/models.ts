import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { parseSums } from '../src/engine/parse-sums.ts';

/** Of a model folder the site needs what SHA256SUMS names, the sums themselves, and the words about it. */
const WORDS = ['SHA256SUMS', 'MODEL_CARD.md', 'LICENSE'];

/** Copies `models/` into the built site, without the goldens. In development the folder is served as it is. */
export function models(): Plugin {
  let root = '';
  let outDir = '';
  return {
    name: 'models',
    apply: 'build',
    configResolved(config) {
      root = config.root;
      outDir = resolve(config.root, config.build.outDir);
    },
    closeBundle() {
      for (const name of readdirSync(join(root, 'models'))) {
        const from = join(root, 'models', name);
        if (!existsSync(join(from, 'SHA256SUMS'))) continue;
        const files = [...parseSums(readFileSync(join(from, 'SHA256SUMS'), 'utf8')).keys(), ...WORDS];
        for (const file of files.filter((path) => existsSync(join(from, path)))) {
          const to = join(outDir, 'models', name, file);
          cpSync(join(from, file), to, { recursive: true });
        }
      }
    },
  };
}
