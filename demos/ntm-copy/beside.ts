import { html, nothing, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import { costChart } from './cost-chart';
import { errorChart } from './error-chart';
import type { TapeHost } from './host';
import { CellCanvas, inksOf } from './paint';
import { bestAnswers, score } from './score';
import type { Bits } from './task';
import type { Trace } from './trace';
import { drawAnswers } from './view';

const STRIP_HEIGHT = 48;
const LOW_STRIP_HEIGHT = 44;
const LABEL_WIDTH = 182;
const WIDE = 700;

/** One row of bits or chances, with its name. */
interface Strip {
  readonly name: string;
  readonly label: string;
  readonly words: string;
  readonly wrong: boolean;
  readonly rows: Bits | undefined;
}

/** Both networks on the same bits: what was asked for, what each gave, and how each does as the bits become more. */
export class BesideStage {
  readonly #root = createRef<HTMLElement>();

  constructor(private readonly host: TapeHost) {}

  render(width: number, _scale: number, foot: TemplateResult): TemplateResult {
    const { trace } = this.host;
    const wide = width >= WIDE;
    return html`<div class="beside ${wide ? '' : 'folded'} ${this.host.task.guesses ? 'four' : ''}" ${ref(this.#root)}>
      ${this.host.report() ?? nothing}
      <div class="strips">
        ${this.#strips().map(
          ({ name, label, words, wrong }) =>
            html`<p class="strip-label"><b>${label}</b><span class=${wrong ? 'wrong' : ''}>${wrong ? '× ' : ''}${words}</span></p>
              <canvas class="strip poster" data-strip=${name} role="img" aria-label="${label}: ${words}"></canvas>`,
        )}
      </div>
      ${trace ? this.#chart(trace, width, wide) : nothing}
      <div class="foot">${foot}</div>
    </div>`;
  }

  draw(stageWidth: number, scale: number): void {
    const root = this.#root.value;
    const { task, sequence } = this.host;
    const { target } = sequence;
    if (!root) return;
    const room = stageWidth >= WIDE ? stageWidth - LABEL_WIDTH : stageWidth;
    const cell = Math.max(1, Math.floor((room * scale) / target.length));
    const high = task.guesses ? LOW_STRIP_HEIGHT : STRIP_HEIGHT;
    const inks = inksOf(root);
    for (const { name, rows } of this.#strips()) {
      const canvas = root.querySelector(`[data-strip="${name}"]`) as HTMLCanvasElement;
      const bits = task.answerWidth;
      const [across, down] = [cell * target.length, Math.floor((high * scale) / bits) * bits];
      Object.assign(canvas.style, { width: `${across / scale}px`, height: `${down / scale}px` });
      const grid = new CellCanvas(canvas, target.length, bits, across, down, inks);
      if (rows) drawAnswers(grid, rows, task.guesses ? rows : target, target.length);
    }
  }

  #strips(): Strip[] {
    const { task, sequence, trace } = this.host;
    const { target } = sequence;
    const asked = { name: 'target', wrong: false, rows: target };
    const answer = (name: string, label: string, rows: Bits | undefined) => ({
      ...{ name, label, rows },
      ...(rows ? score(task, rows, target) : { words: '', wrong: false }),
    });
    const networks = [answer('output', 'Turing machine', trace?.output), answer('lstm', 'LSTM', trace?.lstm)];
    if (!task.guesses) return [{ ...asked, label: 'Asked for', words: `${target.length} rows` }, ...networks];
    const best = answer('best', 'Best possible', bestAnswers(sequence));
    return [{ ...asked, label: 'What came', words: `${target.length} bits` }, ...networks, best];
  }

  #chart(trace: Trace, width: number, wide: boolean): TemplateResult {
    const area = { left: 44, top: wide ? 34 : 58, width: width - 44 - 62, height: wide ? 156 : 150 };
    if (!this.host.task.guesses) return errorChart(trace, area, width);
    const estimators = [
      { name: 'best', line: 'floor', label: 'muted', chances: bestAnswers(trace) },
      { name: 'LSTM', line: 'rival', label: '', chances: trace.lstm },
      { name: 'NTM', line: '', label: 'hue', chances: trace.output },
    ];
    return costChart(estimators, trace.target, { ...area, top: 34, height: wide ? 122 : 150 }, width);
  }
}
