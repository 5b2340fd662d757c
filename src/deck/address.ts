/** Where the deck opens: what the address asks for, or where it was left a short while ago. */

/** A talk's worth of time: a deck reopened sooner was probably shut by mistake. */
export const resumeWithinMs = 30 * 60 * 1000;

export interface Place {
  readonly id: string;
  /** Time of the last look at it, in milliseconds since 1970. */
  readonly at: number;
}

/** What addresses the deck has. */
export interface Slides {
  /** In order, those under a slide included. */
  readonly ids: readonly string[];
  /** How many main slides there are; `#/13` means the thirteenth of these. */
  readonly main: number;
}

export interface Opening {
  /** Fragment to open, without `#`; undefined leaves the address alone. */
  readonly fragment?: string;
  readonly notice?: string;
}

/**
 * @param hash The page’s fragment, with `#`.
 * @param left Where the deck was left, if that is known.
 * @param now In milliseconds since 1970.
 */
export function openingOf(hash: string, slides: Slides, left: Place | undefined, now: number): Opening {
  if (!isUnknown(hash, slides)) return hash === '' ? resume(slides.ids, left, now) : {};
  const asked = decode(hash.replace(/^#\/?/, ''));
  return { fragment: '/', notice: `There is no slide “${asked}” in this deck. This is the first.` };
}

/** Whether a fragment names a slide that the deck does not have. */
export function isUnknown(hash: string, { ids, main }: Slides): boolean {
  const [first = '', second = ''] = hash.replace(/^#\/?/, '').split('/');
  if (first === '') return false;
  if (/^\d+$/.test(first)) return Number(first) < 1 || Number(first) > main || !/^\d*$/.test(second);
  return !ids.includes(decode(first));
}

function resume(ids: readonly string[], left: Place | undefined, now: number): Opening {
  if (!left || now - left.at > resumeWithinMs || !ids.slice(1).includes(left.id)) return {};
  return { fragment: `/${left.id}`, notice: 'Opened where you were. Home leads to the first slide.' };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The parameters that are ours; reveal would take every other as configuration, and tfjs its flags. */
const ours = ['backend', 'receiver', 'print-pdf'];

/** The query without what is not ours; empty, or beginning with `?`. */
export function ourQuery(search: string): string {
  const kept = [...new URLSearchParams(search)].filter(([name]) => ours.includes(name));
  const written = kept.map(([name, value]) => (value ? `${name}=${encodeURIComponent(value)}` : name));
  return written.length > 0 ? `?${written.join('&')}` : '';
}
