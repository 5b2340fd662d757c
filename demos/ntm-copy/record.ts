import type { NtmCopyElement } from './element';
import { type Poster, packTrace } from './poster';
import type { Trace } from './trace';

/**
 * One run of twenty rows, for `poster.json`: what the demo shows while nothing runs.
 * @param element in a page, in any state; left idle
 */
export async function record(element: NtmCopyElement): Promise<Poster> {
  for (const [name, value] of Object.entries({ task: 'copy', length: '20', seed: '7' }))
    element.setAttribute(name, value);
  element.dispose();
  const answered = new Promise<Event>((resolve) => element.addEventListener('dl-result', resolve, { once: true }));
  await element.load();
  element.run();
  const { result } = ((await answered) as CustomEvent<{ result: Trace }>).detail;
  element.dispose();
  return packTrace(result);
}
