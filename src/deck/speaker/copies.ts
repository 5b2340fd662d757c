import type { Act, News } from '../../demo/mirror/snapshot';
import { type DemoElements, define, figuresIn } from '../figures';
import { type DemoMessage, type FigureKey, keyOf, openDemoLine, type ToDeck } from './demo-line';

/** What a copied figure offers once its code is here. */
interface Copy extends HTMLElement {
  mirror(ask: (act: Act) => void): (news: News | undefined) => void;
}

/** A slide as the speaker's window shows it, and the id that it has in the deck. */
export interface CopiedSlide {
  readonly id: string;
  readonly element: HTMLElement;
}

/** The figures in the speaker's window: each shows what the deck's own shows, and leaves to it what is done with it. */
export class Copies {
  readonly #line = openDemoLine();
  readonly #demos: DemoElements;
  #tell = new Map<FigureKey, (news: News | undefined) => void>();
  #turn = 0;
  #slide = '';

  /** @param covered told whether figures are shown whose window is hidden, so that they wait */
  constructor(demos: DemoElements, covered: (covered: boolean) => void) {
    this.#demos = demos;
    this.#line.addEventListener('message', ({ data }: MessageEvent<DemoMessage>) => {
      if (data.type === 'news') this.#tell.get(data.key)?.(data.news);
      else if (data.type === 'here') this.watch();
      else if (data.type === 'hidden') covered(data.hidden && this.#tell.size > 0);
    });
  }

  /** Takes up other slides in place of those before, which may be gone from the page already. The first is the deck's own. */
  async show(slides: readonly CopiedSlide[]): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    this.#slide = slides[0]?.id ?? '';
    for (const tell of this.#tell.values()) tell(undefined);
    this.#tell = new Map();
    const figures = slides.flatMap(({ id, element }) =>
      figuresIn(element).map((figure, index) => [keyOf(id, index), figure] as const),
    );
    // A figure that loads by itself would do so before it knows that it is a copy.
    for (const [, figure] of figures) figure.removeAttribute('loading');
    await Promise.all(figures.map(([, figure]) => define(figure, this.#demos)));
    if (this.#turn !== turn) return;
    for (const [key, figure] of figures) {
      if (!('mirror' in figure)) continue;
      this.#tell.set(
        key,
        (figure as Copy).mirror((act) => this.#send({ type: 'act', key, act })),
      );
    }
    this.watch();
  }

  /** Asks for everything anew: somebody may have opened the deck again. */
  watch(): void {
    this.#send({ type: 'watch', slide: this.#slide, keys: [...this.#tell.keys()] });
  }

  #send(message: ToDeck): void {
    this.#line.postMessage(message);
  }
}
