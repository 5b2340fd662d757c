import type { Cabinet } from './cabinet';
import type { Desk } from './desk';
import type { Ask } from './task';

/** What a close look needs of the element. */
export interface LensHooks {
  pause(): void;
  /** Whether an engine waits to be asked, in this window. */
  isReady(): boolean;
  /** Has the engine answer; the answer is shown like any other. */
  call(ask: Ask): Promise<unknown>;
  changed(): void;
}

/** A close look while the game stands still: frame by frame, by another network, place by place. */
export class Lens {
  /** The answer that comes next is shown frame by frame. */
  stepping = false;

  constructor(
    private readonly cabinet: Cabinet,
    private readonly desk: Desk,
    private readonly hooks: LensHooks,
  ) {}

  /** One frame on. */
  async step(): Promise<void> {
    this.desk.clear();
    if (!this.cabinet.step()) {
      this.stepping = true;
      const ask = this.cabinet.next(performance.now());
      if (ask) await this.hooks.call(ask).catch(() => undefined);
      this.stepping = false;
      this.cabinet.step();
    }
    this.hooks.changed();
  }

  /** Another network says what it makes of the same moment. */
  async judge(): Promise<void> {
    if (!this.hooks.isReady() || this.cabinet.busy || this.cabinet.history.entries.length === 0) return;
    await this.hooks.call(this.desk.question('judge')).catch(() => undefined);
  }

  /** Which places matter, or, asked again, the plain picture. */
  async doubt(): Promise<void> {
    this.hooks.pause();
    if (this.desk.doubts) this.desk.doubts = undefined;
    else await this.hooks.call(this.desk.question('doubt')).catch(() => undefined);
    this.hooks.changed();
  }
}
