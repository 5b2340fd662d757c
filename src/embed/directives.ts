/** What a page with a Content Security Policy must allow for a demo from another origin, and what stops without it. */
export interface Directive {
  readonly name: string;
  readonly sources: readonly string[];
  readonly why: string;
}

/** @param origin where `embed.js` and the models lie */
export const directives = (origin: string): readonly Directive[] => [
  {
    name: 'script-src',
    sources: [origin, "'wasm-unsafe-eval'"],
    why: 'the demo and its engine; WASM where there is no GPU',
  },
  { name: 'connect-src', sources: [origin], why: 'weights' },
  { name: 'worker-src', sources: ['blob:', origin], why: 'a thread of its own; without it the demo runs in the page' },
  { name: 'img-src', sources: [origin, 'blob:'], why: 'photographs; drawings that a reader drops on it' },
  { name: 'font-src', sources: [origin], why: 'its type; without it the reader’s own' },
  { name: 'style-src-attr', sources: ["'unsafe-inline'"], why: 'the lengths of bars and the places of things' },
];

/** As it stands in a header. */
export const policy = (needed: readonly Directive[]): string =>
  needed.map(({ name, sources }) => [name, ...sources].join(' ')).join('; ');
