/** Tells the demos where the speaker is: near, current, left or far. A demo decides what that means. */
import type { RevealApi } from 'reveal.js';
import type { Intent } from '../demo/demo-element';
import { type DemoElements, define } from './figures';

/** What the deck needs of a demo. */
interface LiveFigure extends HTMLElement {
  intend(intent: Intent): void;
}

/** Slides from here to there, along the talk and then down under a slide. */
export interface Steps {
  readonly across: number;
  readonly down: number;
}

/** Time for the browser to paint the new slide before anything else begins, in milliseconds. */
const settleMs = 400;

/**
 * What a slide's demos are told. The next slide's load ahead; the one before keeps what it has; from three away on all
 * is given back. Nothing is said to those between, which were told when they were nearer.
 */
export function intentAt({ across, down }: Steps): Intent {
  if (across === 0 && down === 0) return 'current';
  if (Math.abs(across) + Math.abs(down) > 2) return 'far';
  return across === 1 && down === 0 ? 'near' : 'left';
}

/**
 * Follows the deck for as long as the page lives.
 * @param still Shows every demo's poster and never starts one: print, and windows that only mirror the deck.
 */
export function followSlides(deck: RevealApi, demos: DemoElements, still: boolean): void {
  const follower = new Follower(deck, demos, still);
  deck.on('slidechanged', () => follower.moved());
  for (const event of ['overviewshown', 'overviewhidden', 'paused', 'resumed']) deck.on(event, () => follower.moved());
  follower.moved();
}

class Follower {
  readonly #deck: RevealApi;
  readonly #demos: DemoElements;
  readonly #still: boolean;
  #settling: ReturnType<typeof setTimeout> | undefined;

  constructor(deck: RevealApi, demos: DemoElements, still: boolean) {
    this.#deck = deck;
    this.#demos = demos;
    this.#still = still;
  }

  /** Stops what is left at once, and starts what is reached once the new slide has been seen. */
  moved(): void {
    clearTimeout(this.#settling);
    const overview = this.#deck.isOverview();
    for (const [demo, intent] of this.#intents())
      if (intent === 'left' || intent === 'far' || overview || this.#deck.isPaused())
        tell(demo, intent === 'far' ? 'far' : 'left');
    this.#settling = setTimeout(() => this.#settled(), settleMs);
  }

  #settled(): void {
    const all = this.#still || this.#deck.isOverview();
    for (const [demo, intent] of this.#intents()) {
      if (all) void define(demo, this.#demos);
      else if (intent !== 'far') void this.#start(demo, intent);
    }
  }

  async #start(demo: HTMLElement, intent: Intent): Promise<void> {
    await define(demo, this.#demos);
    const now = this.#intents().find(([other]) => other === demo)?.[1];
    if (intent === now && !this.#deck.isOverview() && !this.#deck.isPaused()) tell(demo, intent);
  }

  #intents(): [HTMLElement, Intent][] {
    const here = this.#deck.getIndices();
    return [...document.querySelectorAll<HTMLElement>('.slides [caption-side]')].map((demo) => {
      const there = this.#deck.getIndices(demo.closest<HTMLElement>('.slide') ?? undefined);
      const across = there.h - here.h;
      const down = (there.v ?? 0) - (across === 0 ? (here.v ?? 0) : 0);
      return [demo, intentAt({ across, down })];
    });
  }
}

/** An element whose code has not come yet has nothing to stop. */
function tell(demo: HTMLElement, intent: Intent): void {
  if ('intend' in demo) (demo as LiveFigure).intend(intent);
}
