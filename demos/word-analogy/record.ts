import type { WordAnalogyElement } from './element';
import { families, presets } from './presets';
import type { ShownResult } from './task';

/**
 * The result of every preset and every family, for `poster.json`: what the demo shows while nothing runs.
 * @param element in a page, in any state; left idle
 */
export async function record(element: WordAnalogyElement): Promise<readonly ShownResult[]> {
  const questions = presets.map(({ id }) => ({ view: 'analogy', preset: id }));
  const plots = families.map(({ id }) => ({ view: 'differences', family: id }));
  const results: ShownResult[] = [];
  for (const values of [...questions, ...plots]) {
    for (const [name, value] of Object.entries(values)) element.setAttribute(name, value);
    // Only a fresh load asks again what was asked before.
    element.dispose();
    const answered = nextShown(element);
    await element.load();
    element.run();
    results.push(JSON.parse(JSON.stringify(await answered, fewDigits)) as ShownResult);
  }
  element.dispose();
  return results;
}

const nextShown = (element: WordAnalogyElement): Promise<ShownResult> =>
  new Promise((resolve) => {
    const listen = (event: Event) => {
      const { result } = (event as CustomEvent).detail;
      if (result.kind === 'vocabulary') return;
      element.removeEventListener('dl-result', listen);
      resolve(result);
    };
    element.addEventListener('dl-result', listen);
  });

const fewDigits = (_key: string, value: unknown): unknown =>
  typeof value === 'number' ? Number(value.toFixed(3)) : value;
