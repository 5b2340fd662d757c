/** From one Markdown file to a section with its slides; everything is checked that one file alone can show. */
import type { Root, RootContent, Yaml } from 'mdast';
import type { LeafDirective } from 'mdast-util-directive';
import { parse as parseYaml } from 'yaml';
import { findCitations, placeOf } from './citations.ts';
import { isDemoTag } from './demo-tag.ts';
import { checkDirectives } from './directives.ts';
import { parseMarkdown } from './markdown.ts';
import type { Section, Slide } from './model.ts';
import type { Plan } from './plan.ts';
import type { Place, Problems } from './problems.ts';
import type { References } from './references.ts';
import { readSlide } from './slides.ts';

export interface SourceFile {
  /** Named from the project's top. */
  readonly path: string;
  readonly text: string;
}

/** What every step of reading needs. */
export interface Reading {
  readonly plan: Plan;
  readonly references: References;
  readonly problems: Problems;
}

interface RawSlide {
  readonly directive: LeafDirective;
  readonly nodes: RootContent[];
}

/** Reads one slide file. Gives nothing (and reports why) where its front matter does not say which section it is. */
export function readSection(file: SourceFile, reading: Reading): Section | undefined {
  const { references, problems } = reading;
  const tree = parseMarkdown(file.text);
  const matter = frontMatter(tree, file, reading);
  if (!matter) return undefined;
  const read: Root = { type: 'root', children: tree.children.filter((node) => !isDemoTag(node)) };
  checkDirectives(read, file.path, problems);
  findCitations(read, references, file.path, problems);
  const { key, title, chapter, first } = matter;
  const slides = number(split(tree, file, problems), first, file, reading);
  const place = { file: file.path, line: 1, column: 1 };
  return { key, title, ...(chapter === undefined ? {} : { chapter }), slides, place };
}

interface Matter {
  key: string;
  title: string;
  chapter?: number;
  /** Number of the section's first slide in the whole talk. */
  first: number;
}

function frontMatter(tree: Root, file: SourceFile, { plan, problems }: Reading): Matter | undefined {
  const place = { file: file.path, line: 1, column: 1 };
  const yaml = tree.children.find((node): node is Yaml => node.type === 'yaml');
  const matter = yaml ? parseMatter(yaml, place, problems) : {};
  const keys = plan.sections.map(({ key }) => key);
  const index = keys.indexOf(String(matter.section));
  const { title, chapter } = matter;
  if (index < 0)
    problems.add(place, 'The file does not say which section it is', `Begin it with “section: ${keys.join(' | ')}”.`);
  if (typeof title !== 'string') problems.add(place, 'The section has no title', 'Add “title: …” to the front matter.');
  if (index < 0 || typeof title !== 'string') return undefined;
  const first = 1 + plan.sections.slice(0, index).reduce((sum, section) => sum + section.slides, 0);
  return { key: keys[index] ?? '', title, first, ...(typeof chapter === 'number' ? { chapter } : {}) };
}

function parseMatter(yaml: Yaml, place: Place, problems: Problems): Record<string, unknown> {
  try {
    return (parseYaml(yaml.value) ?? {}) as Record<string, unknown>;
  } catch (error) {
    problems.add(place, `The front matter is no YAML: ${String(error).split('\n')[0]}`, 'Correct it.');
    return {};
  }
}

function split(tree: Root, file: SourceFile, problems: Problems): RawSlide[] {
  const slides: RawSlide[] = [];
  for (const node of tree.children) {
    if (node.type === 'yaml') continue;
    if (node.type === 'leafDirective' && (node.name === 'slide' || node.name === 'under'))
      slides.push({ directive: node, nodes: [] });
    else if (slides.length > 0) slides.at(-1)?.nodes.push(node);
    else
      problems.add(
        placeOf(node, file.path),
        'This stands before the first slide',
        'Begin with “::slide{#id minutes=…}”.',
      );
  }
  return slides;
}

function number(raw: readonly RawSlide[], first: number, file: SourceFile, reading: Reading): Slide[] {
  let main = first - 1;
  let under = 0;
  return raw.map(({ directive, nodes }) => {
    const isUnder = directive.name === 'under';
    if (isUnder) under += 1;
    else {
      main += 1;
      under = 0;
    }
    if (main < first)
      reading.problems.add(
        placeOf(directive, file.path),
        'Nothing stands above this slide',
        'Begin the section with ::slide.',
      );
    const label = isUnder ? `${main}.${under}` : `${main}`;
    return readSlide({ directive, nodes, number: main, label, file }, reading);
  });
}
