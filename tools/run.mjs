/** `node tools/run.mjs FILE.ts`: runs a TypeScript tool, which Node 20 does not do by itself. */
import { resolve } from 'node:path';
import { runnerImport } from 'vite';

await runnerImport(resolve(process.argv[2]));
