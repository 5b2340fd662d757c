/** Measurements made inside the page, on one slide. Each gives what is wrong, in words. They stand alone: no imports. */
import type { Page } from '@playwright/test';

export type Measure = (slide: HTMLElement) => string[];

/** Shows every slide in turn and measures it. @returns `id: what is wrong`, for all that is wrong. */
export function measureAll(page: Page, measure: Measure): Promise<string[]> {
  return page.evaluate(async (source) => {
    const measureOne = new Function(`return (${source})`)() as (slide: HTMLElement) => string[];
    const frames = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    await document.fonts.ready;
    const faults: string[] = [];
    for (const slide of document.querySelectorAll<HTMLElement>('section.slide')) {
      location.hash = `/${slide.id}`;
      while (!slide.checkVisibility({ visibilityProperty: true }) || !slide.classList.contains('present'))
        await frames();
      await document.fonts.ready;
      faults.push(...measureOne(slide).map((fault) => `${slide.id}: ${fault}`));
    }
    return faults;
  }, measure.toString());
}

/** What leaves the slide, scrolls, covers something else, or breaks its one line. */
export function overflows(slide: HTMLElement): string[] {
  const page = slide.getBoundingClientRect();
  const scale = page.width / 1280;
  const faults: string[] = [];
  const name = (element: Element) => `${element.localName} “${element.textContent?.trim().slice(0, 40)}”`;
  const everything = (root: ParentNode): Element[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      element,
      ...(element.shadowRoot ? everything(element.shadowRoot) : []),
    ]);
  for (const element of everything(slide)) {
    const box = element.getBoundingClientRect();
    const unseen = element.closest('.notes, .visually-hidden, .unseen, .katex-mathml');
    if (unseen || box.width === 0 || box.height === 0) continue;
    const text = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
    const out =
      Math.max(page.left - box.left, page.top - box.top, box.right - page.right, box.bottom - page.bottom) / scale;
    if (text && out > 1) faults.push(`${name(element)} leaves the slide by ${out.toFixed(0)} px`);
    const { overflowX, overflowY } = getComputedStyle(element);
    const taller = /auto|scroll/.test(overflowY) && element.scrollHeight > element.clientHeight + 1;
    const wider = /auto|scroll/.test(overflowX) && element.scrollWidth > element.clientWidth + 1;
    if (taller || wider) faults.push(`${name(element)} scrolls`);
  }
  const { layout = '' } = slide.dataset;
  const headline = (slide.querySelector('h1')?.getBoundingClientRect().height ?? 0) / scale;
  if (['figure', 'text'].includes(layout) && headline > 60) faults.push(`the headline has more lines than one`);
  const caption = slide.querySelector('figcaption') ?? slide.querySelector('[caption-side] .source');
  const margin = slide.querySelector('.margin')?.getBoundingClientRect();
  if (margin && caption && margin.top < caption.getBoundingClientRect().bottom)
    faults.push('the words in the margin cover the caption');
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth || root.scrollHeight > root.clientHeight) faults.push('the page scrolls');
  return faults;
}

/**
 * Texts that are too small on a slide shown at 1280 × 720: under 18 px, or 16 for sources and status lines. What a
 * drawing scales counts as scaled.
 */
export function tooSmall(slide: HTMLElement): string[] {
  const faults: string[] = [];
  const judge = (element: Element, text: string): void => {
    if (element.getBoundingClientRect().width === 0) return;
    const size = Number.parseFloat(getComputedStyle(element).fontSize);
    const { a = 1, b = 0 } = (element instanceof SVGGraphicsElement && element.getScreenCTM()) || {};
    const scale = Math.hypot(a, b); // turned text keeps its size
    const least = element.closest('.source, .frame-status, kbd, .katex') ? 16 : 18;
    if (size * scale < least - 0.1) faults.push(`${(size * scale).toFixed(1)} px: “${text.slice(0, 40)}”`);
  };
  const visit = (root: Node): void => {
    for (const node of root.childNodes) {
      if (node instanceof Element) {
        if (node.matches('.notes, .visually-hidden, .unseen, .katex-mathml, title, desc, style, [hidden]')) continue;
        if (node.shadowRoot) visit(node.shadowRoot);
        visit(node);
      } else if (node.nodeType === 3 && node.textContent?.trim())
        judge(node.parentElement as Element, node.textContent.trim());
    }
  };
  visit(slide);
  return faults;
}
