/** The line that says how far a page is from working without a network, with the one button that may go with it. */
import { type Offline, openOffline } from './offline';
import { type OfflineNews, offlineWords, updateWords } from './state';

/** Where the pages of the site lie. */
const site = new URL('./', document.baseURI);

/**
 * Begins to keep the site, and tells of it.
 * @param ready is told once all is kept, for faces whose line is not always in view
 * @returns an element, empty while there is nothing to say
 */
export function offlineLine(ready: (words: string) => void = () => undefined): HTMLElement {
  const line = document.createElement('p');
  line.className = 'offline';
  const offline = openOffline(site, (news) => {
    show(line, news, offline);
    if (news.offline.kind === 'ready') ready(offlineWords(news.offline));
  });
  return line;
}

function show(line: HTMLElement, { offline: state, update }: OfflineNews, offline: Offline): void {
  const words = document.createElement('span');
  words.textContent = offlineWords(state);
  const parts: HTMLElement[] = [words];
  if (state.kind === 'offered') parts.push(button('Keep for offline', () => offline.keep()));
  if (state.kind === 'stopped' && state.why === 'network') parts.push(button('Go on', () => offline.keep()));
  if (update !== 'none') {
    const newer = document.createElement('span');
    newer.textContent = updateWords(update);
    parts.push(
      newer,
      button('Reload with it now', () => offline.update()),
    );
  }
  // Progress is for the eye; what it comes to is said aloud.
  if (state.kind !== 'keeping') line.setAttribute('role', 'status');
  line.replaceChildren(...parts);
}

function button(text: string, act: () => void): HTMLElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = text;
  element.addEventListener('click', act);
  return element;
}
