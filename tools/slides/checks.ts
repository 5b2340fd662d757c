/** What can only be judged with all slides in hand: addresses, links, notes, lengths, minutes and counts. */
import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import { placeOf } from './citations.ts';
import { type Block, isFrame, type Section, type Slide } from './model.ts';
import { limits, type Plan, totalSlides } from './plan.ts';
import type { Problems } from './problems.ts';
import { checkQuotations } from './quotations.ts';
import { plainText } from './text.ts';

export interface CheckOptions {
  readonly plan: Plan;
  readonly problems: Problems;
  /** Whether all slides are there, so that their number and minutes must be those of the plan. */
  readonly complete: boolean;
}

export function checkTalk(sections: readonly Section[], { plan, problems, complete }: CheckOptions): void {
  const slides = sections.flatMap((section) => section.slides);
  checkAddresses(slides, problems);
  for (const slide of slides) {
    checkLinks(slide, new Set(slides.map(({ id }) => id)), problems);
    checkParts(slide, problems);
    checkLengths(slide, problems);
  }
  if (complete) checkTotals(sections, plan, problems);
}

/** A talk counts as complete once it has a file for every section and as many main slides as planned. */
export function isComplete(sections: readonly Section[], plan: Plan): boolean {
  const main = sections.flatMap(({ slides }) => slides).filter(({ under }) => !under);
  return sections.length >= plan.sections.length && main.length >= totalSlides(plan);
}

function checkAddresses(slides: readonly Slide[], problems: Problems): void {
  const first = new Map<string, Slide>();
  for (const slide of slides) {
    const other = first.get(slide.id);
    if (!other) first.set(slide.id, slide);
    else
      problems.add(
        slide.place,
        `The address #${slide.id} is taken`,
        `Slide ${other.label} has it (${other.place.file}:${other.place.line}); choose another.`,
      );
  }
}

function checkLinks(slide: Slide, ids: ReadonlySet<string>, problems: Problems): void {
  for (const root of textsOf(slide))
    visit(root, 'link', (link) => {
      if (!link.url.startsWith('#') || ids.has(link.url.slice(1))) return;
      const place = placeOf(link, slide.place.file);
      problems.add(place, `No slide has the address ${link.url}`, 'Correct the link, or the slide’s id.');
    });
}

function checkParts(slide: Slide, problems: Problems): void {
  const { place, label, under, layout } = slide;
  if (slide.notes.length === 0 && !under)
    problems.add(place, `Slide ${label} has no notes`, 'Say in :::notes what to say and which button to press.');
  const frames = slide.blocks.filter(isFrame);
  if (layout === 'figure' && frames.length === 0)
    problems.add(place, `Slide ${label} shows nothing`, 'Add a :::figure or a demo, or write layout=text.');
  if (layout === 'text' && frames.length > 0)
    problems.add(place, `Slide ${label} has the layout text and a figure`, 'Leave out layout=text.');
  for (const frame of frames)
    if (frame.kind === 'figure' && !frame.name && frame.stage.length === 0)
      problems.add(
        frame.place,
        'This figure is empty',
        'Name a drawing with {name=…}, or put code, a table or a formula in it.',
      );
  for (const root of textsOf(slide)) if (root.type === 'root') checkQuotations(root.children, place.file, problems);
}

function checkLengths(slide: Slide, problems: Problems): void {
  const { place, label, layout, blocks } = slide;
  const headline = plainText(slide.headline);
  const most = layout === 'opener' ? limits.openerCharacters : limits.headlineCharacters;
  if (headline.length > most)
    problems.add(
      place,
      `The headline of slide ${label} has ${headline.length} characters`,
      `One line holds ${most}; shorten it.`,
    );
  for (const block of blocks.filter(isFrame)) {
    const words = captionWords(block);
    const advice = `Keep it to ${limits.captionWords}; the rest belongs in the notes or the prose.`;
    if (words > limits.captionWords) problems.add(block.place, `This caption has ${words} words`, advice);
  }
  const words = blocks.reduce((sum, block) => sum + blockWords(block), 0);
  const allowed = {
    figure: limits.slideWords,
    title: limits.slideWords,
    opener: limits.claimWords,
    text: limits.textSlideWords,
  };
  if (words > allowed[layout])
    problems.add(
      place,
      `Slide ${label} has ${words} words`,
      `It holds ${allowed[layout]}; move some to notes or prose.`,
    );
}

function checkTotals(sections: readonly Section[], plan: Plan, problems: Problems): void {
  for (const { key, slides: planned } of plan.sections) {
    const section = sections.find((candidate) => candidate.key === key);
    const count = section?.slides.filter(({ under }) => !under).length ?? 0;
    if (!section || count === planned) continue;
    problems.add(
      section.place,
      `The section “${key}” has ${count} slides`,
      `The talk has ${planned} here; use ::under for extra ones.`,
    );
  }
  const slides = sections.flatMap((section) => section.slides);
  const minutes = slides.reduce((sum, slide) => sum + slide.minutes, 0);
  if (Math.abs(minutes - plan.minutes) < 0.001) return;
  const perSection = sections.map(
    ({ key, slides }) => `${key} ${round(slides.reduce((sum, s) => sum + s.minutes, 0))}`,
  );
  const place = sections.at(-1)?.place ?? { file: 'slides', line: 1, column: 1 };
  problems.add(
    place,
    `The minutes add up to ${round(minutes)}`,
    `They must be ${plan.minutes}; now ${perSection.join(', ')}.`,
  );
}

function round(minutes: number): number {
  return Math.round(minutes * 100) / 100;
}

/** All Markdown of a slide, as trees. */
function textsOf(slide: Slide): Nodes[] {
  const captions = slide.blocks.filter(isFrame).map(({ caption }) => caption);
  const phrases = [slide.headline, ...captions].map((children) => ({
    type: 'paragraph' as const,
    children: [...children],
  }));
  const texts = slide.blocks.flatMap((block) => (block.kind === 'text' ? [block.node] : []));
  const stages = slide.blocks.flatMap((block) => (block.kind === 'figure' ? block.stage : []));
  const roots = [texts, stages, slide.notes, slide.prose].map((children) => ({
    type: 'root' as const,
    children: [...children],
  }));
  return [...phrases, ...roots];
}

function captionWords(block: Block): number {
  return isFrame(block) ? countWords({ type: 'paragraph', children: [...block.caption] }) : 0;
}

function blockWords(block: Block): number {
  if (block.kind === 'text') return countWords(block.node);
  return captionWords(block);
}

function countWords(node: Nodes): number {
  return plainText([node])
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
