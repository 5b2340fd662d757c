import { escapeHtml } from './html.ts';
import type { Section } from './model.ts';
import { minutesFor } from './reading-time.ts';
import { plainText } from './text.ts';

/** A chapter in the list: its section, and how long it is. */
export interface ListedChapter {
  readonly section: Section;
  /** Of running text. */
  readonly words: number;
}

/** The article's list of chapters with the minutes each takes, unfolding to its slides. */
export function contentsHtml(chapters: readonly ListedChapter[]): string {
  const items = chapters.map(({ section: { key, title, chapter, slides }, words }) => {
    const entries = slides.map(({ id, label, headline }) => {
      return `<li><a href="#${id}"><b>${label}</b> <span>${escapeHtml(plainText(headline))}</span></a></li>`;
    });
    const time = `<span class="minutes">${minutesFor(words)}&nbsp;min</span>`;
    const summary = `<summary><span class="numeral">${chapter ?? ''}</span>${escapeHtml(title)}${time}</summary>`;
    return `<li data-section="${key}"><details>${summary}<ol>${entries.join('')}</ol></details></li>`;
  });
  const whole = minutesFor(chapters.reduce((sum, { words }) => sum + words, 0));
  const time = `about ${whole} minute${whole === 1 ? '' : 's'} to read`;
  const head = `<header><h2 id="contents-title">Contents</h2><p>${time}</p></header>`;
  return `<nav class="contents" id="contents" aria-labelledby="contents-title">${head}<ol class="chapters">${items.join('\n')}</ol></nav>`;
}
