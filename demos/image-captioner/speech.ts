import { type Caption, type CaptionResult, shared } from './task';
import { Telling } from './telling';

export interface SpeechHost {
  /** The caption that is shown; its words are all said at once where it was recorded. */
  best(): Caption | undefined;
  recorded(): boolean;
  moved(): void;
  /** The last word has been said. */
  ended(): void;
}

/** How far the sentence has been said, and which of its words is looked at. */
export class Speech {
  readonly #telling: Telling;
  #said: readonly string[] = [];
  /** The word that is looked at, if somebody chose one, and the one under the pointer. */
  #chosen: number | undefined;
  #peeked: number | undefined;
  /** What was said of the whole picture. */
  #uncovered: string | undefined;

  constructor(private readonly host: SpeechHost) {
    this.#telling = new Telling({
      length: () => this.#length,
      moved: () => host.moved(),
      ended: () => host.ended(),
    });
  }

  get told(): number {
    return this.host.recorded() ? this.#length : this.#telling.told;
  }

  /** The word under the pointer, the one that was chosen, the one that is being said, or the last. */
  get at(): number {
    return Math.min(this.#length, this.#peeked ?? this.#chosen ?? Math.max(0, this.told - 1));
  }

  /** What was said before the square hid something, if it was something else. */
  get before(): string | undefined {
    return this.#uncovered === this.host.best()?.text ? undefined : this.#uncovered;
  }

  /** What a copy needs to look the same. */
  get state(): { readonly told: number; readonly chosen: number | undefined; readonly uncovered: string | undefined } {
    return { told: this.#telling.told, chosen: this.#chosen, uncovered: this.#uncovered };
  }

  set state(state: Readonly<Partial<Record<'told' | 'chosen' | 'uncovered', unknown>>>) {
    if ('told' in state) this.#telling.jump(state.told as number);
    if ('chosen' in state) this.#chosen = state.chosen as number | undefined;
    if ('uncovered' in state) this.#uncovered = state.uncovered as string | undefined;
  }

  /**
   * A new result: what it has in common with the last sentence stands, the rest is said word by word.
   * @param atOnce whether nobody waits for the words, or a square is being moved
   */
  show({ covered }: CaptionResult, replaced: boolean, atOnce: boolean): void {
    const { words = [], text } = this.host.best() ?? {};
    const common = replaced ? 0 : shared(this.#said, words);
    if (!covered) this.#uncovered = text;
    this.#said = words;
    this.#chosen = undefined;
    this.#peeked = undefined;
    if (atOnce || covered) this.#telling.finish();
    else this.#telling.begin(common);
  }

  again(): void {
    this.#chosen = undefined;
    this.#telling.begin(0);
  }

  look(at: number): void {
    if (!this.host.recorded() && !this.#telling.ended) this.#telling.finish();
    this.#chosen = at;
    this.host.moved();
  }

  peek(at: number | undefined): void {
    this.#peeked = this.host.recorded() || this.#telling.ended ? at : undefined;
    this.host.moved();
  }

  /** Goes on where it stood. */
  resume(): void {
    if (!this.host.recorded() && !this.#telling.ended) this.#telling.resume();
  }

  stop(): void {
    this.#telling.stop();
  }

  /** Another picture is shown: nothing that was said was of it. */
  forget(): void {
    this.#uncovered = undefined;
    this.#chosen = undefined;
  }

  get #length(): number {
    return this.host.best()?.words.length ?? 0;
  }
}
