const shownMs = 9000;

/** A line at the foot of the window for what the deck has to say about itself; it goes by itself or with the next move. */
export class Notice {
  readonly #line = document.createElement('div');
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(parent: HTMLElement) {
    this.#line.className = 'notice';
    this.#line.setAttribute('role', 'status');
    parent.append(this.#line);
  }

  /** An empty text says nothing. */
  say(text: string): void {
    clearTimeout(this.#timer);
    this.#line.textContent = text;
    this.#timer = setTimeout(() => this.clear(), shownMs);
  }

  clear(): void {
    this.#line.textContent = '';
  }
}
