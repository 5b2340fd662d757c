import { execFileSync } from 'node:child_process';

/** Formats files that a tool has written as the repository has them. */
export function tidy(files: readonly string[]): void {
  if (files.length > 0) execFileSync('node_modules/.bin/biome', ['format', '--write', ...files], { stdio: 'ignore' });
}
