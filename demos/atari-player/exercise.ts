import type { AtariPlayerElement } from './element';

/** One small piece of work for the contract suite: the first four seconds of a game. */
export async function exercise(element: AtariPlayerElement): Promise<string> {
  const { score, bricks, frames, decisions, finished } = await element.play({ seed: 7, maxFrames: 240 });
  return `${score} for ${bricks} bricks, ${frames} frames, ${decisions} decisions${finished ? ', over' : ''}`;
}
