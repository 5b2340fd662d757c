import { html, nothing, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import type { TapeHost } from '../host';
import { CellCanvas, type Inks, inksOf } from '../paint';
import { wrongBits } from '../task';
import { type Stretch, type Trace, weightAt } from '../trace';
import { drawAnswers } from '../view';
import { learningChart } from './chart';
import { grouped } from './learning';
import type { Lesson } from './lesson';
import { Sight } from './sight';

const WIDE = 700;
/** On a tablet held upright there is no room for every word. */
const ROOMY = 820;
const BITS_HEIGHT = 80;
const HEADS_HEIGHT = 256;
const COURSE_WIDTH = 410;
/** Room for what stands beside the end of the line. */
const LABEL = 62;
const GAP = 24;
/** A weight below this would colour no pixel. */
const INVISIBLE = 0.004;

const CANVASES = ['asked', 'output', 'write', 'read'] as const;
/** For those who cannot see them; the words above each say the rest. */
const PICTURED = {
  asked: 'bits, a column a row',
  output: 'bits as it would have them, wrong ones crossed out',
  write: 'where it writes, step by step',
  read: 'where it reads, step by step',
} as const;
type CanvasName = (typeof CANVASES)[number];

/** Learning under way: errors against sequences seen, and one sequence that is tried as it goes. */
export class LearningStage {
  readonly #root = createRef<HTMLElement>();
  readonly #sight = new Sight();

  constructor(
    private readonly host: TapeHost,
    private readonly lesson: () => Lesson | undefined,
  ) {}

  render(width: number, _scale: number, foot: TemplateResult): TemplateResult {
    const lesson = this.lesson();
    const wide = width >= WIDE;
    const course = wide ? COURSE_WIDTH : width;
    const area = { left: 34, top: 50, width: course - 34 - LABEL, height: wide ? 208 : 150 };
    return html`<div class="learn ${wide ? '' : 'folded'}" ${ref(this.#root)}>
      <div class="course poster">
        <p class="heading"><b>Sequences seen</b></p>
        <p class="step"><b>${grouped(lesson?.sequences ?? 0)}</b><span>${this.#pace(lesson)}<br />4 to an update</span></p>
        ${learningChart(lesson, area, course)}
      </div>
      <div class="trial">
        ${this.#pair('asked', 'Asked for', `${lesson?.sample.target.length ?? this.host.bits.length} rows`)}
        ${this.#pair('output', 'Output', this.#score(lesson, width >= ROOMY))}
        ${this.#pair('write', 'Write head', 'time →')}
        ${this.#pair('read', 'Read head', 'time →')}
        ${this.#report()}
      </div>
      <div class="foot">${foot}</div>
    </div>`;
  }

  draw(width: number, scale: number): void {
    const root = this.#root.value;
    const sample = this.lesson()?.sample;
    if (!root) return;
    const inks = inksOf(root);
    const room = ((width >= WIDE ? width - COURSE_WIDTH - GAP : width) - GAP) / 2;
    const stretch = this.#sight.of(sample);
    const columns = (sample?.target.length ?? this.host.bits.length) + 1;
    for (const name of CANVASES) {
      const canvas = root.querySelector(`[data-canvas="${name}"]`) as HTMLCanvasElement;
      const bits = name === 'asked' || name === 'output';
      const rows = bits ? this.host.task.width : stretch.rows;
      const grid = opened(canvas, columns, rows, room, bits ? BITS_HEIGHT : HEADS_HEIGHT, scale, inks);
      if (sample) drawOne(grid, name, sample, stretch);
    }
  }

  #pace(lesson: Lesson | undefined): string {
    if (this.host.state === 'running' && lesson && lesson.perSecond > 0)
      return `${Math.round(lesson.perSecond)} a second`;
    return lesson?.sequences ? 'so far' : 'random weights';
  }

  #score(lesson: Lesson | undefined, roomy: boolean): TemplateResult | string {
    if (!lesson) return '';
    const { output, target } = lesson.sample;
    const wrong = wrongBits(output, target);
    const words = `${wrong} of ${target.flat().length}${roomy ? ' wrong' : ''}`;
    return wrong ? html`<span class="wrong">× ${words}</span>` : words;
  }

  #pair(name: CanvasName, label: string, words: TemplateResult | string): TemplateResult {
    return html`<div class="cell ${name}">
      <p class="heading"><b>${label}</b><span>${words}</span></p>
      <canvas class="poster" data-canvas=${name} role="img" aria-label=${PICTURED[name]}></canvas>
    </div>`;
  }

  #report(): TemplateResult | typeof nothing {
    const report = this.host.report();
    return report ? html`<div class="learn-report">${report}</div>` : nothing;
  }
}

function opened(
  canvas: HTMLCanvasElement,
  columns: number,
  rows: number,
  width: number,
  height: number,
  scale: number,
  inks: Inks,
): CellCanvas {
  const whole = (length: number, count: number) => Math.max(1, Math.floor((length * scale) / count + 1e-6)) * count;
  const [across, down] = [whole(width, columns), whole(height, rows)];
  Object.assign(canvas.style, { width: `${across / scale}px`, height: `${down / scale}px` });
  return new CellCanvas(canvas, columns, rows, across, down, inks);
}

/** Fed rows stand in columns 0 to the end mark, answers in those after the first, so that what belongs together is as wide. */
function drawOne(grid: CellCanvas, name: CanvasName, sample: Trace, stretch: Stretch): void {
  const { target, output, split, answersFrom, rows } = sample;
  if (name === 'asked') {
    drawAnswers(grid, target, target, target.length);
    for (let bit = 0; bit < grid.rows; bit++) grid.cell(target.length, bit, 'accent', 1);
  } else if (name === 'output') drawAnswers(grid, output, target, target.length);
  else if (name === 'write') drawHead(grid, sample, name, 0, split, stretch);
  else drawHead(grid, sample, name, answersFrom, rows.length - answersFrom, stretch);
}

function drawHead(
  grid: CellCanvas,
  sample: Trace,
  head: 'read' | 'write',
  from: number,
  columns: number,
  { from: first }: Stretch,
): void {
  for (let column = 0; column < columns; column++)
    for (let row = 0; row < grid.rows; row++) {
      const weight = weightAt(sample, head, from + column, (first + row) % sample.slots);
      if (weight > INVISIBLE) grid.cell(column, row, 'accent', weight);
    }
}
