import { html, type TemplateResult } from 'lit';
import type { DemoState } from '../../../src/demo/lifecycle';
import type { TapeHost } from '../host';
import { grouped } from './learning';
import type { Lesson } from './lesson';

/** What the first control says where running is learning. */
export const LEARN_WORDS: Readonly<Partial<Record<DemoState, string>>> = { idle: 'Load and learn', ready: 'Learn' };

export const LEARN_CAPTION =
  'From random weights. For some three thousand sequences it does little better than guess; then both heads settle on the diagonal, and nearly all errors are gone.';

/** The right half of the status line. */
export function learnHint(lesson: Lesson | undefined): string {
  if (!lesson?.sequences) return 'from random weights';
  const share = lesson.curve.at(-1);
  return `${grouped(lesson.sequences)} sequences${share === undefined ? '' : ` · ${share.toFixed(1)} % of bits wrong`}`;
}

/** The row under the stage while it learns. */
export function learnControls(host: TapeHost, mainButton: TemplateResult, seed: number): TemplateResult {
  const { bits, start, task } = host;
  const take = (length: number, others: Readonly<Record<string, number>> = {}) =>
    host.set({ bits: undefined, length, ...others });
  return html`
    ${mainButton}
    <button type="button" class="button" @click=${() => host.learnAnew()}>Start again</button>
    <button type="button" class="button" @click=${() => host.set({ start: start + 1 })}>Other start</button>
    <button type="button" class="button end" @click=${() => take(bits.length, { seed: seed + 1 })}>New bits</button>
    <label class="slider">Length
      <input type="range" min=${task.least} max=${task.most} .value=${String(bits.length)}
        @input=${(event: Event) => take(Number((event.currentTarget as HTMLInputElement).value))} />
      <output>${bits.length}</output>
    </label>`;
}

/** The foot of the stage: what is done, and the way back. */
export const learnFoot = (host: TapeHost): TemplateResult => html`
  <span class="reaches">learns from rows it has never seen, 1 to 20 at a time</span>
  <button type="button" class="plain end" @click=${() => host.set({ view: undefined })}>Back to the tape</button>`;
