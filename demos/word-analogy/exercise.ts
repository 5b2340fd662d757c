import type { WordAnalogyElement } from './element';

/** One small piece of work, the same each time: what the contract suite puts every demo through. */
export async function exercise(element: WordAnalogyElement): Promise<string> {
  const { words } = await element.solve({ a: 'man', b: 'king', c: 'woman' }, { top: 3 });
  return words.map(({ word }) => word).join(' ');
}
