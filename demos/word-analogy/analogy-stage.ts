import { html, nothing, type TemplateResult } from 'lit';
import { inWords, KINDS, presetOf, presets, remarkOn } from './presets';
import type { StageHost } from './stage';
import { answers, type Method, normalise, type Question, readFields, type WordInput } from './task';
import { WordField, type WordProblem } from './word-field';

const TOP = 10;
type Letter = keyof Question;

const LABELS: Readonly<Record<Letter, string>> = {
  b: 'Word to begin with',
  a: 'Word to take away',
  c: 'Word to add',
};

/** b − a + c as a sentence with three fields, and what there is to say about it. */
export class AnalogyStage {
  readonly #fields: Readonly<Record<Letter, WordField>>;

  constructor(private readonly host: StageHost) {
    const field = (letter: Letter) =>
      new WordField(host, {
        id: `word-${letter}`,
        label: LABELS[letter],
        value: () => this.question[letter],
        commit: (typed) => this.#ask({ ...this.question, [letter]: typed }),
      });
    this.#fields = { a: field('a'), b: field('b'), c: field('c') };
  }

  /** As the attributes have it, else as the preset does. */
  get question(): Question {
    const preset = presets.find(({ id }) => id === this.host.text('preset')) ?? presets[0];
    if (preset && !['a', 'b', 'c'].some((letter) => this.host.given(letter)))
      return { a: preset.a, b: preset.b, c: preset.c };
    return { a: this.host.text('a'), b: this.host.text('b'), c: this.host.text('c') };
  }

  get method(): Method {
    return this.host.text('method') as Method;
  }

  /** The question, if there is one and every word of it may be in the vocabulary. */
  input(): WordInput | undefined {
    if (this.#problem()) return undefined;
    return readFields(this.question, this.method, TOP);
  }

  get expected(): string | undefined {
    return presetOf(this.#plain())?.expected ?? undefined;
  }

  renderTop(): TemplateResult {
    const { a, b, c } = this.#fields;
    return html`
      <div class="sentence">
        ${b.render()}<span aria-hidden="true">−</span>${a.render()}<span aria-hidden="true">+</span>${c.render()}
        ${this.#answer()}
      </div>
      <p class="remark" role="status">${this.#remark()}</p>`;
  }

  renderControls(): TemplateResult {
    const chosen = presetOf(this.#plain())?.id ?? '';
    return html`
      ${this.host.mainButton()}
      <select class="select" aria-label="Questions to try" .value=${chosen} @change=${(event: Event) => this.#choose(chosenIn(event))}>
        <option value="" ?selected=${chosen === ''} disabled>Your own words</option>
        ${Object.entries(KINDS).map(
          ([kind, heading]) =>
            html`<optgroup label=${heading}>${presets
              .filter((preset) => preset.kind === kind)
              .map(
                (preset) =>
                  html`<option value=${preset.id} ?selected=${preset.id === chosen}>${inWords(preset)}</option>`,
              )}</optgroup>`,
        )}
      </select>
      <fieldset class="choice">
        <legend class="unseen">How answers are ranked</legend>
        ${this.#methodChoice('add', '3CosAdd')}${this.#methodChoice('mul', '3CosMul')}
      </fieldset>
      ${this.host.viewChoice()}`;
  }

  #methodChoice(method: Method, label: string): TemplateResult {
    return html`<label><input type="radio" name="method" value=${method} .checked=${this.method === method}
      @change=${() => this.host.set({ method })} />${label}</label>`;
  }

  #answer(): TemplateResult | typeof nothing {
    const shown = this.host.shown;
    const input = this.input();
    const first = shown && shown.kind !== 'differences' && input && answers(shown, input) ? shown.words[0] : undefined;
    if (!first) return nothing;
    return html`<span class="answer poster"><span aria-hidden="true">${shown?.kind === 'analogy' ? '≈' : '→'}</span> <b>${first.word}</b></span>`;
  }

  #remark(): TemplateResult | string {
    const problem = this.#problem();
    if (problem) return this.#problemWords(problem);
    const { a, b, c } = this.#plain();
    if (a === '' && b === '' && c === '') return 'Three empty fields ask nothing: type a word.';
    if (a === '' || b === '' || c === '') return 'With a field empty you see the neighbours of what is there.';
    const preset = presetOf({ a, b, c });
    return preset ? remarkOn(preset) : '';
  }

  #problemWords({ field, message, spellings }: WordProblem & { field: WordField }): TemplateResult {
    return html`<span class="problem">${message}</span>
      ${spellings.map((word) => html`<button type="button" class="spelling" @click=${() => field.take(word)}>${word}</button>`)}`;
  }

  #problem(): (WordProblem & { field: WordField }) | undefined {
    for (const field of [this.#fields.b, this.#fields.a, this.#fields.c]) {
      const problem = field.problem();
      if (problem) return { ...problem, field };
    }
    return undefined;
  }

  #plain(): Question {
    const { a, b, c } = this.question;
    return { a: normalise(a), b: normalise(b), c: normalise(c) };
  }

  #ask({ a, b, c }: Question): void {
    this.host.set({ a: a.trim(), b: b.trim(), c: c.trim() });
  }

  #choose(id: string): void {
    this.host.set({ preset: id, a: undefined, b: undefined, c: undefined });
  }
}

const chosenIn = (event: Event): string => (event.currentTarget as HTMLSelectElement).value;
