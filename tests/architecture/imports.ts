import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

export interface Import {
  /** Path from the root, or the package's name. */
  readonly to: string;
  readonly from: string;
  readonly kind: 'static' | 'dynamic' | 'type';
}

export const root = resolve(import.meta.dirname, '../..');

const STATEMENT = /^\s*(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?['"]([^'"]+)['"]/gm;
const DYNAMIC = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

/** All TypeScript below a folder, tests left out; paths from the root. */
export function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && statSync(join(root, path)).isFile());
}

/** What one file imports; `import { type A, b }` counts as static. */
export function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  // A worker's address is imported, not the worker.
  const statements = [...text.matchAll(STATEMENT)].map(
    ([, type, to]) => [type ? 'type' : to?.includes('?worker') ? 'dynamic' : 'static', to] as const,
  );
  const dynamic = [...text.matchAll(DYNAMIC)].map(([, to]) => ['dynamic', to] as const);
  return [...statements, ...dynamic].map(([kind, to]) => ({ from: file, kind, to: resolveImport(file, to as string) }));
}

function resolveImport(file: string, to: string): string {
  if (!to.startsWith('.')) return to;
  const path = resolve(root, dirname(file), to.replace(/\?.*$/, ''));
  const found = [path, `${path}.ts`].find((candidate) => existsSync(candidate) && statSync(candidate).isFile());
  if (!found) throw new Error(`${file} imports ${to}, which is not there`);
  return relative(root, found);
}

/** Everything that runs when `file` is imported: static imports only, packages included. */
export function reach(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  if (!file.endsWith('.ts')) return seen;
  for (const { kind, to } of importsOf(file)) if (kind === 'static') reach(to, seen);
  return seen;
}
