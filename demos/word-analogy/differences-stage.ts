import { html, nothing, type TemplateResult } from 'lit';
import { type DifferenceOptions, layOutDifferences, type Spot } from './difference-plot';
import type { Point, Size } from './plot';
import { type Family, families, OWN } from './presets';
import type { StageHost } from './stage';
import { type DifferencesResult, parsePairs, parseStep, type Step, type WordInput } from './task';
import { WordField } from './word-field';

const TOP = 7;
const MOST_PAIRS = 24;
/** A pointer is on a word within this many pixels. */
const REACH_PX = 20;
/** A press that moved less is a click. */
const STILL_PX = 8;

const OWN_TO_BEGIN_WITH = 'paris france; rome italy; tokyo japan; cairo egypt; oslo norway';

export interface DifferencesHost extends StageHost {
  readonly plotSize: Size;
  readonly plot: HTMLElement | undefined;
}

/** Pairs of words and the arrow that a reader draws among them. */
export class DifferencesStage {
  readonly #from: WordField;
  #highlighted: number | undefined;
  #focusable = 0;
  #pull: { readonly spot: Spot; readonly to: Point } | undefined;
  /** The word from which an arrow was begun with the keyboard. */
  #begun: Spot | undefined;

  constructor(private readonly host: DifferencesHost) {
    this.#from = new WordField(host, {
      id: 'word-from',
      label: 'Word from which the arrow starts',
      value: () => host.text('from'),
      commit: (typed) => host.set({ from: typed.trim() || undefined }),
    });
  }

  input(): WordInput | undefined {
    const { pairs } = this.#family;
    const [from, step] = [this.host.text('from'), this.#step];
    const arrow = from && step && !this.#from.problem() ? { from: from.trim().toLowerCase(), step } : undefined;
    return { kind: 'differences', pairs, ...(arrow && { arrow }), top: TOP };
  }

  get plotOptions(): Omit<DifferenceOptions, 'size'> {
    const { start, end } = this.#family;
    return {
      start,
      end,
      highlighted: this.#highlighted,
      focusable: this.#focusable,
      pulled: this.#pull && { from: this.#pull.spot, to: this.#pull.to },
      point: (pair) => {
        this.#highlighted = pair;
        this.host.changed();
      },
      press: (event, spot) => this.#press(event, spot),
    };
  }

  renderAside(): TemplateResult {
    const { id, note } = this.#family;
    const missing = this.#fitting?.missing.slice(0, 5).join(', ').slice(0, 80);
    return html`
      ${id === OWN ? this.#ownPairs() : nothing}
      <p class="share">${this.#share()}
        ${missing ? html`<span class="problem">Not in the vocabulary: ${missing}.</span>` : nothing}
        ${note ? html`<small>${note}</small>` : nothing}</p>
      ${this.#arrowWords()}`;
  }

  renderControls(): TemplateResult {
    const chosen = this.#family.id;
    const choose = (event: Event) => this.#choose((event.currentTarget as HTMLSelectElement).value);
    return html`
      ${this.host.mainButton()}
      <select class="select wide" aria-label="Pairs to draw" .value=${chosen} @change=${choose}>
        ${families.map(({ id, start, end }) => html`<option value=${id} ?selected=${id === chosen}>${start} → ${end}</option>`)}
        <option value=${OWN} ?selected=${chosen === OWN}>Your own pairs</option>
      </select>
      ${this.#step ? html`<button type="button" class="button" @click=${() => this.#clear()}>Remove the arrow</button>` : nothing}
      ${this.host.viewChoice()}`;
  }

  /** Pulling an arrow: from a word to another, or to anywhere. A click on a word starts the same arrow there. */
  readonly onPointerDown = (event: PointerEvent): void => {
    if (this.host.state !== 'ready' && this.host.state !== 'running') return;
    const spot = this.#spotAt(this.#pointIn(event));
    if (!spot) return;
    this.#pull = { spot, to: spot };
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
  };

  readonly onPointerMove = (event: PointerEvent): void => {
    if (!this.#pull) return;
    this.#pull = { ...this.#pull, to: this.#pointIn(event) };
    this.host.changed();
  };

  readonly onPointerUp = (event: PointerEvent): void => {
    const pull = this.#pull;
    if (!pull) return;
    this.#pull = undefined;
    const to = this.#pointIn(event);
    const other = this.#spotAt(to);
    if (distance(pull.spot, to) < STILL_PX) this.#startFrom(pull.spot.word);
    else if (other && other.word !== pull.spot.word) this.#draw(pull.spot.word, `${pull.spot.word} ${other.word}`);
    else if (!other) this.#draw(pull.spot.word, this.#inPlane(pull.spot, to));
    this.host.changed();
  };

  get #family(): Family {
    const id = this.host.text('family');
    const known = families.find((family) => family.id === id);
    if (known) return known;
    const pairs = parsePairs(this.host.text('pairs') || OWN_TO_BEGIN_WITH, MOST_PAIRS);
    return { id: OWN, start: 'first', end: 'second', pairs, shuffledShare: 0, note: '' };
  }

  get #step(): Step | undefined {
    return parseStep(this.host.text('arrow'));
  }

  get #result(): DifferencesResult | undefined {
    return this.host.shown?.kind === 'differences' ? this.host.shown : undefined;
  }

  /** The result, if it is one of these pairs and not of those before. */
  get #fitting(): DifferencesResult | undefined {
    const result = this.#result;
    return JSON.stringify(result?.asked.pairs) === JSON.stringify(this.#family.pairs) ? result : undefined;
  }

  #share(): TemplateResult | string {
    const result = this.#fitting;
    if (!result) return '';
    if (result.pairs.length === 0) return 'Two pairs of known words are needed.';
    const { id, shuffledShare } = this.#family;
    const percent = (share: number) => `${Math.round(100 * share)} %`;
    const shuffled = id === OWN ? '' : `; with the ends shuffled, ${percent(shuffledShare)}`;
    return html`<b>${percent(result.sharedShare)}</b> of the steps’ squared length lies along one direction${shuffled}.`;
  }

  #ownPairs(): TemplateResult {
    const written = (this.host.text('pairs') || OWN_TO_BEGIN_WITH).replace(/\s*;\s*/g, '\n');
    const write = (event: Event) =>
      this.host.set({ pairs: (event.currentTarget as HTMLTextAreaElement).value.trim().replace(/\s*\n\s*/g, '; ') });
    return html`<textarea class="own-pairs" rows="3" aria-label="Pairs of words, one pair a line" spellcheck="false" .value=${written} @change=${write}></textarea>`;
  }

  #arrowWords(): TemplateResult {
    if (this.#begun)
      return html`<p class="arrow-words" role="status">An arrow from ${this.#begun.word}: go to another word, press Enter.</p>`;
    const step = this.#step;
    if (!step) return html`<p class="arrow-words">Pull an arrow from a word, to another or to anywhere.</p>`;
    const problem = this.#from.problem();
    return html`<p class="arrow-words"><span>From ${this.#from.render()}</span>
      ${
        problem
          ? html`<span class="problem" role="status">${problem.message} ${problem.spellings.join(', ')}</span>`
          : 'tip' in step
            ? `the step ${step.tail} → ${step.tip} leads to`
            : 'your arrow leads to'
      }</p>`;
  }

  #choose(family: string): void {
    this.host.set({ family, arrow: undefined, from: undefined });
  }

  #clear(): void {
    this.host.set({ arrow: undefined, from: undefined });
  }

  #draw(from: string, arrow: string): void {
    this.host.set({ from, arrow });
  }

  #startFrom(word: string): void {
    if (this.#step) this.host.set({ from: word });
  }

  #inPlane(from: Point, to: Point): string {
    const scale = this.#result ? layOutDifferences(this.#result, this.host.plotSize).scale : 1;
    return `${((from.y - to.y) / scale).toFixed(3)} ${((to.x - from.x) / scale).toFixed(3)}`;
  }

  #press(event: KeyboardEvent, spot: Spot): void {
    const { key } = event;
    if (key === 'Enter' || key === ' ') this.#pressEnter(spot);
    else if (key === 'Escape' && this.#begun) this.#begun = undefined;
    else if (key.startsWith('Arrow')) this.#moveFocus(spot, key);
    else return;
    event.preventDefault();
    event.stopPropagation();
    this.host.changed();
  }

  #pressEnter(spot: Spot): void {
    const begun = this.#begun;
    this.#begun = begun ? undefined : spot;
    if (begun && begun.word !== spot.word) this.#draw(begun.word, `${begun.word} ${spot.word}`);
  }

  /** To the other word of the pair, or to the next pair. */
  #moveFocus({ pair, end }: Spot, key: string): void {
    const pairs = this.#result?.pairs.length ?? 1;
    const by = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
    const side = key === 'ArrowLeft' ? 0 : key === 'ArrowRight' ? 1 : end;
    this.#focusable = 2 * ((pair + by + pairs) % pairs) + side;
    this.host.plot?.querySelector<SVGElement>(`[data-index="${this.#focusable}"]`)?.focus();
  }

  #spotAt(point: Point): Spot | undefined {
    if (!this.#result) return undefined;
    const { spots } = layOutDifferences(this.#result, this.host.plotSize);
    const [nearest] = [...spots].sort((one, other) => distance(one, point) - distance(other, point));
    return nearest && distance(nearest, point) <= REACH_PX ? nearest : undefined;
  }

  /** In pixels of the plot, which a deck may show at another scale. */
  #pointIn(event: PointerEvent): Point {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    const scale = this.host.plotSize.width / box.width;
    return { x: (event.clientX - box.left) * scale, y: (event.clientY - box.top) * scale };
  }
}

const distance = (one: Point, other: Point): number => Math.hypot(one.x - other.x, one.y - other.y);
