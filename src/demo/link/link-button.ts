import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { linkOf } from './link-to';
import { type State, writeState } from './state';

interface LinkedDemo extends ReactiveControllerHost, HTMLElement {
  /** What its attributes hold, without what is so by default. */
  readonly linkedState: State;
}

/** How long the button says what it has done. */
const SAID_MS = 3000;

/** “Copy link”: puts the address of what is shown on the clipboard, or, where that is not allowed, shows it to be copied. */
export class LinkButton implements ReactiveController {
  #said: 'copied' | 'refused' | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #link = '';

  /** @param unlinked what is shown and does not go into an address, such as 'your picture' */
  constructor(
    private readonly demo: LinkedDemo,
    private readonly unlinked: () => string | undefined,
  ) {
    demo.addController(this);
  }

  hostDisconnected(): void {
    this.#say(undefined);
  }

  render(): TemplateResult {
    const lacks = this.unlinked();
    const done = `Copied${lacks ? `, without ${lacks}` : ''}`;
    if (this.#said === 'refused') return this.#renderField();
    return html`<button type="button" class="copy-link" title="Copy the address of this figure as it is set now"
      @click=${() => this.#copy()}>${this.#said ? done : 'Copy link'}</button>
      <span class="unseen" role="status">${this.#said ? done : ''}</span>`;
  }

  /** Pages that may not write to the clipboard, such as those in a frame, leave it to the hand. */
  #renderField(): TemplateResult {
    const select = (event: Event) => (event.currentTarget as HTMLInputElement).select();
    return html`<input class="copy-link" readonly aria-label="Address of this figure as it is set" .value=${this.#link}
      @focus=${select} @blur=${() => this.#say(undefined)} />`;
  }

  async #copy(): Promise<void> {
    this.#link = linkOf(this.demo, writeState(this.demo.linkedState));
    try {
      await navigator.clipboard.writeText(this.#link);
      this.#say('copied');
      this.#timer = setTimeout(() => this.#say(undefined), SAID_MS);
    } catch {
      this.#say('refused');
      await this.demo.updateComplete;
      this.demo.shadowRoot?.querySelector<HTMLInputElement>('input.copy-link')?.focus();
    }
  }

  #say(what: 'copied' | 'refused' | undefined): void {
    clearTimeout(this.#timer);
    this.#said = what;
    this.demo.requestUpdate();
  }
}
