import { createServer, createServerModuleRunner } from 'vite';

/** Runs the project's TypeScript modules (figures, demos' attributes) in Node, by Vite's own transforms. */
export interface ModuleHost {
  /** @param path Absolute. Rejects with whatever the module throws. */
  load(path: string): Promise<Readonly<Record<string, unknown>>>;
  /** Forgets every module, so that a changed file is read again. */
  forget(): void;
  close(): Promise<void>;
}

/** @param root The project's top. Whoever opens a host closes it. */
export async function openModuleHost(root: string): Promise<ModuleHost> {
  const server = await createServer({
    root,
    configFile: false,
    appType: 'custom',
    logLevel: 'error',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true, include: [] },
  });
  const { ssr } = server.environments;
  const runner = createServerModuleRunner(ssr, { hmr: false });
  return {
    load: (path) => runner.import(path),
    forget() {
      ssr.moduleGraph.invalidateAll();
      runner.clearCache();
    },
    async close() {
      await runner.close();
      await server.close();
    },
  };
}
