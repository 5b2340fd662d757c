import type { ImageClassifierElement } from './element';
import { samples } from './samples';
import type { Classification } from './task';

/**
 * The result of every sample photograph, for `poster.json`: what the demo shows while nothing runs. Evidence for the best
 * class alone, and few digits.
 * @param element in a page, in any state; left idle
 */
export async function record(element: ImageClassifierElement): Promise<Record<string, Classification>> {
  const results: Record<string, Classification> = {};
  for (const { name } of samples) {
    element.setAttribute('picture', name);
    element.dispose();
    const answered = new Promise<Event>((resolve) => element.addEventListener('dl-result', resolve, { once: true }));
    await element.load();
    element.run();
    results[name] = abridged(((await answered) as CustomEvent<{ result: Classification }>).detail.result);
  }
  element.dispose();
  return results;
}

const round = (value: number): number => Number(value.toPrecision(3));

const abridged = ({ classes }: Classification): Classification => ({
  classes: classes.map(({ heat, probability, ...rest }, rank) => ({
    ...rest,
    probability: round(probability),
    ...(rank === 0 && heat && { heat: heat.map(round) }),
  })),
});
