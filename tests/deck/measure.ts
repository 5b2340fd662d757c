/** Measurements made inside the page, on the slide that is shown. Each gives what is wrong, in words. */

/** What leaves the slide, scrolls, covers something else, or breaks its one line. */
export function overflows(): string[] {
  const slide = document.querySelector('section.slide.present:not([hidden])') as HTMLElement;
  const scale = slide.getBoundingClientRect().width / 1280;
  const page = slide.getBoundingClientRect();
  const faults: string[] = [];
  const name = (element: Element) =>
    `${element.localName}.${element.getAttribute('class') ?? ''} “${element.textContent?.trim().slice(0, 40)}”`;
  const everything = (root: ParentNode): Element[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      element,
      ...(element.shadowRoot ? everything(element.shadowRoot) : []),
    ]);
  const elements = everything(slide).filter(
    (element) => !element.closest('.notes, .visually-hidden, .unseen, .katex-mathml'),
  );
  for (const element of elements) {
    const box = element.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) continue;
    const text = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
    const out = Math.max(page.left - box.left, page.top - box.top, box.right - page.right, box.bottom - page.bottom);
    if (text && out > 1 * scale) faults.push(`${name(element)} leaves the slide by ${(out / scale).toFixed(0)} px`);
    const overflow = getComputedStyle(element).overflowY;
    if (/auto|scroll/.test(overflow) && element.scrollHeight > element.clientHeight + 1)
      faults.push(`${name(element)} scrolls`);
  }
  const headline = slide.querySelector('h1');
  if (headline && ['figure', 'text'].includes(slide.dataset.layout ?? '')) {
    const height = headline.getBoundingClientRect().height / scale;
    if (height > 60) faults.push(`the headline has more than one line (${height.toFixed(0)} px)`);
  }
  const caption = slide.querySelector('figcaption, [caption-side]');
  const margin = slide.querySelector('.margin')?.getBoundingClientRect();
  const words =
    [...(caption?.querySelectorAll('.source') ?? [])].at(-1)?.getBoundingClientRect() ??
    caption?.getBoundingClientRect();
  if (margin && words && margin.top < words.bottom) faults.push('the margin’s text covers the caption');
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth || root.scrollHeight > root.clientHeight) faults.push('the page scrolls');
  return faults;
}

/**
 * Texts that are too small on a slide of 1280 × 720: 18 px, and 16 for sources and status lines. What a drawing scales
 * counts as scaled.
 */
export function tooSmall(): string[] {
  const slide = document.querySelector('section.slide.present:not([hidden])') as HTMLElement;
  const faults: string[] = [];
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
  const judge = (element: Element, text: string): void => {
    const box = element.getBoundingClientRect();
    if (box.width === 0) return;
    const size = Number.parseFloat(getComputedStyle(element).fontSize);
    const scale = element instanceof SVGGraphicsElement ? (element.getScreenCTM()?.a ?? 1) : 1;
    const least = element.closest('.source, .frame-status, .choices kbd, .katex') ? 16 : 18;
    if (size * scale < least - 0.1) faults.push(`${(size * scale).toFixed(1)} px: “${text.slice(0, 40)}”`);
  };
  visit(slide);
  return faults;
}
