import { html, nothing, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import { heatMap } from '../../src/view/heat-map';
import type { Button } from './games';
import { KEYS } from './hand';
import { entryAt, type PlayerHost } from './host';
import { DEPTH } from './observation';
import { scoreTable } from './table';
import { trace } from './trace';
import { axisOf, valueBars } from './values';
import { drawObservation, Television } from './view';
import { outcomeWords } from './words';

/** Ten seconds of decisions. */
const DECISIONS = 150;
const TRACE_HEIGHT = 50;
const WIDE = 700;
/** Of the television at most, and of what stands beside it at least, with the gutter. */
const TV_WIDTH = 480;
const BESIDE = 340;

const BUTTONS: Readonly<Record<Button, string>> = {
  left: '◄ Left',
  right: 'Right ►',
  up: '▲ Up',
  down: '▼ Down',
  fire: 'Fire',
};
/** For cartridges that we do not know. */
const PADDLE: readonly Button[] = ['left', 'fire', 'right'];
const JOYSTICK: readonly Button[] = ['left', 'up', 'right', 'down', 'fire'];

/** The television and what the network sees, expects and has scored. */
export class GameStage {
  readonly #root = createRef<HTMLElement>();
  #television: Television | undefined;
  #canvas: HTMLCanvasElement | undefined;
  #veiled: readonly number[] | undefined;

  constructor(private readonly host: PlayerHost) {}

  render(width: number, foot: TemplateResult): TemplateResult {
    const { host } = this;
    const narrow = width < WIDE;
    const tv = narrow ? width : Math.min(TV_WIDTH, width - BESIDE);
    // What a smaller picture leaves below it is the trace's.
    const under = narrow ? 0 : 0.7 * (TV_WIDTH - tv);
    return html`<div class="arcade" style="--tv: ${tv}px" ${ref(this.#root)}>
      <div class="left">
        ${this.#tube()} ${narrow && host.player === 'you' ? this.#buttons() : nothing}
        ${this.#trace(tv, TRACE_HEIGHT + under)}
      </div>
      <div class="right">${host.report() ?? this.#sees()} ${this.#expects()} ${scoreTable(host)}</div>
      <div class="foot">${foot}</div>
    </div>`;
  }

  /** After every render, and between them whenever a frame is due: canvases are drawn, not rendered. */
  draw(): void {
    const root = this.#root.value;
    if (!root) return;
    this.drawPicture();
    const { history, at, doubts } = this.host;
    const films = root.querySelectorAll<HTMLCanvasElement>('.film canvas');
    if (history.entries.length > 0)
      history.stack(at).forEach((observation, depth) => {
        const film = films[depth];
        if (film) drawObservation(film, observation);
      });
    if (doubts && doubts !== this.#veiled) this.#drawVeil(root, doubts);
    this.#veiled = doubts;
  }

  drawPicture(): void {
    const canvas = this.#root.value?.querySelector<HTMLCanvasElement>('.tube canvas.picture');
    const { picture, hue } = this.host;
    if (!canvas || !picture) return;
    if (canvas !== this.#canvas) this.#television = new Television(canvas);
    this.#canvas = canvas;
    this.#television?.draw(picture, hue);
  }

  #tube(): TemplateResult {
    const { host } = this;
    const label = host.player === 'you' ? 'Television. Arrow keys move, Space fires.' : 'Television';
    return html`<div class="tube poster" tabindex=${host.player === 'you' ? 0 : -1}
      role=${host.player === 'you' ? 'application' : 'group'} aria-label=${label}
      @keydown=${(event: KeyboardEvent) => this.#key(event, true)} @keyup=${(event: KeyboardEvent) => this.#key(event, false)} @blur=${() => this.host.letGo()}>
      <canvas class="picture" role="img" aria-label=${this.#picture()}></canvas>
      ${host.doubts?.length ? html`<canvas class="veil" aria-hidden="true"></canvas><svg class="contour" viewBox="0 0 224 224" preserveAspectRatio="none" aria-hidden="true"><path /></svg>` : nothing}
    </div>`;
  }

  #picture(): string {
    const { game, standing } = this.host;
    if (!game || !standing) return game?.title ?? 'a cartridge of your own';
    return `${game.title}, score ${game.signed ? outcomeWords(standing) : standing.score}`;
  }

  #key(event: KeyboardEvent, down: boolean): void {
    const button = KEYS[event.key];
    if (this.host.player !== 'you' || !button || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!event.repeat) this.host.press(button, down);
    event.preventDefault();
    event.stopPropagation(); // Space would turn the slide
  }

  #buttons(): TemplateResult {
    const { game, controller } = this.host;
    const buttons = game?.buttons ?? (controller === 'paddle' ? PADDLE : JOYSTICK);
    const button = (held: Button) =>
      html`<button type="button" class="button" @pointerdown=${(event: PointerEvent) => {
        (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
        this.host.press(held, true);
      }} @pointerup=${() => this.host.press(held, false)} @pointercancel=${() => this.host.press(held, false)}>${BUTTONS[held]}</button>`;
    return html`<div class="touch" style="--across: ${Math.min(3, buttons.length)}">${buttons.map(button)}</div>`;
  }

  #trace(width: number, height: number): TemplateResult {
    const { history, at, game } = this.host;
    const { entries } = history;
    const first = Math.max(0, Math.min(entries.length - DECISIONS, at - DECISIONS / 2));
    const size = { width, height, decisions: DECISIONS, signed: game?.signed ?? false };
    const window = this.host.looking ? entries.slice(0, first + DECISIONS) : entries;
    if (!game) return html`<p class="heading">No network here has learned this game.</p>`;
    const from = this.host.looking ? first : Math.max(0, entries.length - DECISIONS);
    return trace(window, from, at, size, (index) => this.host.look(index));
  }

  #sees(): TemplateResult {
    return html`<section><p class="heading"><b>What the network sees</b><span>84 × 84</span></p>
      <div class="film poster">
        ${Array.from({ length: DEPTH }, (_, depth) => {
          const ago = DEPTH - 1 - depth;
          return html`<span><canvas role="img" aria-label="observation ${ago === 0 ? 'now' : `${ago} before`}"></canvas>${ago === 0 ? 't' : `t − ${ago}`}</span>`;
        })}
      </div></section>`;
  }

  #expects(): TemplateResult | typeof nothing {
    const { game, history } = this.host;
    if (!game) return nothing;
    const entry = entryAt(this.host);
    return html`<section><p class="heading"><b>What each move is worth</b><span>${entry?.byChance ? 'this one by chance' : `${game.unit} to come`}</span></p>
      ${valueBars(entry, game.moves, axisOf(history.entries.slice(-DECISIONS), game))}</section>`;
  }

  #drawVeil(root: HTMLElement, doubts: readonly number[]): void {
    const canvas = root.querySelector<HTMLCanvasElement>('canvas.veil');
    if (!canvas || doubts.length === 0) return;
    const { image, contour } = heatMap(doubts);
    canvas.width = image.width;
    canvas.height = image.height;
    canvas.getContext('2d')?.putImageData(image, 0, 0);
    root.querySelector('.contour path')?.setAttribute('d', contour);
  }
}
