import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { FigureBlock } from './model.ts';
import type { ModuleHost } from './module-host.ts';
import type { Place, Problems } from './problems.ts';
import type { References } from './references.ts';

/** What the default export of slides/figures/NAME.ts offers; its own types live with the figures. */
interface DrawnFigure {
  draw(parameters: Readonly<Record<string, string>>): string;
}

/** Draws the figures that slides name. A figure that cannot be drawn is reported, and an empty string stands for it. */
export interface Figures {
  draw(block: FigureBlock): Promise<string>;
  /** Keys of the sources that a figure's data names. */
  sources(name: string): Promise<readonly string[]>;
}

export interface FigureOptions {
  readonly root: string;
  /** Folder of the figures, absolute. */
  readonly folder: string;
  readonly modules: ModuleHost;
  readonly references: References;
  readonly problems: Problems;
}

export function openFigures(options: FigureOptions): Figures {
  const { folder, root, problems } = options;
  const checked = new Map<string, Promise<readonly string[]>>();
  const sources = (name: string) => {
    const known = checked.get(name) ?? readSources(name, options);
    checked.set(name, known);
    return known;
  };
  return {
    sources,
    async draw({ name, parameters, place }) {
      if (!name) return '';
      const path = join(folder, `${name}.ts`);
      const file = relative(root, path);
      if (!existsSync(path)) {
        problems.add(place, `There is no figure “${name}”`, `Write ${file}, or correct the name.`);
        return '';
      }
      await sources(name);
      return drawOne(path, parameters, { place, file, options });
    },
  };
}

interface Drawing {
  readonly place: Place;
  readonly file: string;
  readonly options: FigureOptions;
}

async function drawOne(path: string, parameters: Readonly<Record<string, string>>, drawing: Drawing): Promise<string> {
  const { place, file, options } = drawing;
  try {
    const { default: figure } = (await options.modules.load(path)) as { default?: DrawnFigure };
    if (!figure) throw new Error('it has no default export');
    const svg = figure.draw(parameters);
    const fault = faultOf(svg);
    if (fault) throw new Error(fault);
    return svg;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    options.problems.add(
      place,
      `${file} cannot be drawn: ${reason}`,
      'Correct the parameters here, the figure, or its data.',
    );
    return '';
  }
}

/** What is wrong with a drawing, judged by its text: missing data shows itself as a word where a number belongs. */
function faultOf(svg: string): string | undefined {
  if (!svg.startsWith('<svg')) return 'it gave no <svg>';
  const [, attribute, value] =
    /([\w-]+)="[^"]*\b(NaN|undefined|null)\b[^"]*"/.exec(svg.replace(/aria-[\w-]+="[^"]*"/g, '')) ?? [];
  if (attribute) return `its data lacks a field: ${attribute} came out as ${value}`;
  const [, word] = />\s*(NaN|undefined|null)\b/.exec(svg) ?? [];
  return word && `its data lacks a field: a label came out as ${word}`;
}

/** Collects the citation keys of NAME.json and reports those that name no source, with their line. */
async function readSources(name: string, options: FigureOptions): Promise<readonly string[]> {
  const path = join(options.folder, `${name}.json`);
  if (!existsSync(path)) return [];
  const text = await readFile(path, 'utf8');
  const file = relative(options.root, path);
  const keys = [...new Set(collectKeys(parse(text, file, options.problems)))].filter((key) => key !== 'own');
  for (const key of keys) {
    if (options.references.has(key)) continue;
    const line = text.slice(0, Math.max(0, text.indexOf(`"${key}"`))).split('\n').length;
    const place = { file, line, column: 1 };
    options.problems.add(
      place,
      `No source has the key “${key}”`,
      'Add it to slides/references.json, or correct the key.',
    );
  }
  return keys.filter((key) => options.references.has(key));
}

function parse(text: string, file: string, problems: Problems): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    problems.add({ file, line: 1, column: 1 }, `The data is no JSON: ${String(error)}`, 'Correct it.');
    return {};
  }
}

/** Every string under a `source` field, at any depth. */
function collectKeys(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(collectKeys);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([field, inner]) =>
    field === 'source' ? [inner].flat().filter((key): key is string => typeof key === 'string') : collectKeys(inner),
  );
}
