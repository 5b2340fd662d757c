/** How long each word has the stage to itself. */
const WORD_MS = 520;

/** Tells a sentence word by word. Holds how many words have been said; the sentence itself is the element's. */
export class Telling {
  #told = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param length how many words there are to say */
  constructor(private readonly host: { length(): number; moved(): void; ended(): void }) {}

  /** Words said so far. */
  get told(): number {
    return Math.min(this.#told, this.host.length());
  }

  get ended(): boolean {
    return this.told === this.host.length();
  }

  /** Says the words after the first `from`; all at once for a reader who wants no motion. */
  begin(from: number): void {
    this.#told = from;
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) this.finish();
    else this.resume();
  }

  /** So many words have been said elsewhere. */
  jump(told: number): void {
    this.stop();
    this.#told = told;
  }

  /** Everything is said at once. */
  finish(): void {
    this.stop();
    this.#told = Number.POSITIVE_INFINITY;
    this.host.moved();
    this.host.ended();
  }

  resume(): void {
    this.stop();
    if (this.ended) this.finish();
    else this.#next();
  }

  /** Stays where it is. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #next(): void {
    this.#told += 1;
    this.host.moved();
    this.#timer = setTimeout(() => this.resume(), WORD_MS);
  }
}
