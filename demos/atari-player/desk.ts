import type { TemplateResult } from 'lit';
import type { DemoState } from '../../src/demo/lifecycle';
import type { ViewState } from '../../src/demo/mirror/snapshot';
import type { Cabinet } from './cabinet';
import type { Button } from './games';
import type { Duel, OwnCartridge, PlayerHost } from './host';
import { forget, keep, kept } from './keep';
import type { Ask } from './task';

/** What the desk needs of the element it serves. */
export interface DeskHooks {
  state(): DemoState;
  /** Whether the game itself is in another window. */
  isCopy(): boolean;
  text(name: string): string;
  numeric(name: string): number;
  set(attributes: Readonly<Record<string, string | number | undefined>>): void;
  /** Does one of the element's acts, here or in the window that this one is a copy of. */
  perform(name: string, argument?: unknown): void;
  report(): TemplateResult | undefined;
  changed(): void;
}

/** What an element tells its copies about a cartridge, and about its sound. */
interface There {
  readonly sounding?: boolean;
  readonly own?: string | undefined;
  readonly remembered?: string | undefined;
}

/** What is on the table before the television: the moment looked at, what was asked about it, the reader's cartridge. */
export class Desk implements PlayerHost {
  duel: Duel | undefined;
  doubts: readonly number[] | undefined;
  judged: readonly number[] | undefined;
  #remembered: OwnCartridge | undefined;
  #look: number | undefined;
  /** In a copy: what the other window has. */
  #there: There = {};

  constructor(
    private readonly cabinet: Cabinet,
    private readonly hooks: DeskHooks,
  ) {}

  get state() {
    return this.hooks.state();
  }
  get isCopy() {
    return this.hooks.isCopy();
  }
  get player() {
    return this.cabinet.player;
  }
  get game() {
    return this.cabinet.game;
  }
  get own() {
    return this.isCopy ? named(this.#there.own) : this.cabinet.own;
  }
  get remembered() {
    return this.isCopy ? named(this.#there.remembered) : this.#remembered;
  }
  get history() {
    return this.cabinet.history;
  }
  get at() {
    return this.#look ?? this.history.entries.length - 1;
  }
  get looking() {
    return this.#look !== undefined;
  }
  get picture() {
    const past = this.#look === undefined ? undefined : this.history.entries[this.#look];
    return past?.picture ?? this.cabinet.picture;
  }
  get standing() {
    return this.cabinet.standing;
  }
  get checkpoint() {
    return this.hooks.text('checkpoint');
  }
  get hue() {
    return this.hooks.numeric('hue');
  }
  get speed() {
    return this.hooks.text('speed');
  }
  get seed() {
    return this.hooks.numeric('seed');
  }
  get controller() {
    return this.hooks.text('controller');
  }
  get sounding() {
    return this.isCopy ? this.#there.sounding === true : this.cabinet.sound.on;
  }
  get secondsLeft() {
    return this.cabinet.secondsLeft;
  }

  set(attributes: Readonly<Record<string, string | number | undefined>>): void {
    this.hooks.set(attributes);
  }
  look(at: number): void {
    this.hooks.perform('look', at);
  }
  step(): void {
    this.hooks.perform('step');
  }
  doubt(): void {
    this.hooks.perform('doubt');
  }
  insert(file: File): void {
    this.hooks.perform('insert', file);
  }
  eject(): void {
    this.hooks.perform('eject');
  }
  press(button: Button, down: boolean): void {
    this.hooks.perform('hold', { button, down });
  }
  letGo(): void {
    this.hooks.perform('letGo');
  }
  toggleSound(): void {
    this.hooks.perform('sound');
  }
  insertRemembered(): void {
    this.hooks.perform('insertRemembered');
  }
  remember(): void {
    this.hooks.perform('remember');
  }
  forget(): void {
    this.hooks.perform('forget');
  }
  report(): TemplateResult | undefined {
    return this.hooks.report();
  }

  /** Asks this browser what it remembers. */
  async recall(): Promise<void> {
    this.#remembered = await kept();
    this.hooks.changed();
  }

  /** What is done here when it is asked for, here or in the window of a copy. */
  readonly acts = {
    hold: ({ button, down }: { button: Button; down: boolean }) => {
      if (down) this.cabinet.hand.press(button);
      else this.cabinet.hand.release(button);
    },
    letGo: () => this.cabinet.hand.letGo(),
    sound: () => {
      this.cabinet.sound.toggle();
      this.hooks.changed();
    },
    insertRemembered: () => {
      if (this.#remembered) this.insert(new File([this.#remembered.bytes], this.#remembered.name));
    },
    remember: async () => {
      const { own } = this.cabinet;
      if (own && (await keep({ name: own.name, bytes: own.bytes }))) await this.recall();
    },
    forget: async () => {
      await forget();
      await this.recall();
    },
  };

  /** Looks at an entry; the last one is the present. */
  lookAt(at: number): void {
    this.clear();
    this.#look = at < this.history.entries.length - 1 ? at : undefined;
    this.hooks.changed();
  }
  /** Back to the present, with nothing asked. */
  clear(): void {
    this.#look = undefined;
    this.doubts = undefined;
    this.judged = undefined;
  }
  get viewState(): ViewState {
    const { doubts, judged, duel, sounding, own, remembered } = this;
    return { look: this.#look, doubts, judged, duel, sounding, own: own?.name, remembered: remembered?.name };
  }
  showViewState(view: ViewState): void {
    if ('look' in view) this.#look = view.look as number | undefined;
    if ('doubts' in view) this.doubts = view.doubts as readonly number[] | undefined;
    if ('judged' in view) this.judged = view.judged as readonly number[] | undefined;
    if ('duel' in view) this.duel = view.duel as Duel | undefined;
    this.#there = { ...this.#there, ...(view as There) };
  }

  /** A question to put to the engine about the moment that is looked at. */
  question(by: 'judge' | 'doubt'): Ask {
    return this.cabinet.ask({ by, stack: this.history.stack(this.at) });
  }
}

const named = (name: string | undefined) => (name === undefined ? undefined : { name });
