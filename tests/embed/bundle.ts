import { resolve } from 'node:path';
import { build, type Rolldown } from 'vite';

/** One of the fixtures here as one script, packages included. */
export async function bundle(file: string): Promise<string> {
  const built = await build({
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'silent',
    build: { write: false, minify: false, rolldownOptions: { input: resolve(import.meta.dirname, file) } },
  });
  return (built as Rolldown.RolldownOutput).output[0].code;
}
