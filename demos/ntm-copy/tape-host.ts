import type { TemplateResult } from 'lit';
import type { DemoState } from '../../src/demo/lifecycle';
import type { Given } from './given';
import type { TapeHost } from './host';
import { writePriorities } from './priority-sort';
import type { Tape } from './tape';
import { writeBits } from './task';
import type { Trace } from './trace';

/** What the element gives for its parts to be hosted. */
export interface HostOwner {
  readonly given: Given;
  readonly tape: Tape;
  state(): DemoState;
  trace(): Trace | undefined;
  numeric(name: string): number;
  perform(name: string, argument?: unknown): void;
  set(name: string, value: string | null): void;
  changed(): void;
  report(): TemplateResult | undefined;
}

/** The element as its parts see it. */
export function tapeHost(owner: HostOwner): TapeHost {
  const { given, tape } = owner;
  const host: TapeHost = {
    get state() {
      return owner.state();
    },
    get task() {
      return given.task;
    },
    get bits() {
      return given.bits;
    },
    get sequence() {
      return given.sequence;
    },
    get trace() {
      return owner.trace();
    },
    get at() {
      return tape.at;
    },
    get repeats() {
      return owner.numeric('repeats');
    },
    get start() {
      return owner.numeric('start');
    },
    get speed() {
      return owner.numeric('speed');
    },
    draw: (bits) => host.set({ bits: writeBits(bits) }),
    prioritise: (priorities) => host.set({ priorities: writePriorities(priorities) }),
    seek: (at) => owner.perform('seek', at),
    flip: (location, column) => owner.perform('flip', { location, column }),
    flipRow: () => owner.perform('flipRow'),
    learnAnew: () => owner.perform('learnAnew'),
    set: (values) => {
      for (const [name, value] of Object.entries(values)) owner.set(name, value === undefined ? null : String(value));
    },
    changed: () => owner.changed(),
    report: () => owner.report(),
  };
  return host;
}
