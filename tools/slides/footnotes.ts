import { h } from 'hastscript';
import { escapeHtml } from './html.ts';
import type { CitedItem } from './model.ts';
import { longForm, type References, shortForm } from './references.ts';
import type { Manner } from './typeset.ts';

/** Numbers the article's notes as its text calls for them, and gives each batch as the list that stands beside it. */
export class Footnotes {
  readonly #notes: string[] = [];
  readonly #keys = new Set<string>();
  /** Works that this chapter has named in full. */
  readonly #named = new Set<string>();
  readonly #references: References;
  readonly manner: Manner;

  constructor(references: References, slideHref: (id: string) => string) {
    this.#references = references;
    this.manner = {
      slideHref,
      citation: (items) => this.#call(items.map((item) => this.#work(item)).join(' ')),
      marked: (now) => this.#call(`Today: ${escapeHtml(now)}`),
    };
  }

  /** From here on every work is named in full again where it is first called for: a chapter may be read alone. */
  beginChapter(): void {
    this.#named.clear();
  }

  /** Number of the note that comes next, from 1. */
  get next(): number {
    return this.#notes.length + 1;
  }

  /** Keys of all works that the notes name. */
  get keys(): ReadonlySet<string> {
    return this.#keys;
  }

  /** The notes from a number on, as they stand beside their text; nothing where there are none. */
  html(from: number): string {
    const notes = this.#notes.slice(from - 1);
    if (notes.length === 0) return '';
    const items = notes.map((note, index) => {
      const number = from + index;
      return `<li id="note-${number}"><a class="back" href="#call-${number}" aria-label="Back to note ${number} in the text">${number}</a> ${note}</li>`;
    });
    return `<aside class="side-notes" aria-label="Notes ${from} to ${from + notes.length - 1}"><ol>${items.join('')}</ol></aside>`;
  }

  #call(note: string) {
    const number = this.#notes.push(note);
    return h('sup', { className: ['call'] }, h('a', { id: `call-${number}`, href: `#note-${number}` }, `${number}`));
  }

  /** A work in full where a chapter first calls for it, and by its short name, which leads to the sources, after that. */
  #work({ key, locator }: CitedItem): string {
    const known = this.#named.has(key);
    this.#named.add(key);
    this.#keys.add(key);
    const reference = this.#references.get(key);
    if (!reference) return escapeHtml(key);
    const short = `<a href="#source-${escapeHtml(key)}">${escapeHtml(shortForm(reference))}</a>.`;
    const work = known ? short : longForm(reference, 3);
    return locator ? `${work.replace(/\.$/, '')}, ${escapeHtml(locator)}.` : work;
  }
}
