import type { TemplateResult } from 'lit';
import type { DemoState } from '../../src/demo/lifecycle';
import type { Game, GameName, Standing } from './games';
import type { Entry, History } from './history';
import type { Held } from './machine/console';
import type { Player } from './task';

/** What came of a minute: a person's, and the network's on the same cartridge with the same seed. */
export interface Duel {
  readonly you: number;
  /** Not known while the network is at it. */
  readonly network: number | undefined;
}

/** A cartridge of the reader's own. */
export interface OwnCartridge {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Taken for this game, whatever its sum. */
  readonly game?: GameName;
}

/** What the parts of the demo need of its element. */
export interface PlayerHost {
  readonly state: DemoState;
  readonly player: Player;
  /** Of the cartridge in the slot; nothing if no policy here can play it. */
  readonly game: Game | undefined;
  readonly own: OwnCartridge | undefined;
  /** What this browser remembers. */
  readonly remembered: OwnCartridge | undefined;
  readonly history: History;
  /** Index of the entry that is looked at: a past one, or the last. */
  readonly at: number;
  /** Whether a past one is looked at. */
  readonly looking: boolean;
  /** What is on the television. */
  readonly picture: Uint8Array | undefined;
  readonly standing: Standing | undefined;
  /** [14, 14] of the entry that is looked at, if they were asked for. */
  readonly doubts: readonly number[] | undefined;
  /** What the chosen network makes of that entry, if another one played it. */
  readonly judged: readonly number[] | undefined;
  readonly checkpoint: string;
  readonly hue: number;
  readonly speed: string;
  readonly seed: number;
  readonly controller: string;
  readonly sounding: boolean;
  /** Seconds left of a person's minute; nothing where no clock runs. */
  readonly secondsLeft: number | undefined;
  readonly duel: Duel | undefined;
  set(attributes: Readonly<Record<string, string | number | undefined>>): void;
  /** Goes back to a moment, and stops there. */
  look(at: number): void;
  /** One frame on. */
  step(): void;
  /** Asks which places matter, or takes the answer away. */
  doubt(): void;
  toggleSound(): void;
  press(button: keyof Held, down: boolean): void;
  key(event: KeyboardEvent, down: boolean): void;
  insert(file: File): void;
  insertRemembered(): void;
  eject(): void;
  remember(): Promise<void>;
  forget(): Promise<void>;
  report(): TemplateResult | undefined;
}

/** The entry that is looked at, as the chosen network sees it. */
export function entryAt({ history, at, judged }: PlayerHost): Entry | undefined {
  const entry = history.entries[at];
  return entry && judged ? { ...entry, values: judged, move: undefined, byChance: false } : entry;
}
