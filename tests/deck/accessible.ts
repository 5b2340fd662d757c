import type { Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';

type Axe = typeof axe;

/** Puts axe into the page once; asking it slide by slide then costs no more than its own work. */
export async function bringAxe(page: Page): Promise<void> {
  await page.evaluate(axe.source);
}

/** What axe finds wrong within a part of the page, in words. */
export function axeFaults(page: Page, selector: string): Promise<string[]> {
  const options: RunOptions = { resultTypes: ['violations'] };
  return page.evaluate(
    async ([within, how]) => {
      const { violations } = await (window as unknown as { axe: Axe }).axe.run(within as string, how as RunOptions);
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
    },
    [selector, options] as const,
  );
}
