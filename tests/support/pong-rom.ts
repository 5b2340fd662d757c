import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const MD5 = '60e0ea3cbe0913d39803477945e9e5ec';
const ASK = 'from ale_py import roms; print(roms.get_rom_path("pong"))';

/**
 * Atari's cartridge with Pong, which is not ours to ship: the file that `PONG_ROM` names, or the one in PyPI's ale-py where
 * `python3` (or `PYTHON`) has it.
 * @returns nothing where there is none
 */
export function pongRom(): Uint8Array<ArrayBuffer> | undefined {
  try {
    const file =
      process.env.PONG_ROM ??
      execFileSync(process.env.PYTHON ?? 'python3', ['-c', ASK], { encoding: 'utf8', stdio: 'pipe' }).trim();
    const bytes = new Uint8Array(readFileSync(file));
    return createHash('md5').update(bytes).digest('hex') === MD5 ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/** Serves it to the tests that run in a page, as `/pong-rom`; an empty answer where there is none. */
export const pongRomServer = (): Plugin => ({
  name: 'pong-rom',
  configureServer(server) {
    server.middlewares.use('/pong-rom', (_request, response) => {
      response.end(pongRom() ?? '');
    });
  },
});
