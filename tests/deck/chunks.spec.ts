import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

/** What the build made of the imports, read from the files themselves. */

const ASSETS = 'dist/assets';
const TFJS_BUDGET = 200_000;

const files = readdirSync(ASSETS).filter((file) => file.endsWith('.js'));
const textOf = (file: string) => readFileSync(join(ASSETS, file), 'utf8');
const matches = (file: string, pattern: RegExp) =>
  [...textOf(file).matchAll(pattern)].map(([, found]) => found as string);
const statics = (file: string) => matches(file, /(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g);
const dynamics = (file: string) => matches(file, /import\(\s*["'`]\.\/([\w.-]+\.js)["'`]\s*\)/g);

/** Everything that is fetched with a chunk. */
function closure(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const next of statics(file)) closure(next, seen);
  return seen;
}

/** Words of tfjs that no minifier touches. */
const holdsTfjs = (file: string) => /WEBGL_PACK|KEEP_INTERMEDIATE_TENSORS|FusedConv2D/.test(textOf(file));

test('tfjs core, converter and WebGL together cost at most 200 kB, compressed', () => {
  const [worker] = files.flatMap((file) =>
    matches(file, /new URL\(["'`](engine-[\w-]+\.js)["'`],\s*import\.meta\.url\)/g),
  );
  expect(worker).toBeDefined();
  const webgl = dynamics(worker as string).find((file) => /WEBGL_DELETE_TEXTURE_THRESHOLD/.test(textOf(file)));
  expect(webgl).toBeDefined();
  const fetched = new Set([...closure(worker as string), ...closure(webgl as string)]);
  const bytes = [...fetched].reduce((sum, file) => sum + gzipSync(textOf(file)).length, 0);
  console.log(`the worker on WebGL: ${(bytes / 1000).toFixed(1)} kB in ${fetched.size} chunks`);
  expect([...fetched].some(holdsTfjs)).toBe(true);
  expect(bytes).toBeLessThanOrEqual(TFJS_BUDGET);
});

test('no chunk that a page loads holds tfjs', () => {
  const pages = readdirSync('dist').filter((file) => file.endsWith('.html'));
  const entries = pages.flatMap((page) =>
    [...readFileSync(join('dist', page), 'utf8').matchAll(/src="\.\/assets\/([\w.-]+\.js)"/g)].map(
      ([, file]) => file as string,
    ),
  );
  const elements = files.filter((file) => file.startsWith('element-'));
  expect(entries.length).toBeGreaterThanOrEqual(4);
  expect(elements.length).toBeGreaterThan(0);
  const loaded = new Set([...entries, ...elements].flatMap((file) => [...closure(file)]));
  expect([...loaded].filter(holdsTfjs)).toEqual([]);
});
