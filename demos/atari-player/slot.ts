import { type DemoError, toDemoError } from '../../src/engine/errors';
import type { Cabinet } from './cabinet';
import type { GameName } from './games';
import { bytesOf } from './request';

/** What the slot needs of the element whose cartridges it holds. */
export interface SlotHooks {
  /** Another game begins, on another cartridge. */
  newGame(): void;
  /** Whether an engine waits to be asked; one that runs asks itself. */
  isReady(): boolean;
  /** Has the engine show the cartridge that is in. @throws DemoError */
  power(): Promise<GameName | undefined>;
  refuse(error: DemoError): void;
  say(message: string | undefined): void;
}

/** Where a cartridge goes in: ours, unless there is one of the reader's own. */
export class Slot {
  /** What was refused is no fault of the cartridge. */
  #innocent = false;

  constructor(
    private readonly cabinet: Cabinet,
    private readonly hooks: SlotHooks,
  ) {}

  /** @throws DemoError `input` if it is none; then ours is back in */
  async insert(cartridge: Blob | Uint8Array, game: GameName | undefined): Promise<GameName | undefined> {
    this.hooks.say(undefined);
    const name = cartridge instanceof File ? cartridge.name : 'Your cartridge';
    try {
      this.cabinet.own = { name, bytes: await bytesOf(cartridge), ...(game && { game }) };
    } catch (error) {
      if (this.cabinet.own) this.eject();
      throw this.refuse(error);
    }
    this.hooks.newGame();
    return this.hooks.power();
  }

  eject(): void {
    this.cabinet.own = undefined;
    this.hooks.newGame();
    if (this.hooks.isReady()) this.hooks.power().catch(() => undefined);
  }

  /** Says and tells an error for which no cartridge is put out. @returns it */
  refuse(error: unknown): DemoError {
    const known = toDemoError(error, 'input');
    this.#innocent = true;
    this.hooks.refuse(known);
    this.#innocent = false;
    this.hooks.say(known.message);
    return known;
  }

  /** An error was told. If a cartridge is to blame, ours is put back. */
  told({ code, message }: { readonly code: string; readonly message: string }): void {
    if (code !== 'input' || !this.cabinet.own || this.#innocent) return;
    this.eject();
    this.hooks.say(`${message} Ours is back in.`);
  }
}
