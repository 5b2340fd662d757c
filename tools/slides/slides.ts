/** From the nodes between two `::slide` lines to a slide. */
import type { PhrasingContent, RootContent } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import { findCitations, placeOf } from './citations.ts';
import { isDemoTag, readDemoTag } from './demo-tag.ts';
import { checkDirectives } from './directives.ts';
import { type Block, isFrame, type Layout, layouts, type Slide } from './model.ts';
import type { Place, Problems } from './problems.ts';
import type { Reading, SourceFile } from './sections.ts';

export interface SlideSource {
  readonly directive: LeafDirective;
  readonly nodes: readonly RootContent[];
  readonly number: number;
  readonly label: string;
  readonly file: SourceFile;
}

/** Reads one slide; what is missing is reported and left empty, so that the reading goes on. */
export function readSlide(source: SlideSource, reading: Reading): Slide {
  const { directive, nodes, number, label, file } = source;
  const { problems } = reading;
  const place = placeOf(directive, file.path);
  const under = directive.name === 'under';
  const heading = nodes.find((node) => node.type === 'heading' && node.depth === 1);
  if (!heading) problems.add(place, `Slide ${label} has no headline`, 'Add a line “# A claim”.');
  const rest = nodes.filter((node) => node !== heading);
  return {
    id: readId(directive, label, place, problems),
    label,
    number,
    under,
    minutes: under ? 0 : readMinutes(directive, label, place, problems),
    layout: readLayout(directive, place, problems),
    headline: heading?.type === 'heading' ? heading.children : [],
    blocks: readBlocks(rest, label, file, reading),
    notes: inside(rest, 'notes'),
    prose: inside(rest, 'prose'),
    place,
  };
}

function readId(directive: LeafDirective, label: string, place: Place, problems: Problems): string {
  const id = directive.attributes?.id;
  if (id && /^[a-z][a-z0-9-]*$/.test(id)) return id;
  problems.add(
    place,
    id ? `“${id}” is no address` : `Slide ${label} has no address`,
    'Write ::slide{#lower-case-words …}.',
  );
  return `slide-${label.replace('.', '-')}`;
}

function readMinutes(directive: LeafDirective, label: string, place: Place, problems: Problems): number {
  const minutes = Number(directive.attributes?.minutes);
  if (minutes > 0) return minutes;
  problems.add(place, `Slide ${label} has no minutes`, 'Write ::slide{#id minutes=0.5}.');
  return 0;
}

function readLayout(directive: LeafDirective, place: Place, problems: Problems): Layout {
  const { id: _id, minutes: _minutes, layout = 'figure', ...others } = directive.attributes ?? {};
  for (const name of Object.keys(others))
    problems.add(place, `A slide has no attribute “${name}”`, 'There are #id, minutes and layout.');
  const known = layouts.find((name) => name === layout);
  if (!known) problems.add(place, `There is no layout “${layout}”`, `There are ${layouts.join(', ')}.`);
  return known ?? 'figure';
}

function inside(nodes: readonly RootContent[], name: 'notes' | 'prose'): RootContent[] {
  return nodes.flatMap((node) => (node.type === 'containerDirective' && node.name === name ? node.children : []));
}

function readBlocks(nodes: readonly RootContent[], label: string, file: SourceFile, reading: Reading): Block[] {
  const blocks = nodes.flatMap((node): Block[] => {
    const place = placeOf(node, file.path);
    if (node.type === 'containerDirective') return node.name === 'figure' ? [readFigure(node, label, place)] : [];
    if (node.type === 'leafDirective') return [{ kind: 'bibliography', keys: keysOf(node, place, reading), place }];
    if (isDemoTag(node)) return readDemo(node, label, file, reading);
    return [{ kind: 'text', node }];
  });
  const frames = blocks.filter(isFrame);
  if (frames.length < 2) return blocks;
  return blocks.map((block) => (isFrame(block) ? { ...block, number: label + letter(frames.indexOf(block)) } : block));
}

function letter(index: number): string {
  return String.fromCharCode('a'.charCodeAt(0) + index);
}

/** Paragraphs of a figure are its caption; code, tables, formulae and quotations stand on its stage. */
function readFigure(node: ContainerDirective, label: string, place: Place): Block {
  const { name, ...parameters } = node.attributes ?? {};
  const caption = node.children.flatMap((child) => (child.type === 'paragraph' ? child.children : []));
  const stage = node.children.filter((child) => child.type !== 'paragraph');
  const strings = Object.fromEntries(Object.entries(parameters).map(([key, value]) => [key, value ?? '']));
  return { kind: 'figure', ...(name ? { name } : {}), parameters: strings, stage, caption, number: label, place };
}

function readDemo(node: RootContent, label: string, file: SourceFile, { references, problems }: Reading): Block[] {
  const place = placeOf(node, file.path);
  const source = file.text.slice(node.position?.start.offset, node.position?.end.offset);
  const tag = readDemoTag(source, place, problems);
  if (!tag) return [];
  const caption = { type: 'paragraph' as const, children: [...tag.caption] as PhrasingContent[] };
  checkDirectives(caption, file.path, problems);
  findCitations(caption, references, file.path, problems);
  return [
    { kind: 'demo', name: tag.name, attributes: tag.attributes, caption: caption.children, number: label, place },
  ];
}

function keysOf(node: LeafDirective, place: Place, { references, problems }: Reading): string[] {
  const keys = (node.attributes?.keys ?? '').split(/[\s,]+/).filter(Boolean);
  if (keys.length === 0)
    problems.add(place, 'This bibliography names no source', 'Write ::bibliography{keys="one two"}.');
  return keys.filter((key) => {
    if (references.has(key)) return true;
    problems.add(place, `No source has the key “${key}”`, 'Add it to slides/references.json, or correct the key.');
    return false;
  });
}
