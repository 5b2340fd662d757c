/** Where the reader is: told entry by entry as the page moves under a line a fifth from its top. */

/** The entry (one slide's part of the article, or the masthead) that is being read. */
export type PlaceListener = (entry: HTMLElement) => void;

/** Tells the listener of every change, for as long as the page lives. */
export function followPlace(tell: PlaceListener): void {
  const passing = new IntersectionObserver(
    (entries) => {
      const entry = entries.filter(({ isIntersecting }) => isIntersecting).at(-1)?.target;
      if (entry instanceof HTMLElement) tell(entry);
    },
    { rootMargin: '-20% 0px -75% 0px' },
  );
  for (const entry of document.querySelectorAll('.entry, .masthead')) passing.observe(entry);
}

/** Names the chapter in the top line, and lets “Slides” lead to the slide that is being read about. */
export function topLine(): PlaceListener {
  const place = document.getElementById('place');
  const link = document.querySelector<HTMLAnchorElement>('#to-slides');
  return (entry) => {
    const chapter = entry.closest<HTMLElement>('.chapter');
    if (!chapter || !place || !link) return;
    document.body.dataset.section = chapter.dataset.section;
    place.textContent = chapter.dataset.title ?? '';
    link.href = `index.html#/${entry.id}`;
  };
}
