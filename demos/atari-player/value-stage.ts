import { html, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import { KEPT } from './history';
import { entryAt, type PlayerHost } from './host';
import { trace } from './trace';
import { axisOf, valueBars } from './values';
import { Television } from './view';

const TRACE_HEIGHT = 226;
const WIDE = 700;
/** Decisions from one print to the next, a third of a second. */
const APART = 5;

/** What the network expects, over half a minute, and the frames around one moment of it. */
export class ValueStage {
  readonly #root = createRef<HTMLElement>();

  readonly #prints = new WeakMap<HTMLCanvasElement, Television>();

  constructor(private readonly host: PlayerHost) {}

  render(width: number, foot: TemplateResult): TemplateResult {
    const { host } = this;
    const { entries } = host.history;
    const size = { width, height: TRACE_HEIGHT, decisions: KEPT, signed: host.game?.signed ?? false };
    return html`<div class="expectation" ${ref(this.#root)}>
      <p class="heading"><b>V(s): ${host.game?.unit ?? 'points'} still to come</b><span>half a minute, one tick every five seconds</span></p>
      ${host.report() ?? trace(entries, 0, host.at, size, (index) => host.look(index))}
      <div class="prints poster">
        ${this.#around(width).map(
          ({
            index,
            words,
          }) => html`<button type="button" class=${index === host.at ? 'print here' : 'print'} ?disabled=${index === undefined}
          aria-label=${words} @click=${() => index !== undefined && host.look(index)}><canvas data-entry=${index ?? ''}></canvas><span>${words}</span></button>`,
        )}
        ${width >= WIDE && host.game ? valueBars(entryAt(host), host.game.moves, axisOf(entries, host.game)) : ''}
      </div>
      <div class="foot">${foot}</div>
    </div>`;
  }

  draw(): void {
    for (const canvas of this.#root.value?.querySelectorAll<HTMLCanvasElement>('.print canvas') ?? []) {
      const picture = canvas.dataset.entry
        ? this.host.history.entries[Number(canvas.dataset.entry)]?.picture
        : undefined;
      const shown = picture ?? (canvas.dataset.entry ? this.host.picture : undefined);
      if (shown) this.#print(canvas).draw(shown, this.host.hue);
    }
  }

  #print(canvas: HTMLCanvasElement): Television {
    const known = this.#prints.get(canvas) ?? new Television(canvas);
    this.#prints.set(canvas, known);
    return known;
  }

  #around(width: number): { index: number | undefined; words: string }[] {
    const { at, history } = this.host;
    const steps = width >= WIDE ? [-2, -1, 0, 1] : [-1, 0, 1];
    const last = history.entries.length - 1;
    const shift = this.host.looking ? 0 : -1;
    return steps.map((step) => {
      const index = at + (step + shift) * APART;
      const seconds = ((step + shift) * APART) / 15;
      const words = step + shift === 0 ? 'this moment' : `${seconds > 0 ? '+' : '−'}${Math.abs(seconds).toFixed(1)} s`;
      return { index: index >= 0 && index <= last ? index : undefined, words };
    });
  }
}
