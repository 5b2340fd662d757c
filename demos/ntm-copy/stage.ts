import { html, nothing, svg, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import { styleMap } from 'lit/directives/style-map.js';
import { Grids, place } from './grids';
import type { TapeHost } from './host';
import { boxOf, type GridName, type Layout, layout } from './layout';
import { score } from './score';
import type { Sequence } from './task';
import { focusAt, type Head, headsAt, type Stretch, type Trace, usedStretch } from './trace';
import { NtmCopyView } from './view';

const GRIDS: readonly GridName[] = ['input', 'write', 'memory', 'output', 'read'];

/** How many memory rows are shown around a sequence that has not run yet. */
const SPARE_ROWS = 8;
const SLOTS = 128;
const MEMORY_WIDTH = 20;

/** What the machine does in a step. */
function stepWords({ split, readFrom, answersFrom }: Sequence, at: number): string {
  if (readFrom < split) return 'guessing';
  if (at >= answersFrom) return 'reading';
  if (at >= split) return 'question';
  return split === answersFrom && at === split - 1 ? 'end mark' : 'writing';
}

/** The tape: both grids of bits, both weightings, the memory, the step, and one cursor through all of them. */
export class TapeStage {
  readonly #grids: Grids;
  readonly #root = createRef<HTMLElement>();
  #view: NtmCopyView | undefined;
  #viewed: Element | undefined;
  #stretch: Stretch = { from: 0, rows: SLOTS };
  #stretchOf: Trace | undefined;

  constructor(private readonly host: TapeHost) {
    this.#grids = new Grids(host);
  }

  get hint(): string | undefined {
    return this.#grids.hint(this.#stretch);
  }

  /**
   * @param width of the stage in CSS pixels
   * @param scale device pixels in one of them
   */
  render(width: number, scale: number, foot: TemplateResult): TemplateResult {
    const { trace } = this.host;
    const plan = this.#plan(width, scale);
    return html`<div class="tape" style="height: ${plan.height}px" ${ref(this.#root)}>
      ${GRIDS.map((name) => html`${this.#heading(name, plan)}${this.#grids.render(name, plan.grids[name], this.#stretch)}`)}
      ${this.#counter(plan)}
      <svg class="cursor poster" width=${width} height=${plan.height} aria-hidden="true">${trace && this.#cursor(plan, trace)}</svg>
      <div class="foot" style=${styleMap(place(plan.foot))}>${foot}</div>
      ${this.#report(plan)}
    </div>`;
  }

  /** After every render: canvases are drawn, not rendered. */
  draw(width: number, scale: number): void {
    const root = this.#root.value;
    if (!root) return;
    if (this.#viewed !== root || !this.#view) {
      const canvas = (name: GridName) => root.querySelector(`[data-grid="${name}"] canvas`) as HTMLCanvasElement;
      this.#view = new NtmCopyView({
        input: canvas('input'),
        output: canvas('output'),
        write: canvas('write'),
        memory: canvas('memory'),
        read: canvas('read'),
      });
      this.#viewed = root;
    }
    const { sequence, task, trace, at } = this.host;
    const plan = this.#plan(width, scale);
    const { width: bits, sorts = false, guesses = false } = task;
    this.#view.draw(trace, { layout: plan, scale, sequence, bits, sorts, guesses, at, stretch: this.#stretch });
  }

  #plan(width: number, scale: number): Layout {
    const { trace, bits, sequence, task } = this.host;
    if (trace && this.#stretchOf !== trace) this.#stretch = usedStretch(trace);
    if (!trace) this.#stretch = { from: 0, rows: Math.min(SLOTS, bits.length + SPARE_ROWS) };
    this.#stretchOf = trace;
    return layout({
      width,
      scale,
      fed: sequence.split,
      answers: sequence.rows.length - sequence.readFrom,
      bits: task.width + (task.sorts ? 1 : 0),
      answerBits: task.answerWidth + (task.sorts ? 1 : 0),
      needed: this.#stretch.rows,
      slots: trace?.slots ?? SLOTS,
      memoryWidth: trace?.width ?? MEMORY_WIDTH,
    });
  }

  #heading(name: GridName, plan: Layout): TemplateResult {
    const { split, answersFrom } = this.host.sequence;
    const { guesses } = this.host.task;
    const head = plan.aligned ? ' head' : '';
    const rows = plan.aligned ? `${plan.grids.memory.rows} of ${this.host.trace?.slots ?? SLOTS}` : '';
    const words: Record<GridName, readonly [string, string | TemplateResult]> = {
      input: ['Input', this.#channels()],
      output: [guesses ? 'Chance of a 1' : split < answersFrom ? 'Question, output' : 'Output', this.#score()],
      write: [`Write${head}`, 'time →'],
      memory: ['Memory', rows],
      read: [`Read${head}`, 'time →'],
    };
    const [left, right] = words[name];
    return html`<p class="heading" style=${styleMap(place(plan.headings[name]))}><b>${left}</b><span>${right}</span></p>`;
  }

  #channels(): string {
    const { width, sorts } = this.host.task;
    if (sorts) return `${width} bits and a priority`;
    return width === 1 ? 'one bit a step' : `${width} bits a step`;
  }

  #score(): string | TemplateResult {
    const { trace, task, at } = this.host;
    const rows = trace ? Math.max(0, at + 1 - trace.answersFrom) : 0;
    if (!trace || rows === 0) return '';
    const { words, wrong } = score(task, trace.output, trace.target, rows);
    return wrong ? html`<span class="wrong">× ${words}</span>` : words;
  }

  #counter(plan: Layout): TemplateResult {
    const { trace, at, sequence } = this.host;
    const steps = sequence.rows.length;
    const doing = trace ? stepWords(sequence, at) : '';
    return html`<div class="counter" style=${styleMap(place(plan.counter))}>
      <p class="heading"><b>Step</b></p>
      <p class="step"><b>${trace ? at + 1 : '–'}</b><span>of ${steps}<br />${doing}</span></p>
      <input type="range" class="scrub" aria-label="Step" aria-valuetext="step ${at + 1} of ${steps}, ${doing}" min="0" max=${steps - 1}
        .value=${String(at)} ?disabled=${!trace} style="--at: ${at / Math.max(1, steps - 1)}"
        @input=${(event: Event) => this.host.seek(Number((event.currentTarget as HTMLInputElement).value))} />
    </div>`;
  }

  #cursor(plan: Layout, trace: Trace): TemplateResult {
    return svg`${headsAt(trace, this.host.at).map((head) => this.#mark(plan, trace, head))}${this.#probe(plan)}`;
  }

  /** One column of time, and across it the memory row that the head attends to. */
  #mark(plan: Layout, trace: Trace, kind: Head): TemplateResult {
    const { at } = this.host;
    const { input, output, write, memory, read } = plan.grids;
    const reading = kind === 'read';
    const [bits, head] = reading ? [output, read] : [input, write];
    const column = reading ? at - trace.readFrom : at;
    const location = focusAt(trace, kind, at);
    const row = (location - this.#stretch.from + trace.slots) % trace.slots;
    const cell = boxOf(head, { column, row });
    const [left, right] = [Math.min(memory.x - 6, cell.x), Math.max(memory.x + memory.width + 6, cell.x + cell.width)];
    const across = row < head.rows ? [cell.y - 1, cell.y + cell.height + 1] : [];
    const down = plan.aligned
      ? [[bits.y, head.y + head.height] as const]
      : [[bits.y, bits.y + bits.height] as const, [head.y, head.y + head.height] as const];
    const bitsCell = boxOf(bits, { column, row: 0 });
    const point = reading
      ? `M${left - 2} ${cell.y + cell.height / 2}l-11 -6v12z`
      : `M${right + 2} ${cell.y + cell.height / 2}l11 -6v12z`;
    return svg`
      ${across.map((y) => svg`<line x1=${left} x2=${right} y1=${y} y2=${y} />`)}
      ${down.map(([top, bottom], index) => {
        const box = !plan.aligned && index === 0 ? bitsCell : cell;
        return [box.x - 1, box.x + box.width + 1].map((x) => svg`<line x1=${x} x2=${x} y1=${top} y2=${bottom} />`);
      })}
      ${across.length > 0 ? svg`<path d=${point} />` : nothing}`;
  }

  #probe(plan: Layout): TemplateResult | typeof nothing {
    const { probe } = this.#grids;
    if (!probe) return nothing;
    const { x, y, width, height } = boxOf(plan.grids[probe.grid], probe);
    return svg`<rect class="probe" x=${x - 1.5} y=${y - 1.5} width=${width + 2} height=${height + 2} />`;
  }

  #report(plan: Layout): TemplateResult | typeof nothing {
    const report = this.host.report();
    return report
      ? html`<div class="tape-report" style=${styleMap({ ...place(plan.report), height: 'auto', 'min-height': `${plan.report.height}px` })}>${report}</div>`
      : nothing;
  }
}
