import { escapeHtml } from './html.ts';
import type { Section } from './model.ts';
import { plainText } from './text.ts';

/** The article's list of chapters, each unfolding to its slides. */
export function contentsHtml(sections: readonly Section[]): string {
  const items = sections.map(({ key, title, chapter, slides }) => {
    const entries = slides.map(({ id, label, headline }) => {
      return `<li><a href="#${id}"><b>${label}</b> ${escapeHtml(plainText(headline))}</a></li>`;
    });
    const summary = `<summary><span class="numeral">${chapter ?? ''}</span>${escapeHtml(title)}</summary>`;
    return `<li data-section="${key}"><details>${summary}<ol>${entries.join('')}</ol></details></li>`;
  });
  return `<nav class="contents" id="contents" aria-labelledby="contents-title"><h2 id="contents-title">Contents</h2><ol class="chapters">${items.join('\n')}</ol></nav>`;
}
