import type { ImageCaptionerElement } from './element';
import { type Poster, packResult } from './poster';
import { samples } from './samples';
import type { CaptionResult } from './task';

/**
 * The result of every sample photograph, for `poster.json`: what the demo shows while nothing runs.
 * @param element in a page, in any state; left idle
 */
export async function record(element: ImageCaptionerElement): Promise<Record<string, Poster>> {
  const results: Record<string, Poster> = {};
  element.setAttribute('panel', 'plain');
  for (const { name } of samples) {
    element.setAttribute('picture', name);
    element.dispose();
    const answered = new Promise<Event>((resolve) => element.addEventListener('dl-result', resolve, { once: true }));
    await element.load();
    element.run();
    const { result } = ((await answered) as CustomEvent<{ result: Required<CaptionResult> }>).detail;
    results[name] = packResult(result);
  }
  element.dispose();
  return results;
}
