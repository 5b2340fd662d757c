/** A demo's name, without `dl-`, → defines its element. */
export type DemoElements = ReadonlyMap<string, () => Promise<unknown>>;

/** The live figures of a slide, in order. They have their caption's side from the compiler, whatever they are. */
export const figuresIn = (slide: Element): HTMLElement[] => [...slide.querySelectorAll<HTMLElement>('[caption-side]')];

/** Settles when a figure can do what it is made for; at once if there is no such demo. */
export async function define({ localName }: Element, demos: DemoElements): Promise<void> {
  await demos.get(localName.replace('dl-', ''))?.();
}
