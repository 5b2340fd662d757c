import { html, nothing, type TemplateResult } from 'lit';
import { quoted } from './task';
import type { Vocabulary } from './vocabulary';

export interface WordFieldHost {
  /** Nothing while no model is loaded: then there is nothing to complete from, and any word may be typed. */
  readonly vocabulary: Vocabulary | undefined;
  changed(): void;
  /** Somebody is about to type. */
  entered(): void;
}

export interface WordFieldOptions {
  /** Unique within the demo. */
  readonly id: string;
  readonly label: string;
  /** The word that the question has now. */
  value(): string;
  commit(typed: string): void;
}

export interface WordProblem {
  readonly message: string;
  /** Words that it may have been meant to be. */
  readonly spellings: readonly string[];
}

const COMPLETIONS = 8;
const SPELLINGS = 5;

/** Beyond this a field shows its beginning. */
const WIDEST_LETTERS = 14;

/**
 * A field for one word: a combobox with a list of completions, after the pattern of the ARIA Authoring Practices.
 * Down and Up choose, Enter takes what is chosen or typed, Escape closes the list, then gives back the former word.
 */
export class WordField {
  /** What is being typed; nothing when the field shows the question's own word. */
  #typed: string | undefined;
  #options: readonly string[] = [];
  #active = -1;
  #judged: { readonly word: string; readonly problem: WordProblem | undefined } | undefined;

  constructor(
    private readonly host: WordFieldHost,
    private readonly options: WordFieldOptions,
  ) {}

  /** What is wrong with the word in the field; nothing while it may still become a word, or is one. */
  problem(): WordProblem | undefined {
    const vocabulary = this.host.vocabulary;
    const word = (this.#typed ?? this.options.value()).trim();
    if (!vocabulary || word === '' || this.#options.length > 0) return undefined;
    if (this.#judged?.word !== word) this.#judged = { word, problem: judge(word, vocabulary) };
    return this.#judged.problem;
  }

  /** Takes a word in place of what is typed. */
  take(word: string): void {
    this.#close();
    this.#typed = undefined;
    this.options.commit(word);
  }

  render(): TemplateResult {
    const { id, label } = this.options;
    const value = this.#typed ?? this.options.value();
    const open = this.#options.length > 0;
    return html`
      <span class="word-field" data-value=${value.slice(0, WIDEST_LETTERS)}>
        <input
          id=${id} type="text" role="combobox" aria-label=${label} aria-autocomplete="list" aria-controls="${id}-list"
          aria-expanded=${open} aria-activedescendant=${this.#active < 0 ? nothing : `${id}-${this.#active}`}
          aria-invalid=${this.problem() !== undefined}
          size="1" autocomplete="off" autocapitalize="none" spellcheck="false" .value=${value}
          @input=${this.#onInput} @keydown=${this.#onKey} @blur=${this.#onBlur} @focus=${this.#onFocus}
        />
        <ul id="${id}-list" role="listbox" aria-label="Completions" ?hidden=${!open}>
          ${this.#options.map(
            (word, i) => html`<li id="${id}-${i}" role="option" aria-selected=${i === this.#active}
              @pointerdown=${(event: Event) => this.#choose(event, word)}>${word}</li>`,
          )}
        </ul>
      </span>`;
  }

  #choose(event: Event, word: string): void {
    event.preventDefault();
    this.take(word);
  }

  readonly #onFocus = (event: Event): void => {
    (event.currentTarget as HTMLInputElement).select();
    this.host.entered();
  };

  readonly #onInput = (event: Event): void => {
    this.#typed = (event.currentTarget as HTMLInputElement).value;
    this.#open();
  };

  #open(): void {
    this.#options = this.host.vocabulary?.complete(this.#typed ?? this.options.value(), COMPLETIONS) ?? [];
    this.#active = -1;
    this.host.changed();
  }

  #close(): void {
    this.#options = [];
    this.#active = -1;
    this.host.changed();
  }

  readonly #onBlur = (): void => {
    const typed = this.#typed;
    if (typed === undefined) this.#close();
    else this.take(typed);
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const open = this.#options.length > 0;
    if (event.key === 'Enter') this.take(this.#options[this.#active] ?? this.#typed ?? this.options.value());
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') this.#move(event.key === 'ArrowDown' ? 1 : -1);
    else if (event.key === 'Escape' && (open || this.#typed !== undefined)) this.#retreat(open);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** Round through the list, with what was typed between its ends. */
  #move(by: 1 | -1): void {
    if (this.#options.length === 0) {
      this.#open();
      if (this.#options.length === 0) return;
    }
    const places = this.#options.length + 1;
    this.#active = ((this.#active + 1 + by + places) % places) - 1;
    this.host.changed();
  }

  #retreat(open: boolean): void {
    if (!open) this.#typed = undefined;
    this.#close();
  }
}

function judge(word: string, vocabulary: Vocabulary): WordProblem | undefined {
  if (vocabulary.has(word)) return undefined;
  const unknown = `${quoted(word)} is not among the ${vocabulary.size.toLocaleString('en')} words`;
  if (/\s/.test(word)) return { message: `${unknown}: each is one word, without spaces.`, spellings: [] };
  const spellings = vocabulary.nearest(word, SPELLINGS);
  return { message: spellings.length > 0 ? `${unknown}; spelled like it:` : `${unknown}.`, spellings };
}
