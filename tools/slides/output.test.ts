import { parseHTML } from 'linkedom';
import { beforeAll, describe, expect, it } from 'vitest';
import { compileFixture } from './fixtures/compile-fixture.ts';

/** The document, with the few calls the tests need of it. */
type Page = ReturnType<typeof parseHTML>['document'];

let deck: Page;
let article: Page;

beforeAll(async () => {
  const talk = await compileFixture();
  deck = parseHTML(`<html><body><div class="slides">${talk.deck}</div></body></html>`).document;
  article = parseHTML(`<html><body><article>${talk.reader}</article></body></html>`).document;
});

/** Text with every run of white space as one space, no-break spaces included. */
function textOf(page: Page, selector: string): string {
  return page.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
}

describe('the deck', () => {
  it('has a section for each slide, those under another stacked with it', () => {
    const top = [...deck.querySelectorAll('.slides > section')];
    expect(top.map((section) => section.id || [...section.children].map(({ id }) => id))).toEqual([
      'title',
      ['second', 'more'],
      'vision',
      'formula',
      'references',
    ]);
  });

  it('numbers main slides through the talk and the others under them', () => {
    const labels = [...deck.querySelectorAll<HTMLElement>('.slide')].map((slide) => slide.getAttribute('data-label'));
    expect(labels).toEqual(['1', '2', '2.1', '3', '4', '5']);
  });

  it('plans minutes for main slides alone', () => {
    const minutes = [...deck.querySelectorAll('.slide')].map((slide) => slide.getAttribute('data-minutes'));
    expect(minutes).toEqual(['0.5', '1', null, '1', '1', '1']);
  });

  it('keeps a colon that is no directive, and numbers together with their units', () => {
    expect(deck.querySelector('#second h1')?.textContent).toBe(
      'Error fell from 28.2\u00a0% to 6.7\u00a0% and a ratio is 16:9',
    );
  });

  it('frames a figure with its number, its caption and its sources', () => {
    expect(textOf(deck, '#second figcaption .frame-number')).toBe('Fig. 2');
    expect(textOf(deck, '#second figcaption strong')).toBe('right answer');
    expect(textOf(deck, '#second figcaption .source')).toBe('Russakovsky et al., 2015, table 2; Karpathy, 2014');
    expect(textOf(deck, '#second figcaption')).toContain('in 2012.Russakovsky');
  });

  it('leads from a fact kept as said to what it comes to today', () => {
    expect(textOf(deck, '#second figcaption .marked')).toBe('15 %†');
    expect(textOf(deck, '#second figcaption .source:last-child')).toBe('† 15.3 % top-5 error');
  });

  it('passes parameters to a drawing', () => {
    expect(deck.querySelectorAll('#second svg.chart rect')).toHaveLength(2);
    expect(deck.querySelectorAll('#vision svg.chart rect')).toHaveLength(3);
  });

  it('sets apart the ids of one drawing used several times', () => {
    const ids = [...deck.querySelectorAll('svg [id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const svg of deck.querySelectorAll('svg[aria-labelledby]'))
      expect(svg.querySelector(`#${svg.getAttribute('aria-labelledby')}`)?.textContent).toBe('Three falling bars');
  });

  it('turns links to slides into the deck’s addresses, in text and in drawings', () => {
    expect(deck.querySelector('#title .notes a')?.getAttribute('href')).toBe('#/second');
    expect(deck.querySelector('#second svg a')?.getAttribute('href')).toBe('#/second');
  });

  it('passes a demo’s tag on, with number, side and caption', () => {
    const demo = deck.querySelector('dl-toy');
    expect(demo?.outerHTML).toMatch(/^<dl-toy side="3" colour="hue" framed(?:="")? number="2\.1" caption-side="left"/);
    expect(demo?.querySelector('strong')?.textContent).toBe('cells');
    expect(textOf(deck, 'dl-toy .source')).toBe('Karpathy, 2014');
  });

  it('gives a quotation its source', () => {
    expect(textOf(deck, '#second .margin blockquote p')).toBe(
      'The ConvNet confidently and robustly predicts the correct label.',
    );
    expect(textOf(deck, '#second .margin blockquote footer a')).toBe('Karpathy, 2014');
  });

  it('keeps notes with their slide, citations in brackets', () => {
    expect(textOf(deck, '#second .notes')).toBe('Point at the last bar (Simonyan and Zisserman, 2014).');
  });

  it('sets formulae and code at build time', () => {
    expect(deck.querySelector('#formula .katex math')).not.toBeNull();
    expect(deck.querySelector('#formula pre.shiki span[style*="--shiki-token-keyword"]')?.textContent).toBe('def');
  });

  it('leaves the title’s year to the picture, and to those who hear it', () => {
    expect(deck.querySelector('#title h1 .visually-hidden')?.textContent).toBe(' 2014');
  });

  it('prints entries of the bibliography', () => {
    const entries = [...deck.querySelectorAll('#references .bibliography li')].map(({ textContent }) => textContent);
    expect(entries).toHaveLength(3);
    expect(entries[1]).toBe(
      'K. Simonyan and A. Zisserman. Very deep convolutional networks for large-scale image recognition. arXiv:1409.1556, 2014.',
    );
  });

  it('asks for nothing from elsewhere', () => {
    for (const element of deck.querySelectorAll('[src], link, script, iframe, img')) expect(element.localName).toBe('');
    for (const link of deck.querySelectorAll('a[href^="http"]')) expect(link.getAttribute('rel')).toBe('noopener');
  });
});

describe('the article', () => {
  it('has an entry for each slide, at the same address', () => {
    const ids = [...article.querySelectorAll('.masthead, .entry')].map(({ id }) => id);
    expect(ids).toEqual(['title', 'second', 'more', 'vision', 'formula', 'references']);
  });

  it('leads from each entry to its slide', () => {
    expect(article.querySelector('#second .slide-number')?.getAttribute('href')).toBe('index.html#/second');
  });

  it('lists all slides in its contents', () => {
    const links = [...article.querySelectorAll('.contents details a')].map((link) => link.getAttribute('href'));
    expect(links).toEqual(['#title', '#second', '#more', '#vision', '#formula', '#references']);
  });

  it('shows the prose, or the notes where there is none', () => {
    expect(textOf(article, '#second .prose')).toMatch(/^A first paragraph/);
    expect(textOf(article, '#second')).not.toContain('Point at the last bar');
    expect(textOf(article, '#formula .prose')).toBe('Nothing to press.');
  });

  it('puts the figure between the first paragraph and the rest', () => {
    const parts = [...(article.querySelector('#second')?.children ?? [])].map(({ localName }) => localName);
    expect(parts.indexOf('figure')).toBe(2);
    expect(parts.lastIndexOf('div')).toBeGreaterThan(2);
  });

  it('numbers its notes, each leading to its place and back', () => {
    const calls = [...article.querySelectorAll('.call a')];
    expect(calls.map(({ textContent }) => textContent)).toEqual(['1', '2']);
    for (const call of calls) {
      const note = article.querySelector(call.getAttribute('href') ?? '');
      expect(note?.querySelector('.back')?.getAttribute('href')).toBe(`#${call.id}`);
    }
    expect(textOf(article, '#note-2')).toBe('2 Today: 15.3 %');
  });

  it('lists each work that it cites, by author', () => {
    const works = [...article.querySelectorAll('#sources li')].map(({ id }) => id);
    expect(works).toEqual(['source-karpathy2014', 'source-russakovsky2015', 'source-simonyan2014']);
  });

  it('gives every figure an address, and every entry a link to its own', () => {
    expect(article.querySelector('#second figure')?.id).toBe('fig-2');
    expect(article.querySelector('#fig-2 .frame-number a')?.getAttribute('href')).toBe('#fig-2');
    expect(article.querySelector('dl-toy')?.id).toBe('fig-2-1');
    expect(article.querySelector('#second h3 .self')?.getAttribute('href')).toBe('#second');
  });

  it('shows a demo’s still and its result in words until the element comes', () => {
    const still = article.querySelector('dl-toy > [slot="still"]');
    const images = [...(still?.querySelectorAll('img') ?? [])];
    expect(images.map((image) => image.getAttribute('src'))).toEqual([
      'demos/toy/stills/more-wide-light.webp',
      'demos/toy/stills/more-wide-dark.webp',
    ]);
    expect(images[0]?.getAttribute('alt')).toBe('Recorded result: three cells, "two" of them filled');
    expect(still?.querySelector('source')?.getAttribute('srcset')).toBe('demos/toy/stills/more-narrow-light.webp');
  });

  it('says how long it takes to be read', () => {
    expect(textOf(article, '.contents header p')).toBe('about 1 minute to read');
    expect(article.querySelectorAll('.contents .minutes')).toHaveLength(2);
  });

  it('leads from a chapter to the next, and back to the contents', () => {
    const links = [...article.querySelectorAll('.onward a')].map((link) => link.getAttribute('href'));
    expect(links).toEqual(['#contents', '#vision']);
  });

  it('has no link of its own that leads nowhere', () => {
    for (const link of article.querySelectorAll('a[href^="#"]'))
      expect(article.querySelector(link.getAttribute('href') ?? ''), link.outerHTML).not.toBeNull();
  });

  it('has no id twice', () => {
    const ids = [...article.querySelectorAll('[id]')].map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });
});
