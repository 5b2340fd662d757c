import { execFileSync } from 'node:child_process';
import { createReadStream, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { expect, expectQuiet, test } from './hosts';

const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.wasm': 'application/wasm' };

const files = (models: string) => ({
  'package.json': '{ "private": true, "type": "module" }',
  'index.html': '<!doctype html><title>An app</title><script type="module" src="./main.ts"></script>',
  'vite.config.js': "export default { worker: { format: 'es' }, build: { target: 'es2022' } };",
  'main.ts': `import { configure } from 'live-deep-learning-2014';
    import 'live-deep-learning-2014/ntm-copy';
    const folder = '${models}ntm-copy/';
    const blob = async (path: string) => (await fetch(folder + path)).blob();
    const paths = (await (await blob('SHA256SUMS')).text()).match(/\\S+(?=\\n)/g) ?? [];
    const given = [...paths, 'SHA256SUMS'].map(async (path) => [\`ntm-copy/\${path}\`, await blob(path)] as const);
    if (location.search === '?given') configure({ models: './nowhere/', files: new Map(await Promise.all(given)), backend: 'wasm' });
    else configure({ models: '${models}', backend: 'wasm' });
    const demo = document.createElement('dl-ntm-copy');
    document.body.append(demo);
    const { output, bitErrors }: { output: number[][]; bitErrors: number } = await demo.copy([[1, 0, 1, 0, 0, 1, 0, 1]]);
    document.title = bitErrors + ' wrong: ' + output.join();`,
});

test('the package, installed into an empty Vite project, has types, builds and runs', async ({ page, site, visit }) => {
  test.setTimeout(300_000);
  const folder = mkdtempSync(join(tmpdir(), 'package-'));
  const app = join(folder, 'app');
  const run = (program: string, ...args: string[]) => execFileSync(program, args, { cwd: app, encoding: 'utf8' });
  const own = (path: string) => resolve('node_modules', path);
  try {
    mkdirSync(app);
    execFileSync('node', ['tools/run.mjs', 'tools/package.ts', join(folder, 'package')]);
    const archive = run('npm', 'pack', join(folder, 'package'), '--silent').trim();
    for (const [name, text] of Object.entries(files(`${site}/models/`))) writeFileSync(join(app, name), text);
    run('npm', 'install', '--offline', '--no-audit', '--no-fund', `./${archive}`);
    run(
      'node',
      own('typescript/bin/tsc'),
      ...'--noEmit --strict --target es2022 --module esnext'.split(' '),
      ...'--moduleResolution bundler --lib es2023,dom,dom.iterable --types'.split(' '),
      '',
      'main.ts',
    );
    run('node', own('vite/bin/vite.js'), 'build', '--logLevel', 'warn');

    const server = await serve(join(app, 'dist'));
    // Weights by their address, and weights that the app has in hand.
    for (const search of ['', '?given']) {
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${search}`);
      await expect(page).toHaveTitle('0 wrong: 1,0,1,0,0,1,0,1', { timeout: 120_000 });
      expect(page.workers()).toHaveLength(1);
    }
    expect(visit.requests.filter((url) => url.includes('nowhere'))).toEqual([]);
    expectQuiet(visit);
    server.close();

    const manifest = JSON.parse(readFileSync(join(folder, 'package/custom-elements.json'), 'utf8'));
    const described = manifest.modules.find(({ path }: { path: string }) => path === 'ntm-copy.js').declarations[0];
    expect(described).toMatchObject({ tagName: 'dl-ntm-copy', name: 'NtmCopyElement' });
    expect(described.attributes).toContainEqual(
      expect.objectContaining({ name: 'view', type: { text: "'tape' | 'lstm' | 'learn'" } }),
    );
    expect(described.members).toContainEqual(expect.objectContaining({ name: 'copy', kind: 'method' }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

async function serve(folder: string): Promise<Server> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://host').pathname;
    const file = join(folder, path === '/' ? 'index.html' : path);
    if (!existsSync(file)) return response.writeHead(404).end();
    response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
    return createReadStream(file).pipe(response);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return server;
}
