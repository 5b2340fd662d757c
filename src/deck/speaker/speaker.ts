/**
 * The speaker's window: this slide, the next, the notes and the clock. It shows copies of the slides, not a second deck.
 * The figures of this slide show what those of the deck show, and what is done with them is done there: no model runs here.
 */
import { ownsKey } from '../../demo/keyboard-guard';
import { restoreTheme, toggleTheme } from '../../look/theme';
import { type DemoElements, figuresIn } from '../figures';
import { linkFiguresToSlides } from '../links';
import { Copies } from './copies';
import { openLine, type Shown, type Wish } from './link';
import { clockText, type Pace, paceAt } from './pace';

const answerWithinMs = 2500;

/** Keys that lead the deck from here. */
const wishes: Readonly<Record<string, Wish['type']>> = {
  ArrowRight: 'next',
  ArrowLeft: 'previous',
  ArrowDown: 'down',
  ArrowUp: 'up',
  PageDown: 'next',
  PageUp: 'previous',
  ' ': 'next',
  n: 'next',
  p: 'previous',
  b: 'black',
  '.': 'black',
};

/** Fetches the deck's page, takes its slides and follows the deck. */
export async function openSpeaker(demos: DemoElements): Promise<void> {
  restoreTheme();
  linkFiguresToSlides();
  const page = new DOMParser().parseFromString(await (await fetch('index.html')).text(), 'text/html');
  const view = new SpeakerView([...page.querySelectorAll<HTMLElement>('.slide')], demos);
  const line = openLine();
  const lost = setTimeout(() => byId('lost').removeAttribute('hidden'), answerWithinMs);
  line.addEventListener('message', ({ data }: MessageEvent<Shown | Wish>) => {
    if (data.type !== 'shown') return;
    clearTimeout(lost);
    byId('lost').hidden = true;
    view.show(data.id);
  });
  const wish = (type: Wish['type']) => line.postMessage({ type } satisfies Wish);
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.composedPath()[0];
    if (target instanceof Element && ownsKey(target, event.key)) return;
    if (event.key === 't') toggleTheme();
    const type = wishes[event.key];
    if (!type) return;
    event.preventDefault();
    wish(type);
  });
  wish('hello');
}

class SpeakerView {
  readonly #slides: readonly HTMLElement[];
  readonly #copies: Copies;
  readonly #minutes: readonly number[];
  #index: number | undefined;
  #startedMs: number | undefined;

  constructor(slides: readonly HTMLElement[], demos: DemoElements) {
    this.#slides = slides;
    this.#copies = new Copies(demos, (covered) => {
      byId('covered').hidden = !covered;
    });
    this.#minutes = slides.flatMap(({ dataset }) => (dataset.minutes ? [Number(dataset.minutes)] : []));
    byId('restart').addEventListener('click', () => this.#start(this.#pace(0).begins));
    for (const pane of [byId('current'), byId('next')]) keepScale(pane);
    setInterval(() => this.#tick(), 500);
    this.#tick();
  }

  /** The clock starts when the talk leaves its first slide; opened in mid-talk, it takes the talk to be on time. */
  show(id: string): void {
    const index = this.#slides.findIndex((slide) => slide.id === id);
    if (index < 0) return;
    const before = this.#index;
    if (index === before) return;
    this.#index = index;
    if (index > 0 && this.#startedMs === undefined) this.#start(before === undefined ? this.#pace(0).begins : 0);
    const slide = this.#slides[index];
    byId('number').textContent = `${slide?.dataset.label} of ${this.#minutes.length}`;
    // What lies under a slide is not in the plan, nor on the way.
    const next = this.#slides.slice(index + 1).find(({ dataset }) => dataset.minutes);
    const current = this.#fill('current', slide);
    const ahead = this.#fill('next', next);
    ahead.inert = true;
    for (const figure of figuresIn(current)) leaveAlive(figure, current);
    void this.#copies.show([
      { id, element: current },
      { id: next?.id ?? '', element: ahead },
    ]);
    byId('notes').innerHTML = slide?.querySelector('.notes')?.innerHTML ?? '';
    byId('notes').scrollTop = 0;
    this.#tick();
  }

  #fill(pane: 'current' | 'next', slide: HTMLElement | undefined): HTMLElement {
    const copy = slide ? document.importNode(slide, true) : document.createElement('p');
    if (!slide) copy.textContent = 'This is the last slide.';
    if (slide) copy.dataset.slide = slide.id;
    copy.removeAttribute('id');
    copy.inert = !slide || figuresIn(copy).length === 0;
    byId(pane).replaceChildren(copy);
    return copy;
  }

  /** @param elapsed Seconds that the clock begins with. */
  #start(elapsed: number): void {
    this.#startedMs = Date.now() - 1000 * elapsed;
    this.#tick();
  }

  /** The plan for the main slide that is shown, or that lies above what is shown. */
  #pace(elapsed: number): Pace {
    const main = this.#slides.slice(0, (this.#index ?? 0) + 1).filter(({ dataset }) => dataset.minutes);
    return paceAt(this.#minutes, main.length - 1, elapsed);
  }

  #tick(): void {
    const elapsed = this.#startedMs === undefined ? 0 : (Date.now() - this.#startedMs) / 1000;
    const { ends, verdict, off } = this.#pace(elapsed);
    const whole = 60 * this.#minutes.reduce((sum, m) => sum + m, 0);
    setText('elapsed', clockText(elapsed));
    setText('planned', `${clockText(ends)} of ${clockText(whole)}`);
    setText('now', new Date().toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' }));
    const pace = byId('pace');
    pace.dataset.verdict = verdict;
    const words = verdict === 'on time' ? 'on time' : `${clockText(off)} ${verdict}`;
    setText('pace', this.#startedMs === undefined ? 'starts with the second slide' : words);
  }
}

/** Makes everything on a slide inert but a figure's own controls: a link here would lead this window away from the deck. */
function leaveAlive(figure: HTMLElement, slide: HTMLElement): void {
  for (const child of figure.children) if (child instanceof HTMLElement) child.inert = true;
  for (let node = figure; node !== slide && node.parentElement; node = node.parentElement) {
    for (const other of node.parentElement.children)
      if (other instanceof HTMLElement && !other.contains(figure) && figuresIn(other).length === 0) other.inert = true;
  }
}

/** Shrinks the 1280 pixels of a slide to the pane, whatever its size. */
function keepScale(pane: HTMLElement): void {
  new ResizeObserver(() => pane.style.setProperty('--scale', `${pane.clientWidth / 1280}`)).observe(pane);
}

/** Leaves an unchanged text alone, so that a screen reader does not hear it twice. */
function setText(id: string, text: string): void {
  const element = byId(id);
  if (element.textContent !== text) element.textContent = text;
}

function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`speaker.html has no #${id}`);
  return element;
}
