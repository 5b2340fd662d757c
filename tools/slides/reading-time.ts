/** How long a text takes to be read. */

/** Adults read non-fiction in English at about 238 words a minute (Brysbaert 2019); figures want looking at, too. */
const WORDS_A_MINUTE = 230;

/** What a reader does not read word by word: drawings, formulae twice over, notes in the margin, lists of works. */
const NOT_READ = /<(svg|math|aside|nav|figcaption)\b[\s\S]*?<\/\1>|<ul class="bibliography">[\s\S]*?<\/ul>/g;

/** Words of the running text in a piece of HTML. */
export function wordsIn(html: string): number {
  const text = html.replace(NOT_READ, ' ').replace(/<[^>]+>/g, ' ');
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** Whole minutes, at least one. */
export function minutesFor(words: number): number {
  return Math.max(1, Math.round(words / WORDS_A_MINUTE));
}
