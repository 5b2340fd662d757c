/** The deck: one `<section>` a slide for reveal.js, those under a slide stacked with it. */
import { demoHtml, frameHtml, hideYear, idNumber, sourceLines, stageHtml, type Tools, textHtml } from './face.ts';
import { attributes, escapeHtml } from './html.ts';
import { type BibliographyBlock, type Frame, isFrame, type Section, type Slide } from './model.ts';
import { totalSlides } from './plan.ts';
import { longForm } from './references.ts';
import { runningHead } from './running-head.ts';
import { captionManner, inlineManner, type Manner, Sources, typeset } from './typeset.ts';

/** Address of a slide inside the deck. */
export function deckHref(id: string): string {
  return `#/${id}`;
}

/** All slides as the content of reveal's `.slides`. */
export async function deckHtml(tools: Tools): Promise<string> {
  const stacks: string[][] = [];
  for (const section of tools.sections)
    for (const slide of section.slides) {
      const html = await slideHtml(slide, section, tools);
      if (slide.under) stacks.at(-1)?.push(html);
      else stacks.push([html]);
    }
  return stacks
    .map((stack) => (stack.length > 1 ? `<section>\n${stack.join('\n')}\n</section>` : stack.join('')))
    .join('\n');
}

/** One slide being set: its source line gathers what its texts cite. */
interface Setting {
  readonly slide: Slide;
  readonly section: Section;
  readonly tools: Tools;
  readonly sources: Sources;
  readonly manner: Manner;
}

async function slideHtml(slide: Slide, section: Section, tools: Tools): Promise<string> {
  const sources = new Sources();
  const setting = { slide, section, tools, sources, manner: captionManner(sources, deckHref) };
  const headline = await tools.render.phrase(typeset(slide.headline, setting.manner), slide.place);
  const body = await bodies[slide.layout](setting);
  const notes = await tools.render.blocks(typeset(slide.notes, inlineManner(tools.references, deckHref)), slide.place);
  const own = attributes({
    id: slide.id,
    class: 'slide',
    'data-section': section.key,
    'data-layout': slide.layout,
    'data-label': slide.label,
    'data-minutes': slide.under ? undefined : slide.minutes,
  });
  const title = slide.layout === 'title' ? hideYear(headline) : headline;
  const head = slide.layout === 'title' ? '' : headHtml(setting);
  return `<section${own}>${head}\n<h1>${title}</h1>\n${body}\n<aside class="notes">${notes}</aside>\n</section>`;
}

const bodies: Readonly<Record<Slide['layout'], (setting: Setting) => Promise<string>>> = {
  figure: figureBody,
  opener: openerBody,
  title: titleBody,
  text: textBody,
};

function headHtml({ slide, section, tools }: Setting): string {
  const total = totalSlides(tools.plan);
  const words = slide.under ? `Under slide ${slide.number}: ` : 'Slide ';
  const folio = `<a href="read.html#${slide.id}"><span class="visually-hidden">${words}</span>${slide.label}<span class="visually-hidden"> of ${total}; read it in the article</span></a>`;
  const name = `<p class="slide-section">${escapeHtml(section.title)}</p>`;
  return `<header class="slide-head">${runningHead(tools.plan, slide.number)}${name}<p class="folio">${folio}</p></header>`;
}

async function figureBody(setting: Setting): Promise<string> {
  const margin = await texts(setting);
  const frames: string[] = [];
  for (const block of setting.slide.blocks.filter(isFrame)) frames.push(await frame(block, setting));
  const shown = frames.length > 1 ? `<div class="frames">${frames.join('\n')}</div>` : frames.join('');
  return shown + (margin && `\n<div class="margin">${margin}</div>`) + (await bibliographies(setting));
}

/** The first frame's caption also carries the sources of headline and margin, which have been set before it. */
async function frame(block: Frame, setting: Setting): Promise<string> {
  const { tools, slide, sources } = setting;
  const first = slide.blocks.find(isFrame) === block;
  const gathered = first ? sources : new Sources();
  const manner = captionManner(gathered, deckHref);
  const stage = block.kind === 'figure' ? await stageHtml(block, tools, manner, `deck-${idNumber(slide)}`) : '';
  const words = await tools.render.phrase(typeset(block.caption, manner), block.place);
  const caption = words + sourceLines(gathered, tools.references, (key) => tools.references.get(key)?.URL);
  return block.kind === 'figure'
    ? frameHtml(block, stage, caption, 'left')
    : demoHtml(block, caption, 'left', { 'data-prevent-swipe': true });
}

async function openerBody(setting: Setting): Promise<string> {
  const { section } = setting;
  const numeral = section.chapter === undefined ? '' : `<p class="numeral" aria-hidden="true">${section.chapter}</p>`;
  const map = await picture(setting, 'map');
  return `${numeral}${map}<div class="claim">${await texts(setting)}</div>${sourcesBelow(setting)}`;
}

async function titleBody(setting: Setting): Promise<string> {
  return `${await picture(setting, 'title-picture')}<div class="imprint">${await texts(setting)}</div>`;
}

async function textBody(setting: Setting): Promise<string> {
  const columns = `${await texts(setting)}${await bibliographies(setting)}`;
  return `<div class="columns">${columns}</div>${sourcesBelow(setting)}`;
}

/** A drawing without frame or caption. */
async function picture({ slide, tools, manner }: Setting, className: string): Promise<string> {
  const block = slide.blocks.find((candidate) => candidate.kind === 'figure');
  if (!block) return '';
  const hidden = className === 'map' ? ' aria-hidden="true"' : '';
  return `<div class="${className}"${hidden}>${await stageHtml(block, tools, manner, `deck-${idNumber(slide)}`)}</div>`;
}

async function texts({ slide, tools, manner }: Setting): Promise<string> {
  const nodes = slide.blocks.flatMap((block) => (block.kind === 'text' ? [block.node] : []));
  return textHtml(nodes, slide.place, tools, manner);
}

async function bibliographies({ slide, tools }: Setting): Promise<string> {
  const blocks = slide.blocks.filter((block): block is BibliographyBlock => block.kind === 'bibliography');
  return blocks.map(({ keys }) => bibliographyHtml(keys, tools)).join('\n');
}

/** Entries of the reference slides, one line of authors at most. */
export function bibliographyHtml(keys: readonly string[], { references }: Tools): string {
  const entries = keys.flatMap((key) => references.get(key) ?? []).map((entry) => `<li>${longForm(entry, 3)}</li>`);
  return `<ul class="bibliography">${entries.join('\n')}</ul>`;
}

function sourcesBelow({ sources, tools }: Setting): string {
  const lines = sourceLines(sources, tools.references, (key) => tools.references.get(key)?.URL);
  return lines && `<p class="slide-sources">${lines}</p>`;
}
