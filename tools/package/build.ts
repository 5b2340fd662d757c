/** Makes the npm package of the demos: ES modules, one entry a demo, with types and a manifest. */
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, type Plugin, runnerImport } from 'vite';
import own from '../../package.json' with { type: 'json' };
import type { AttributeSchema } from '../../src/demo/attributes.ts';
import { manifestOf } from './manifest.ts';
import { elementClassIn, writeTypes } from './types.ts';

const ENTRY = 'virtual:demo/';

/** @param folder is emptied and filled; `npm pack` in it makes the archive */
export async function buildPackage(folder: string): Promise<void> {
  const names = readdirSync('demos').filter((name) => existsSync(`demos/${name}/element.ts`));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await buildModules(names, join(folder, 'lib'));
  typeModules(names, join(folder, 'types'));
  const demos = await Promise.all(names.map(async (name) => ({ name, attributes: await attributesOf(name) })));
  const json = (file: string, value: object) =>
    writeFileSync(join(folder, file), `${JSON.stringify(value, null, 2)}\n`);
  json('custom-elements.json', await manifestOf(demos));
  json('package.json', descriptionOf(names));
  cpSync('package/README.md', join(folder, 'README.md'));
  for (const file of ['LICENSE', 'THIRD_PARTY.md']) cpSync(file, join(folder, file));
}

async function buildModules(names: readonly string[], outDir: string): Promise<void> {
  await build({
    configFile: false,
    publicDir: false,
    base: './',
    logLevel: 'warn',
    plugins: [demoEntries(), plainChunks()],
    build: {
      outDir: resolve(outDir),
      emptyOutDir: true,
      target: 'es2022',
      minify: false,
      assetsInlineLimit: 0,
      modulePreload: false,
      rolldownOptions: {
        input: {
          index: 'package/index.ts',
          engine: 'engine.ts',
          ...Object.fromEntries(names.map((name) => [name, ENTRY + name])),
        },
        preserveEntrySignatures: 'strict',
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: '[name]-[hash].js',
          assetFileNames: '[name]-[hash][extname]',
        },
        checks: { pluginTimings: false },
      },
    },
  });
}

/** An entry a demo, so that no list names them: the package's root first, which must dress a demo before it is defined. */
const demoEntries = (): Plugin => ({
  name: 'demo-entries',
  resolveId: (id) => (id.startsWith(ENTRY) ? `\0${id}` : undefined),
  load: (id) => {
    if (!id.startsWith(`\0${ENTRY}`)) return undefined;
    const element = resolve('demos', id.slice(`\0${ENTRY}`.length), 'element.ts');
    return `import ${JSON.stringify(resolve('package/index.ts'))}; export * from ${JSON.stringify(element)};`;
  },
});

/**
 * Chunks as if written by hand, for whoever bundles them: the engine is a file beside, which their build makes a worker,
 * and dynamic imports are plain, which their build wraps as it likes.
 */
const plainChunks = (): Plugin => ({
  name: 'plain-chunks',
  enforce: 'pre',
  load: (id) => (id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : undefined),
  renderChunk: {
    order: 'post',
    handler: (code) => code.replaceAll('ENGINE_SCRIPT', '"./engine.js"').replaceAll('__vitePreload', 'importChunk'),
  },
});

function typeModules(names: readonly string[], folder: string): void {
  const from = resolve('.cache/package-types');
  writeTypes([...names.map((name) => `demos/${name}/element`), 'package/index'], from, folder);
  for (const name of names) {
    const element = elementClassIn(join(folder, `demos/${name}/element.d.ts`));
    writeFileSync(
      join(folder, `${name}.d.ts`),
      `import type { ${element} } from './demos/${name}/element.js';\nexport * from './demos/${name}/element.js';\n` +
        `declare global {\n  interface HTMLElementTagNameMap {\n    'dl-${name}': ${element};\n  }\n}\n`,
    );
  }
}

async function attributesOf(name: string): Promise<AttributeSchema> {
  const { module } = await runnerImport<{ attributes: AttributeSchema }>(resolve(`demos/${name}/attributes.ts`));
  return module.attributes;
}

function descriptionOf(names: readonly string[]): object {
  const entry = (types: string, file: string) => ({ types: `./types/${types}.d.ts`, default: `./lib/${file}.js` });
  return {
    name: own.name,
    version: own.version,
    description: 'Live figures of a talk on deep learning, as custom elements that run in the browser',
    type: 'module',
    license: own.license,
    exports: {
      '.': entry('package/index', 'index'),
      ...Object.fromEntries(names.map((name) => [`./${name}`, entry(name, name)])),
      './custom-elements.json': './custom-elements.json',
      './package.json': './package.json',
    },
    customElements: 'custom-elements.json',
    files: ['lib', 'types', 'custom-elements.json', 'THIRD_PARTY.md'],
  };
}
