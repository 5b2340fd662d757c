/** Finds the demos in a page of somebody else's, and has each defined when it comes near. Everything else waits. */

/** What the script that carries the loader knows. */
export interface Offer {
  /** Of all demos, without `dl-`. */
  readonly names: readonly string[];
  /** Fetches and defines one element. */
  define(name: string): Promise<unknown>;
  readonly version: string;
}

/** Two and more copies of the script, of whatever version, know each other by this. */
const KEY = Symbol.for('live-deep-learning-2014');

/** A screen ahead: time enough for a small script. */
const NEAR = '100% 0px';

/** About the height of a demo, so that text below does not jump when it comes. */
const RESERVED_PX = 560;

/**
 * Watches a page for as long as it lives, elements added later included. Changes nothing of it: what is to be said about
 * elements that are not there yet is said by a style sheet of our own.
 */
export function watchPage(offer: Offer): void {
  const page = globalThis as { [KEY]?: Offer };
  const former = page[KEY];
  if (former) {
    if (former.version !== offer.version)
      console.warn(
        `Live figures: version ${offer.version} is ignored, since ${former.version} is on this page already.`,
      );
    return;
  }
  page[KEY] = offer;
  new Watch(offer).start();
}

class Watch {
  readonly #demos: ReadonlySet<string>;
  readonly #sheet = new CSSStyleSheet();
  /** Tags that something has been said about. */
  readonly #told = new Set<string>();
  readonly #near = new IntersectionObserver((entries) => this.#seen(entries), { rootMargin: NEAR });

  constructor(private readonly offer: Offer) {
    this.#demos = new Set(offer.names.map((name) => `dl-${name}`));
  }

  start(): void {
    const tags = [...this.#demos].join();
    this.#sheet.insertRule(`:is(${tags}):not(:defined){display:block;min-height:${RESERVED_PX}px}`);
    document.adoptedStyleSheets.push(this.#sheet);
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes)
        for (const node of addedNodes) if (node instanceof Element) this.#find(node);
    }).observe(document, { childList: true, subtree: true });
    this.#find(document.documentElement);
  }

  #find(root: Element): void {
    for (const element of [root, ...root.querySelectorAll(':not(:defined)')]) {
      if (!element.localName.startsWith('dl-') || customElements.get(element.localName)) continue;
      if (this.#demos.has(element.localName)) this.#near.observe(element);
      else this.#unknown(element.localName);
    }
  }

  #seen(entries: readonly IntersectionObserverEntry[]): void {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      this.#near.unobserve(target);
      this.offer
        .define(target.localName.slice(3))
        .catch((cause) =>
          this.#say(target.localName, 'This figure did not arrive. Reload the page to try again.', cause),
        );
    }
  }

  /** The page may have elements of its own with such a name, and define them later: nothing is done to the element. */
  #unknown(tag: string): void {
    this.#say(tag, `There is no demo “${tag.slice(3)}”. There are: ${this.offer.names.join(', ')}.`);
  }

  #say(tag: string, words: string, cause?: unknown): void {
    if (this.#told.has(tag)) return;
    this.#told.add(tag);
    console.warn(`<${tag}>: ${words}`, ...(cause === undefined ? [] : [cause]));
    this.#sheet.insertRule(
      `${CSS.escape(tag)}:not(:defined)::after{content:"${CSS.escape(words)}"!important;display:block!important;` +
        'padding:12px;border:1px solid;font:16px/1.4 sans-serif}',
    );
  }
}
