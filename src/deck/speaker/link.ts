/** The line between the deck and its speaker view: two pages of one site, which may be opened and reloaded at will. */
import type { RevealApi } from 'reveal.js';

/** From the deck: the slide it shows, by id. */
export interface Shown {
  readonly type: 'shown';
  readonly id: string;
}

/** From the speaker view: what to do; `hello` asks the deck to say where it is. */
export interface Wish {
  readonly type: 'hello' | 'next' | 'previous' | 'up' | 'down' | 'black';
}

/** Every deck of the site talks on a line of its own. Close it when done. */
export function openLine(): BroadcastChannel {
  return new BroadcastChannel(`speaker:${new URL('.', location.href).pathname}`);
}

/** Tells the speaker view of every move, and does what it wishes. */
export function mirrorTo(deck: RevealApi): void {
  const line = openLine();
  const tell = () => line.postMessage({ type: 'shown', id: deck.getCurrentSlide().id } satisfies Shown);
  const acts: Readonly<Record<Wish['type'], () => void>> = {
    hello: tell,
    next: () => deck.right(),
    previous: () => deck.left(),
    up: () => deck.up(),
    down: () => deck.down(),
    black: () => deck.togglePause(),
  };
  deck.on('slidechanged', tell);
  line.addEventListener('message', ({ data }: MessageEvent<Wish | Shown>) => {
    if (data.type !== 'shown') acts[data.type]();
  });
  tell();
}

/** @returns Whether the browser let the window open. */
export function openSpeakerView(): boolean {
  const address = new URL('speaker.html', location.href);
  return window.open(address, 'speaker', 'popup,width=1280,height=800') !== null;
}
