/** What the deck and the article share in turning a slide into HTML. */
import { h } from 'hastscript';
import type { RootContent } from 'mdast';
import type { Figures } from './figures.ts';
import { attributes, escapeHtml } from './html.ts';
import type { DemoBlock, FigureBlock, Section, Slide } from './model.ts';
import type { Plan } from './plan.ts';
import type { Place, Problems } from './problems.ts';
import { readQuotation } from './quotations.ts';
import { externalLink, type References } from './references.ts';
import type { Render } from './render.ts';
import type { Stills } from './stills.ts';
import { citedText, type Manner, type Sources, typeset } from './typeset.ts';

/** What every part of a face is made with. */
export interface Tools {
  readonly plan: Plan;
  readonly sections: readonly Section[];
  readonly references: References;
  readonly figures: Figures;
  readonly stills: Stills;
  readonly render: Render;
  readonly problems: Problems;
}

export type CaptionSide = 'left' | 'right';

/** Where one figure of the article is found: `fig-13-1`. */
export function figureId(number: string): string {
  return `fig-${number.replace('.', '-')}`;
}

/**
 * A figure in its frame: rule, drawing, number, caption.
 * @param id Makes the number a link to the figure itself.
 */
export function frameHtml(block: FigureBlock, stage: string, caption: string, side: CaptionSide, id?: string): string {
  const words = `Fig. ${escapeHtml(block.number)}`;
  const number = `<span class="frame-number">${id ? `<a href="#${id}">${words}</a>` : words}</span>`;
  const body = `<div class="frame-body"><div class="frame-stage">${stage}</div></div>`;
  const own = attributes({ id, class: 'frame', 'data-caption': side });
  return `<figure${own}>${body}<figcaption>${number}${caption}</figcaption></figure>`;
}

/** A demo's own tag, with what only the compiler knows: its number and the side of its caption. */
export function demoHtml(
  block: DemoBlock,
  caption: string,
  side: CaptionSide,
  extra: Record<string, boolean | string> = {},
): string {
  const all = attributes({ ...block.attributes, number: block.number, 'caption-side': side, ...extra });
  return `<dl-${block.name}${all}>${caption}</dl-${block.name}>`;
}

/**
 * The drawing, or the code, table or formula, of a figure.
 * @param use Sets this copy's ids apart from other copies of the same drawing on the page.
 */
export async function stageHtml(block: FigureBlock, tools: Tools, manner: Manner, use: string): Promise<string> {
  const drawing = ownIds(linkSlides(await tools.figures.draw(block), block.place, tools, manner), use);
  const rest = await textHtml(block.stage, block.place, tools, manner);
  return drawing + (rest && `<div class="frame-text">${rest}</div>`);
}

/** Blocks of text; a quotation gets its source as a footer. */
export async function textHtml(
  nodes: readonly RootContent[],
  place: Place,
  { render, references }: Tools,
  manner: Manner,
): Promise<string> {
  const parts = nodes.map(async (node) => {
    const quotation = node.type === 'blockquote' ? readQuotation(node) : undefined;
    if (!quotation) return render.blocks(typeset([node], manner), place);
    const words = await render.blocks(typeset(quotation.words, manner), place);
    const named = { ...manner, citation: naming(references) };
    const source = await render.phrase(typeset(quotation.source, named), place);
    return `<blockquote>${words}<footer class="source">${source}</footer></blockquote>`;
  });
  return (await Promise.all(parts)).join('\n');
}

/** Citations as the names of the works, each a link. */
function naming(references: References): Manner['citation'] {
  return (items) => {
    const links = items.flatMap((item, index) => {
      const href = references.get(item.key)?.URL;
      const name = citedText(item, references);
      return [index > 0 ? '; ' : '', href ? h('a', { href, target: '_blank', rel: 'noopener' }, name) : name];
    });
    return h('span', ' ', ...links);
  };
}

/** The source line of a caption, and under it what a fact kept as said comes to today. */
export function sourceLines(
  sources: Sources,
  references: References,
  href: (key: string) => string | undefined,
): string {
  const works = sources.cited.map((item) => {
    const name = escapeHtml(citedText(item, references));
    const target = href(item.key);
    if (!target) return name;
    return target.startsWith('#') ? `<a href="${escapeHtml(target)}">${name}</a>` : externalLink(target, name);
  });
  const corrections = sources.corrections.map(({ sign, now }) => `${sign} ${escapeHtml(now)}`);
  const lines = [...(works.length > 0 ? [works.join('; ')] : []), ...corrections];
  return lines.map((line) => `<span class="source">${line}</span>`).join('');
}

/** Links inside a drawing (`<a href="#slide-id">`), checked and turned into the face's addresses. */
function linkSlides(svg: string, place: Place, { sections, problems }: Tools, manner: Manner): string {
  return svg.replace(/(<a [^>]*href=")#([^"]*)"/g, (_, before: string, id: string) => {
    if (!sections.some((section) => section.slides.some((slide) => slide.id === id)))
      problems.add(
        place,
        `This figure links to #${id}, which no slide is called`,
        'Correct the figure, or the slide’s id.',
      );
    return `${before}${manner.slideHref(id)}"`;
  });
}

function ownIds(svg: string, use: string): string {
  const ids = new Set([...svg.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id ?? ''));
  const own = (id: string) => (ids.has(id) ? `${id}-${use}` : id);
  return svg
    .replace(/(\sid=")([^"]+)"/g, (_, before: string, id: string) => `${before}${own(id)}"`)
    .replace(/(\saria-(?:labelledby|describedby)=")([^"]+)"/g, (_, before: string, list: string) => {
      return `${before}${list.split(' ').map(own).join(' ')}"`;
    })
    .replace(/url\(#([^)]+)\)/g, (_, id: string) => `url(#${own(id)})`)
    .replace(/(<use [^>]*href=")#([^"]+)"/g, (_, before: string, id: string) => `${before}#${own(id)}"`);
}

/** A slide's number in ids, where a dot would need escaping in selectors. */
export function idNumber(slide: Slide): string {
  return slide.label.replace('.', '-');
}

/** On the title the year is the picture: it stays in the headline for those who hear it. */
export function hideYear(headline: string): string {
  return headline.replace(/ (\d{4})$/, '<span class="visually-hidden"> $1</span>');
}
