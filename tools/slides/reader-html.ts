/** The article: the same slides as chapters, with running text where a speaker would talk. */
import type { RootContent } from 'mdast';
import { contentsHtml } from './contents.ts';
import { bibliographyHtml } from './deck-html.ts';
import {
  demoHtml,
  figureId,
  frameHtml,
  hideYear,
  idNumber,
  sourceLines,
  stageHtml,
  type Tools,
  textHtml,
} from './face.ts';
import { Footnotes } from './footnotes.ts';
import { attributes, escapeHtml } from './html.ts';
import { type Block, type Frame, isFrame, type Section, type Slide } from './model.ts';
import { wordsIn } from './reading-time.ts';
import { longForm, type Reference } from './references.ts';
import { captionManner, Sources, typeset } from './typeset.ts';

/** Address of a slide inside the article. */
export function readerHref(id: string): string {
  return `#${id}`;
}

/** The whole article: masthead, contents, a chapter a section, and the sources. */
export async function readerHtml(tools: Tools): Promise<string> {
  const notes = new Footnotes(tools.references, readerHref);
  const cited = new Set<string>();
  const chapters: string[] = [];
  for (const [index, section] of tools.sections.entries()) {
    notes.beginChapter();
    chapters.push(await chapterHtml(section, { tools, notes, cited, next: tools.sections[index + 1] }));
  }
  const listed = tools.sections.map((section, index) => ({ section, words: wordsIn(chapters[index] ?? '') }));
  chapters.push(sourcesChapter(tools, new Set([...cited, ...notes.keys])));
  return chapters.join('\n').replace(CONTENTS, () => contentsHtml(listed));
}

/** Where the list of chapters goes, which knows how long each is. */
const CONTENTS = '<!--contents-->';

interface Setting {
  readonly tools: Tools;
  readonly notes: Footnotes;
  /** Keys that captions name; the list at the end has an entry for each. */
  readonly cited: Set<string>;
  /** The section after this one. */
  readonly next: Section | undefined;
}

async function chapterHtml(section: Section, setting: Setting): Promise<string> {
  const slides: string[] = [];
  for (const slide of section.slides) slides.push(await slideEntry(slide, section, setting));
  const opened = section.slides.some(({ layout }) => layout === 'opener' || layout === 'title');
  const head = opened ? '' : `<header class="chapter-head"><h2>${escapeHtml(section.title)}</h2></header>`;
  return `<section class="chapter"${attributes({ 'data-section': section.key, 'data-title': chapterTitle(section) })}>${head}\n${slides.join('\n')}\n${nextHtml(setting.next)}</section>`;
}

/** Leads on, and names what lies ahead: a chapter may be all that somebody came for. */
function nextHtml(next: Section | undefined): string {
  const first = next?.slides[0];
  if (!next || !first) return '';
  const numeral = next.chapter === undefined ? '' : `<span class="numeral">${next.chapter}</span>&ensp;`;
  const link = `<a href="#${first.id}">${numeral}${escapeHtml(next.title)}</a>`;
  return `<p class="onward"><a href="#contents">Contents</a><span data-section="${next.key}">Next: ${link}</span></p>`;
}

async function slideEntry(slide: Slide, section: Section, setting: Setting): Promise<string> {
  const { tools, notes } = setting;
  const headline = await tools.render.phrase(typeset(slide.headline, notes.manner), slide.place);
  if (slide.layout === 'title') return mastheadHtml(slide, headline, setting);
  const heading = slide.layout === 'opener' ? openerHeading(slide, section, headline) : slideHeading(slide, headline);
  const shown = await blocksHtml(slide, setting);
  const told = slide.prose.length > 0 ? slide.prose : slide.notes;
  const lead = slide.layout === 'opener' ? await leadHtml(slide, setting) : '';
  const [before, after] = slide.layout === 'opener' ? [told, []] : divide(told);
  const body = [lead, await notedHtml(before, slide, setting), shown, await notedHtml(after, slide, setting)];
  return `<section class="entry" id="${slide.id}" data-layout="${slide.layout}">${heading}${body.join('\n')}</section>`;
}

/** `1 Vision`, or the title alone where a section has no numeral. */
function chapterTitle({ chapter, title }: Section): string {
  return chapter === undefined ? title : `${chapter} ${title}`;
}

function slideHeading(slide: Slide, headline: string): string {
  return `<h3>${slideLink(slide)}${headline}${selfLink(slide)}</h3>`;
}

