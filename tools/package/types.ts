/** Declarations of the package: what `tsc` says of the elements, without what only they themselves may use. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/**
 * Writes the declarations that `entries` reach.
 * @param entries modules, from the root, without ending
 * @param from folder for what `tsc` writes
 * @param to folder of the declarations
 */
export function writeTypes(entries: readonly string[], from: string, to: string): void {
  const emit = ['--noEmit', 'false', '--noCheck', '--declaration', '--emitDeclarationOnly', '--outDir', from];
  const { status, stdout } = spawnSync('node_modules/.bin/tsc', emit, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The types of the package cannot be told:\n${stdout}`);
  const open = [...entries];
  for (const done = new Set<string>(); open.length > 0; ) {
    const module = open.pop() as string;
    if (done.has(module)) continue;
    done.add(module);
    const { text, imports } = published(readFileSync(join(from, `${module}.d.ts`), 'utf8'));
    const target = join(to, `${module}.d.ts`);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
    open.push(...imports.map((path) => relative('.', resolve(dirname(module), path))));
  }
}

/** A member that is not for users, with what is said about it: `tsc` writes members at a depth of four. */
const INNER =
  /(?: {4}\/\*\*(?:[^*]|\*(?!\/))*\*\/\n)?^ {4}(?:protected |private |#private;|static readonly styles:)[^\n]*\n(?:^(?: {5,}| {4}\})[^\n]*\n)*/gm;
const IMPORT = /^import (?:type )?\{([^}]*)\} from ['"]([^'"]+)['"];\n/gm;

/**
 * One module's declarations for users, and the modules of ours that they need. That the elements are made with Lit is
 * nobody's business, and the package has no dependencies that would say so.
 */
export function published(declarations: string): { text: string; imports: string[] } {
  const body = declarations
    .replaceAll(IMPORT, '')
    .replaceAll(INNER, '')
    .replace(' extends LitElement', ' extends HTMLElement');
  const imports: string[] = [];
  const lines = [...declarations.matchAll(IMPORT)].map(([, names = '', path = '']) => {
    const used = names
      .split(',')
      .map((name) => name.trim().replace(/^type /, ''))
      .filter((name) => new RegExp(`\\b${name.split(' ').at(-1)}\\b`).test(body));
    if (used.length === 0) return '';
    // What a stage is drawn with stays inside, too: such a name is as good as unknown.
    if (!path.startsWith('.'))
      return used.map((name) => `type ${name.split(' ').at(-1)}<A = unknown, B = unknown> = unknown;\n`).join('');
    imports.push(path.replace(/\.ts$/, ''));
    return `import { ${used.join(', ')} } from '${path.replace(/\.ts$/, '')}.js';\n`;
  });
  return { text: lines.join('') + body, imports };
}

/** Name of the element's class that a declaration file exports. @throws where there is none */
export function elementClassIn(path: string): string {
  const found = /export declare class (\w+Element) extends/.exec(readFileSync(path, 'utf8'))?.[1];
  if (!found) throw new Error(`${path} declares no element`);
  return found;
}
