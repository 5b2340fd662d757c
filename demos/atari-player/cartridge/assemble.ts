import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as Dasm from 'dasm';

// A CommonJS module with a default export, which bundlers and Node unwrap differently.
const { default: dasm } = createRequire(import.meta.url)('dasm') as typeof Dasm;

const files = ['hardware', 'memory', 'picture', 'digits', 'game', 'ball', 'tables'].map((name) => `${name}.asm`);
const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

/**
 * The cartridge from its source beside this file, 4096 bytes.
 *
 * @throws Error with the assembler's own words if the source has a mistake.
 */
export function assembleRubble(): Uint8Array {
  const includes = Object.fromEntries(files.map((name) => [name, read(name)]));
  // Format 3 is the plain image of the address space, from the first ORG to the last byte.
  const result = dasm(read('rubble.asm'), { format: 3, quick: true, includes });
  if (!result.success) throw new Error(result.output.join('\n'));
  return result.data;
}