function openerHeading(slide: Slide, section: Section, headline: string): string {
  const chapter = [section.chapter, escapeHtml(section.title)].filter(Boolean).join('&ensp;');
  return `<header class="chapter-head"><h2><small>${chapter}</small>${headline}${selfLink(slide)}</h2>${slideLink(slide)}</header>`;
}

/** The entry's own address, to be copied. */
function selfLink({ id, label }: Slide): string {
  return `&nbsp;<a class="self" href="#${id}" aria-label="Link to ${label}">#</a>`;
}

function slideLink({ id, label }: Slide): string {
  return `<a class="slide-number" href="index.html#/${id}"><span class="visually-hidden">Slide </span>${label}<span class="visually-hidden"> in the deck.</span></a>`;
}

async function mastheadHtml(slide: Slide, headline: string, { tools, notes }: Setting): Promise<string> {
  const block = slide.blocks.find((candidate) => candidate.kind === 'figure');
  const picture = block ? await stageHtml(block, tools, notes.manner, 'read-title') : '';
  const imprint = await textHtml(textNodes(slide), slide.place, tools, notes.manner);
  return `<header class="masthead" id="${slide.id}"><h1>${hideYear(headline)}</h1><div class="title-picture">${picture}</div><div class="imprint">${imprint}</div></header>\n${CONTENTS}`;
}

async function leadHtml(slide: Slide, { tools, notes }: Setting): Promise<string> {
  return `<div class="lead">${await textHtml(textNodes(slide), slide.place, tools, notes.manner)}</div>`;
}

function textNodes(slide: Slide): RootContent[] {
  return slide.blocks.flatMap((block) => (block.kind === 'text' ? [block.node] : []));
}

/** The first paragraph leads to the figure, the rest follows it. */
function divide(nodes: readonly RootContent[]): [readonly RootContent[], readonly RootContent[]] {
  return [nodes.slice(0, 1), nodes.slice(1)];
}

/** Running text beside the notes it calls for. */
async function notedHtml(nodes: readonly RootContent[], slide: Slide, { tools, notes }: Setting): Promise<string> {
  if (nodes.length === 0) return '';
  const first = notes.next;
  const prose = await textHtml(nodes, slide.place, tools, notes.manner);
  return `<div class="noted"><div class="prose">${prose}</div>${notes.html(first)}</div>`;
}

async function blocksHtml(slide: Slide, setting: Setting): Promise<string> {
  const parts: string[] = [];
  for (const block of slide.blocks) parts.push(await blockHtml(block, slide, setting));
  return parts.join('\n');
}

async function blockHtml(block: Block, slide: Slide, setting: Setting): Promise<string> {
  if (isFrame(block)) return slide.layout === 'opener' ? '' : frame(block, slide, setting);
  if (block.kind === 'bibliography') return bibliographyHtml(block.keys, setting.tools);
  return slide.layout === 'opener' ? '' : notedHtml([block.node], slide, setting);
}

async function frame(block: Frame, slide: Slide, { tools, cited }: Setting): Promise<string> {
  const { stills } = tools;
  const sources = new Sources();
  const manner = captionManner(sources, readerHref);
  const stage = block.kind === 'figure' ? await stageHtml(block, tools, manner, `read-${idNumber(slide)}`) : '';
  const words = await tools.render.phrase(typeset(block.caption, manner), block.place);
  const data = block.kind === 'figure' && block.name ? await tools.figures.sources(block.name) : [];
  for (const key of [...data, ...sources.cited.map((item) => item.key)]) cited.add(key);
  const caption = words + sourceLines(sources, tools.references, (key) => `#source-${key}`);
  const id = figureId(block.number);
  if (block.kind === 'figure') return frameHtml(block, stage, caption, 'right', id);
  return demoHtml(block, `${stills.html(block, slide)}<span class="words">${caption}</span>`, 'right', { id });
}

/** Every work that the article cites, by author. */
function sourcesChapter({ references }: Tools, keys: ReadonlySet<string>): string {
  const name = ({ author, title }: Reference) => author?.[0]?.family ?? author?.[0]?.literal ?? title;
  const works = [...keys]
    .flatMap((key) => references.get(key) ?? [])
    .sort((a, b) => name(a).localeCompare(name(b), 'en'));
  if (works.length === 0) return '';
  const items = works.map((work) => `<li id="source-${escapeHtml(work.id)}">${longForm(work, 6)}</li>`);
  return `<section class="chapter" id="sources" data-section="closing"><header class="chapter-head"><h2>Sources</h2></header><ul class="bibliography">${items.join('\n')}</ul></section>`;
}
