import { html, nothing, type TemplateResult } from 'lit';
import type { PlayerHost } from './host';

const PLAYERS = [
  { value: 'dqn', label: 'Network' },
  { value: 'random', label: 'Chance' },
  { value: 'you', label: 'You' },
] as const;

const SPEEDS = [
  { value: '1', label: '1×' },
  { value: 'max', label: 'Max' },
] as const;

const CHECKPOINTS = [
  { value: 'random', label: 'untrained' },
  { value: 'early', label: 'early' },
  { value: 'middle', label: 'midway' },
  { value: 'final', label: 'to the end' },
] as const;

/** The row under the stage: what plays, how fast, and what is in the slot. */
export function controls(host: PlayerHost, mainButton: TemplateResult): TemplateResult {
  const policy = host.game !== undefined;
  return html`
    ${mainButton}
    ${choice('Who plays', 'player', policy ? PLAYERS : PLAYERS.slice(2), host.player, (value) => host.set({ player: value }))}
    ${choice('Speed', 'speed', SPEEDS, host.speed, (value) => host.set({ speed: value }))}
    <button type="button" class="button" ?disabled=${host.state !== 'ready'} @click=${() => host.step()}>Frame</button>
    <label class="button plain end file">Insert a cartridge…
      <input type="file" accept=".bin,.a26,.rom" @change=${(event: Event) => fileIn(event, host)} />
    </label>`;
}

function fileIn(event: Event, host: PlayerHost): void {
  const input = event.currentTarget as HTMLInputElement;
  const file = input.files?.[0];
  if (file) host.insert(file);
  input.value = '';
}

/** The foot of the stage: how far it has learned, what is done to its colours, and what is heard. */
export function foot(host: PlayerHost): TemplateResult {
  return html`${host.own ? ownFoot(host) : ourFoot(host)}
    <label class="check small end"><input type="checkbox" .checked=${host.sounding} @change=${() => host.toggleSound()} />Sound</label>`;
}

function ourFoot(host: PlayerHost): TemplateResult {
  const learned = CHECKPOINTS.findIndex(({ value }) => value === host.checkpoint);
  const label = CHECKPOINTS[learned]?.label ?? '';
  const mayDoubt = host.game && host.history.entries.length > 0 && (host.state === 'ready' || host.state === 'running');
  return html`
    <label class="slider">Trained
      <input type="range" min="0" max=${CHECKPOINTS.length - 1} .value=${String(learned)} aria-valuetext=${label}
        @input=${(event: Event) => host.set({ checkpoint: CHECKPOINTS[numberIn(event)]?.value })} />
      <output>${label}</output>
    </label>
    <label class="slider">Hue
      <input type="range" min="0" max="330" step="30" .value=${String(host.hue)} @input=${(event: Event) => host.set({ hue: numberIn(event) || undefined })} />
      <output>${host.hue}°</output>
    </label>
    <button type="button" class="plain" ?disabled=${!mayDoubt} aria-pressed=${host.doubts !== undefined} @click=${() => host.doubt()}>What matters</button>
    <button type="button" class="plain" @click=${() => host.set({ seed: host.seed + 1 })}>Seed ${host.seed}</button>
    ${host.remembered ? html`<button type="button" class="plain" @click=${() => host.insertRemembered()}>Insert ${host.remembered.name}</button>` : nothing}`;
}

function ownFoot(host: PlayerHost): TemplateResult {
  const remembered = host.remembered?.name === host.own?.name;
  return html`
    <b class="cartridge">${host.own?.name}</b>
    ${host.game ? nothing : choice('Controller', 'controller', CONTROLLERS, host.controller, (value) => host.set({ controller: value }))}
    <button type="button" class="plain" @click=${() => (remembered ? host.forget() : host.remember())}>${remembered ? 'Forget it' : 'Remember it here'}</button>
    <button type="button" class="plain" @click=${() => host.eject()}>Take it out</button>`;
}

const CONTROLLERS = [
  { value: 'joystick', label: 'Joystick' },
  { value: 'paddle', label: 'Paddle' },
] as const;

const choice = (
  label: string,
  name: string,
  options: readonly { readonly value: string; readonly label: string }[],
  chosen: string,
  choose: (value: string) => void,
): TemplateResult => html`<fieldset class="choice" aria-label=${label}>
  ${options.map(
    ({ value, label }) =>
      html`<label><input type="radio" name=${name} .checked=${value === chosen} @change=${() => choose(value)} />${label}</label>`,
  )}
</fieldset>`;

const numberIn = (event: Event): number => Number((event.currentTarget as HTMLInputElement).value);
