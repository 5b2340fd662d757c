import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { checkTalk, isComplete } from './checks.ts';
import { deckHtml } from './deck-html.ts';
import { openDemos } from './demos.ts';
import type { Tools } from './face.ts';
import { openFigures } from './figures.ts';
import { isFrame, type Section } from './model.ts';
import type { ModuleHost } from './module-host.ts';
import type { Plan } from './plan.ts';
import { Problems } from './problems.ts';
import { readerHtml } from './reader-html.ts';
import { readReferences } from './references.ts';
import { createRender } from './render.ts';
import { readSection } from './sections.ts';
import { openStills, type StillFile } from './stills.ts';

export interface CompileOptions {
  /** The project's top, absolute; problems name files from here. */
  readonly root: string;
  /** Folder of the Markdown files, from the top; references.json and figures/ are in it. */
  readonly slides: string;
  /** Folder of the demos, from the top. */
  readonly demos: string;
  readonly plan: Plan;
  readonly modules: ModuleHost;
  /** Whether the pages are for the built site, where stills have other names. */
  readonly built?: boolean;
}

export interface CompiledTalk {
  readonly title: string;
  /** Content of reveal's `.slides`. */
  readonly deck: string;
  /** The article with its masthead and contents. */
  readonly reader: string;
  readonly sections: readonly Section[];
  /** Pictures that the article shows for demos. */
  readonly stills: readonly StillFile[];
  /** What is wrong. The HTML is as whole as it could be made all the same. */
  readonly problems: Problems;
}

/** Compiles a folder of slides to the HTML of deck and article. Rejects only where the folder itself cannot be read. */
export async function compileTalk(options: CompileOptions): Promise<CompiledTalk> {
  const { root, plan, modules } = options;
  const folder = join(root, options.slides);
  const problems = new Problems();
  const referencesPath = join(folder, 'references.json');
  const references = existsSync(referencesPath) ? await readReferences(referencesPath) : new Map();
  const sections = await readSections(folder, root, { plan, references, problems });
  const figures = openFigures({ root, folder: join(folder, 'figures'), modules, references, problems });
  await checkDemos(sections, options, problems);
  checkTalk(sections, { plan, problems, complete: isComplete(sections, plan) });
  const render = await createRender(problems);
  const stills = openStills({ root, demos: options.demos, built: options.built ?? false });
  const tools: Tools = { plan, sections, references, figures, stills, render, problems };
  const [deck, reader] = [await deckHtml(tools), await readerHtml(tools)];
  return { title: plan.title, deck, reader, sections, stills: stills.files, problems };
}

async function readSections(
  folder: string,
  root: string,
  reading: Parameters<typeof readSection>[1],
): Promise<readonly Section[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md') && name !== 'README.md').sort();
  const sections: Section[] = [];
  for (const name of names) {
    const path = join(folder, name);
    const text = await readFile(path, 'utf8');
    const section = readSection({ path: relative(root, path), text }, reading);
    if (section) sections.push(section);
  }
  return sections;
}

async function checkDemos(sections: readonly Section[], options: CompileOptions, problems: Problems): Promise<void> {
  const { root, modules } = options;
  const demos = await openDemos({ root, folder: join(root, options.demos), modules, problems });
  const frames = sections.flatMap(({ slides }) => slides).flatMap(({ blocks }) => blocks.filter(isFrame));
  for (const frame of frames) if (frame.kind === 'demo') await demos.check(frame);
}
