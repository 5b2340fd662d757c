import type { AtariPlayerElement } from './element';
import { History } from './history';
import { type Poster, packPoster } from './poster';
import type { Played } from './task';

/** The recorded game is left when the ball is on its way, the wall half broken. */
const FRAMES = 1960;

/**
 * Half a minute of a game by the network, for `poster.json`: what the demo shows while nothing runs.
 * @param element in a page, in any state; left idle
 */
export async function record(element: AtariPlayerElement): Promise<Poster> {
  const history = new History();
  const listen = (event: Event) => {
    for (const moment of (event as CustomEvent<{ result: Played }>).detail.result.moments) history.add(moment);
  };
  element.dispose();
  element.addEventListener('dl-result', listen);
  await element.play({ policy: 'dqn', seed: 2014, maxFrames: FRAMES });
  element.removeEventListener('dl-result', listen);
  element.dispose();
  return packPoster(history.entries);
}
