/** Joins the compiled talk to the pages at build time, and recompiles it while somebody writes. */
import { readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';
import { type CompiledTalk, compileTalk } from './compile.ts';
import { type ModuleHost, openModuleHost } from './module-host.ts';
import type { Plan } from './plan.ts';

export interface SlidesOptions {
  readonly plan: Plan;
  /** Folder of the Markdown, from the project's top. */
  readonly slides?: string;
  readonly demos?: string;
  /** `warn` builds in spite of problems, for looking at slides that are being written. */
  readonly problems?: 'fail' | 'warn';
}

/** Fills the comments `<!--slides-->` and `<!--article-->` of any page. */
export function slides({ plan, slides = 'slides', demos = 'demos', problems = 'fail' }: SlidesOptions): Plugin {
  let root = process.cwd();
  let built = false;
  let modules: Promise<ModuleHost> | undefined;
  let compiled: Promise<CompiledTalk> | undefined;

  const compile = async () => {
    modules ??= openModuleHost(root);
    const talk = await compileTalk({ root, slides, demos, plan, modules: await modules, built });
    if (talk.problems.count > 0 && problems === 'fail') throw failure(talk.problems.toString());
    if (talk.problems.count > 0) console.warn(talk.problems.toString());
    return talk;
  };
  const close = async () => {
    await (await modules)?.close();
    modules = undefined;
  };

  return {
    name: 'slides',
    configResolved(config) {
      root = config.root;
      built = config.command === 'build';
    },
    buildStart() {
      compiled = undefined;
    },
    async generateBundle() {
      compiled ??= compile();
      for (const { path, fileName } of (await compiled).stills)
        this.emitFile({ type: 'asset', fileName, source: await readFile(join(root, path)) });
    },
    transformIndexHtml: {
      order: 'post',
      async handler(html) {
        if (!/<!--(slides|article)-->/.test(html)) return html;
        compiled ??= compile();
        return fill(html, await compiled);
      },
    },
    configureServer(server) {
      watch(server, [join(root, slides), join(root, demos)], async () => {
        (await modules)?.forget();
        compiled = undefined;
      });
      server.httpServer?.on('close', close);
    },
    closeBundle: close,
  };
}

/** An error whose message is all there is to see: the compiler's own stack helps no writer of slides. */
function failure(message: string): Error {
  const error = new Error(message);
  error.stack = message;
  return error;
}

function fill(html: string, { deck, reader }: CompiledTalk): string {
  return html.replace('<!--slides-->', () => deck).replace('<!--article-->', () => reader);
}

/** Reloads the page when Markdown, a figure, its data or a demo's attributes change. */
function watch(server: ViteDevServer, folders: readonly string[], forget: () => Promise<void>): void {
  server.watcher.add([...folders]);
  server.watcher.on('all', async (_event, path) => {
    const within = folders.some(
      (folder) => !relative(folder, path).startsWith(`..${sep}`) && relative(folder, path) !== '..',
    );
    if (!within || !/\.(md|json)$|[\\/]figures[\\/]|attributes\.ts$/.test(path)) return;
    await forget();
    server.ws.send({ type: 'full-reload' });
  });
}
