/** The line between the live figures of the deck and their copies in the speaker's window. */
import type { Act, News } from '../../demo/mirror/snapshot';

/** One of a slide's figures: the slide's id, and which of its figures, from 0. */
export type FigureKey = `${string}/${number}`;

/** From the speaker's window: the figures of which it shows copies now, in place of any former. */
interface Watch {
  readonly type: 'watch';
  /** Id of the slide that it shows; a deck that is elsewhere is not meant. */
  readonly slide: string;
  readonly keys: readonly FigureKey[];
}

/** From the speaker's window: something was done with a copy. */
interface Done {
  readonly type: 'act';
  readonly key: FigureKey;
  readonly act: Act;
}

/** From the deck: what is new in a figure that is watched. */
interface Told {
  readonly type: 'news';
  readonly key: FigureKey;
  readonly news: News;
}

/** From a deck that has just been opened. */
interface Here {
  readonly type: 'here';
}

/** From the deck: whether its page is hidden, by another window or another tab; nothing plays there then. */
interface Hidden {
  readonly type: 'hidden';
  readonly hidden: boolean;
}

export type ToDeck = Watch | Done;
export type DemoMessage = ToDeck | Told | Here | Hidden;

export function openDemoLine(): BroadcastChannel {
  return new BroadcastChannel(`figures:${new URL('.', location.href).pathname}`);
}

export const keyOf = (slideId: string, index: number): FigureKey => `${slideId}/${index}`;
