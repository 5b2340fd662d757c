/** Small helpers of the tests that run in a page. */

export const frames = (count: number): Promise<void> =>
  new Promise((resolve) => {
    const tick = (left: number) => (left === 0 ? resolve() : requestAnimationFrame(() => tick(left - 1)));
    tick(count);
  });

export async function until(holds: () => boolean | Promise<boolean>, what: string, ms = 60_000): Promise<void> {
  for (const end = performance.now() + ms; performance.now() < end; ) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`never ${what}`);
}

/** The next event of a type. */
export const heard = (target: EventTarget, type: string): Promise<CustomEvent> =>
  new Promise((resolve) => target.addEventListener(type, (event) => resolve(event as CustomEvent), { once: true }));

/** How many files below `/models/` the test server was asked for so far. */
export const requestsSoFar = async (): Promise<number> => Number(await (await fetch('/requests')).text());
