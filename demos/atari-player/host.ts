import type { TemplateResult } from 'lit';
import type { DemoState } from '../../src/demo/lifecycle';
import type { Button, Game, GameName, Standing } from './games';
import type { Entry, History } from './history';
import type { Player } from './task';
import type { Outcome } from './words';

/** What came of a minute: a person's, and the network's on the same cartridge with the same seed. */
export interface Duel {
  readonly you: Outcome;
  /** Not known while the network is at it. */
  readonly network: Outcome | undefined;
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
  /** Whether the game itself is in another window, and this one shows what it is told of it. */
  readonly isCopy: boolean;
  readonly player: Player;
  /** Of the cartridge in the slot; nothing if no policy here can play it. */
  readonly game: Game | undefined;
  readonly own: Pick<OwnCartridge, 'name'> | undefined;
  /** What this browser remembers. */
  readonly remembered: Pick<OwnCartridge, 'name'> | undefined;
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
  press(button: Button, down: boolean): void;
  /** Everything that is pressed. */
  letGo(): void;
  insert(file: File): void;
  insertRemembered(): void;
  eject(): void;
  remember(): void;
  forget(): void;
  report(): TemplateResult | undefined;
}

/** The entry that is looked at, as the chosen network sees it. */
export function entryAt({ history, at, judged }: PlayerHost): Entry | undefined {
  const entry = history.entries[at];
  return entry && judged ? { ...entry, values: judged, move: undefined, byChance: false } : entry;
}
