import { html, nothing, type TemplateResult } from 'lit';
import type { TapeHost, View } from './host';
import { learnControls, learnFoot } from './learn/controls';
import { score } from './score';
import { TASKS, taskNames } from './tasks';

/** The row under the stage: what plays, and what is put in. */
export function controls(host: TapeHost, mainButton: TemplateResult, seed: number, shown: View): TemplateResult {
  if (shown === 'learn') return learnControls(host, mainButton, seed);
  const { trace, at, bits, task } = host;
  const last = (trace?.rows.length ?? 1) - 1;
  const units = bits.length / task.rowsEach;
  const take = (length: number, others: Readonly<Record<string, string | number | undefined>> = {}) =>
    host.set({ bits: undefined, flips: undefined, priorities: undefined, length, ...others });
  const choices = task.presets.map((preset) => {
    const view = preset.beside ? 'lstm' : 'tape';
    const repeats = preset.repeats ?? host.repeats;
    const chosen = shown === view && (view === 'lstm' || (units === preset.size && repeats === host.repeats));
    return { ...preset, chosen, take: () => take(preset.size, { view, repeats: preset.repeats }) };
  });
  return html`
    ${mainButton}
    <button type="button" class="button" ?disabled=${!trace || at === 0} @click=${() => host.seek(at - 1)}>Back</button>
    <button type="button" class="button" ?disabled=${!trace || at >= last} @click=${() => host.seek(at + 1)}>Step</button>
    <button type="button" class="button" @click=${() => take(units, { seed: seed + 1 })}>New bits</button>
    <label class="slider">${task.unit === 'items' ? 'Items' : 'Length'}
      <input type="range" min=${task.least} max=${task.most} .value=${String(units)} @input=${(event: Event) => take(numberIn(event))} />
      <output>${units}</output>
    </label>
    <fieldset class="choice end" aria-label="Presets">
      ${choices.map(
        ({ label, chosen, take }) =>
          html`<label><input type="radio" name="preset" .checked=${chosen} @change=${take} />${label}</label>`,
      )}
    </fieldset>`;
}

/** The foot of the stage: task, noise, speed, and the way to the other view. */
export function foot(host: TapeHost, view: View): TemplateResult {
  if (view === 'learn') return learnFoot(host);
  if (view === 'lstm')
    return html`<button type="button" class="plain end" @click=${() => host.set({ view: 'tape' })}>Back to the tape</button>`;
  const { trace, speed, state, task } = host;
  const mayFlip = trace && (state === 'ready' || state === 'running');
  const rival = trace?.lstm.length ? `LSTM: ${score(task, trace.lstm, trace.target).words}` : 'Beside an LSTM';
  return html`
    <label class="task">Task
      <select @change=${(event: Event) => chooseTask(host, event)}>
        ${taskNames.map((name) => html`<option value=${name} ?selected=${TASKS[name] === task}>${TASKS[name].label}</option>`)}
      </select>
    </label>
    ${
      trace?.flips.length
        ? html`<button type="button" class="plain" @click=${() => host.set({ flips: undefined })}>Undo what was flipped</button>`
        : html`<button type="button" class="plain" ?disabled=${!mayFlip} @click=${() => host.flipRow()}>Flip a memory row</button>`
    }
    <label class="slider">Speed
      <input type="range" min="0.25" max="4" step="0.25" .value=${String(speed)} @input=${(event: Event) => host.set({ speed: numberIn(event) })} />
      <output>× ${speed}</output>
    </label>
    ${task === TASKS.copy ? html`<button type="button" class="plain end" @click=${() => host.set({ view: 'learn' })}>Watch it learn</button>` : nothing}
    ${task.rival ? html`<button type="button" class="plain ${task === TASKS.copy ? '' : 'end'}" @click=${() => host.set({ view: 'lstm' })}>${rival}</button>` : nothing}
    ${task.reaches ? html`<span class="reaches end">${task.reaches}</span>` : nothing}`;
}

/** What the hand can do. @param probed the cell under it, in words */
export function hintOf(view: View, probed: string | undefined, canRun: boolean): string {
  if (view === 'lstm') return 'the same bits for both';
  return probed ?? (canRun ? 'draw on the input, press on the memory' : 'draw on the input, and run it');
}

const chooseTask = (host: TapeHost, event: Event): void =>
  host.set({
    bits: undefined,
    flips: undefined,
    priorities: undefined,
    view: undefined,
    length: undefined,
    repeats: undefined,
    task: (event.currentTarget as HTMLSelectElement).value,
  });

const numberIn = (event: Event): number => Number((event.currentTarget as HTMLInputElement).value);
