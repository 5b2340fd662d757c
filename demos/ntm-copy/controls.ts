import { html, nothing, type TemplateResult } from 'lit';
import type { TapeHost, View } from './host';
import { score } from './score';
import { TASKS, taskNames } from './tasks';

/** The row under the stage: what plays, and what is put in. */
export function controls(host: TapeHost, mainButton: TemplateResult, seed: number, shown: View): TemplateResult {
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
  if (view === 'lstm')
    return html`<button type="button" class="plain end" @click=${() => host.set({ view: 'tape' })}>Back to the tape</button>`;
  const { trace, speed, state, task } = host;
  const mayFlip = trace && (state === 'ready' || state === 'running');
  const rival = trace?.lstm.length ? `: ${score(task, trace.lstm, trace.target).words}` : '';
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
    ${task.rival ? html`<button type="button" class="plain end" @click=${() => host.set({ view: 'lstm' })}>Beside an LSTM${rival}</button>` : nothing}
    ${task.reaches ? html`<span class="reaches end">${task.reaches}</span>` : nothing}`;
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
