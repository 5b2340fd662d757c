import { readFile } from 'node:fs/promises';
import { escapeHtml } from './html.ts';

/** The part of CSL-JSON that slides/references.json uses. */
export interface Reference {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly author?: readonly Name[];
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] };
  readonly 'container-title'?: string;
  readonly 'event-title'?: string;
  readonly publisher?: string;
  readonly number?: string;
  readonly volume?: string;
  readonly issue?: string;
  readonly page?: string;
  readonly URL?: string;
}

export interface Name {
  readonly family?: string;
  readonly given?: string;
  readonly literal?: string;
}

export type References = ReadonlyMap<string, Reference>;

/** Reads a CSL-JSON array. Throws where the file is missing or no JSON. */
export async function readReferences(path: string): Promise<References> {
  const entries = JSON.parse(await readFile(path, 'utf8')) as Reference[];
  return new Map(entries.map((entry) => [entry.id, entry]));
}

/** `Karpathy, 2014`, `Simonyan and Zisserman, 2014`, `Russakovsky et al., 2015`. */
export function shortForm(reference: Reference): string {
  const [first, second, third] = (reference.author ?? []).map(familyName);
  const year = yearOf(reference);
  if (!first) return [`“${reference.title}”`, year].filter(Boolean).join(', ');
  const names = !second ? first : third || second === 'and others' ? `${first} et al.` : `${first} and ${second}`;
  return [names, year].filter(Boolean).join(', ');
}

/**
 * An entry as HTML: authors, linked title, where it appeared, year.
 * @param most Authors named before “et al.”.
 */
export function longForm(reference: Reference, most: number): string {
  const title = escapeHtml(reference.title);
  const linked = reference.URL ? externalLink(reference.URL, title) : title;
  const authors = authorList(reference.author ?? [], most);
  const parts = [authors && `${escapeHtml(authors)}.`, `<cite>${linked}</cite>${/[?!.]$/.test(title) ? '' : '.'}`];
  const venue = [venueOf(reference), yearOf(reference)].filter(Boolean).join(', ');
  return [...parts, venue && `${escapeHtml(venue)}.`].filter(Boolean).join(' ');
}

/** A link that leaves the site, in a window of its own, so that a talk is not lost by a click. */
export function externalLink(url: string, label: string): string {
  return `<a href="${escapeHtml(url)}" target="_blank" rel="noopener">${label}</a>`;
}

function familyName({ family, literal }: Name): string {
  return family ?? literal ?? '';
}

function yearOf({ issued }: Reference): string {
  return issued?.['date-parts'][0]?.[0]?.toString() ?? '';
}

function authorList(authors: readonly Name[], most: number): string {
  const others = authors.length > most || authors.at(-1)?.literal === 'and others';
  const named = authors
    .filter(({ literal }) => literal !== 'and others')
    .slice(0, others ? 1 : most)
    .map((name) => [initials(name.given), familyName(name)].filter(Boolean).join(' '));
  if (others) return `${named.join(', ')} et al`;
  const last = named.pop() ?? '';
  return named.length > 0 ? `${named.join(', ')} and ${last}` : last;
}

/** `Alexander C.` → `A. C.`; a double name keeps its hyphen: `Ming-Wei` → `M.-W.`. */
function initials(given = ''): string {
  return given
    .split(' ')
    .map((name) =>
      name
        .split('-')
        .map((part) => part && `${part[0]}.`)
        .join('-'),
    )
    .join(' ')
    .trim();
}

function venueOf(reference: Reference): string {
  const { volume, issue, page, number } = reference;
  const venue = reference['container-title'] ?? reference['event-title'];
  if (!venue) return number ?? reference.publisher ?? (reference.type === 'webpage' ? 'Web page' : '');
  const part = volume ? ` ${volume}${issue ? `(${issue})` : ''}` : '';
  return `${venue}${part}${page ? `: ${page.replace('-', '–')}` : ''}`;
}
