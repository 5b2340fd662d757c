import { html, nothing, type TemplateResult } from 'lit';
import type { Checkpoint, Game } from './games';
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

const CHECKPOINTS: Readonly<Record<Checkpoint, string>> = {
  random: 'untrained',
  early: 'early',
  middle: 'midway',
  final: 'to the end',
};

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

/** The foot of the stage: how far it has learned, what is done to its colours, what is in the slot, and what is heard. */
export function foot(host: PlayerHost): TemplateResult {
  const { game, own } = host;
  return html`${own ? html`<b class="cartridge">${game?.title ?? own.name}</b>` : nothing}
    ${game ? aboutNetwork(host, game) : choice('Controller', 'controller', CONTROLLERS, host.controller, (value) => host.set({ controller: value }))}
    ${own ? aboutOwn(host, own) : nothing}
    ${!own && host.remembered ? html`<button type="button" class="plain cartridge" @click=${() => host.insertRemembered()}>Insert ${host.remembered.name}</button>` : nothing}
    <label class="check small end"><input type="checkbox" .checked=${host.sounding} @change=${() => host.toggleSound()} />Sound</label>`;
}

function aboutNetwork(host: PlayerHost, game: Game): TemplateResult {
  const mayDoubt = host.history.entries.length > 0 && (host.state === 'ready' || host.state === 'running');
  return html`
    ${game.checkpoints.length > 1 ? trained(host, game) : nothing}
    <label class="slider">Hue
      <input type="range" style="--steps: 11" min="0" max="330" step="30" .value=${String(host.hue)} @input=${(event: Event) => host.set({ hue: numberIn(event) || undefined })} />
      <output>${host.hue}°</output>
    </label>
    <button type="button" class="plain" ?disabled=${!mayDoubt} aria-pressed=${host.doubts !== undefined} @click=${() => host.doubt()}>What matters</button>
    <button type="button" class="plain" @click=${() => host.set({ seed: host.seed + 1 })}>Seed ${host.seed}</button>`;
}

/** A network that was kept at its end alone has nothing to slide. */
function trained(host: PlayerHost, { checkpoints }: Game): TemplateResult {
  const learned = checkpoints.indexOf(host.checkpoint as Checkpoint);
  const label = CHECKPOINTS[host.checkpoint as Checkpoint];
  return html`<label class="slider">Trained
    <input type="range" style="--steps: ${checkpoints.length - 1}" min="0" max=${checkpoints.length - 1} .value=${String(learned)} aria-valuetext=${label}
      @input=${(event: Event) => host.set({ checkpoint: checkpoints[numberIn(event)] })} />
    <output>${label}</output>
  </label>`;
}

function aboutOwn(host: PlayerHost, own: { readonly name: string }): TemplateResult {
  const remembered = host.remembered?.name === own.name;
  return html`<button type="button" class="plain" @click=${() => (remembered ? host.forget() : host.remember())}>${remembered ? 'Forget it' : 'Remember it here'}</button>
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
