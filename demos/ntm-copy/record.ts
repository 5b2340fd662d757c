import type { NtmCopyElement } from './element';
import { type PackedLesson, packLesson } from './learn/poster';
import { type Poster, packTrace } from './poster';
import type { Trace } from './trace';

/** So many sequences, and the copy task has been found. */
const LEARNED = 6000;

/**
 * One run of twenty rows and one course of learning, for `poster.json`: what the demo shows while nothing runs.
 * @param element in a page, in any state; left idle
 */
export async function record(element: NtmCopyElement): Promise<Poster & { lesson: PackedLesson }> {
  const set = (attributes: Record<string, string>) => {
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  };
  set({ task: 'copy', view: 'tape', length: '20', seed: '7' });
  element.dispose();
  const answered = new Promise<Event>((resolve) => element.addEventListener('dl-result', resolve, { once: true }));
  await element.load();
  element.run();
  const { result } = ((await answered) as CustomEvent<{ result: Trace }>).detail;
  element.pause();
  set({ view: 'learn', length: '10', start: '1' });
  const lesson = await element.learn(LEARNED);
  element.dispose();
  return { ...packTrace(result), lesson: packLesson(lesson) };
}
