/** The deck's face: reveal.js with our keys, our notices, and the demos told where the speaker is. */
import Reveal, { type RevealApi, type RevealConfig } from 'reveal.js';
import { splitFragment } from '../demo/link/state';
import { store } from '../look/store';
import { restoreTheme, toggleTheme } from '../look/theme';
import { offlineLine } from '../offline/line';
import { isUnknown, openingOf, ourQuery, type Place, type Slides } from './address';
import type { DemoElements } from './figures';
import { Help } from './help';
import { followSlides } from './intents';
import { bindKeys, deckMayAct } from './keys';
import { followLinks, linkFiguresToSlides, setFigure } from './links';
import { Notice } from './notice';
import { mirrorTo, openSpeakerView } from './speaker/link';
import { offerFigures } from './speaker/originals';

const config: RevealConfig = {
  width: 1280,
  height: 720,
  margin: 0,
  minScale: 0.1,
  maxScale: 8,
  center: false,
  controls: false,
  progress: false,
  help: false,
  hash: true,
  hashOneBasedIndex: true,
  transition: 'none',
  backgroundTransition: 'none',
  viewDistance: 2,
  mobileViewDistance: 2,
  postMessage: false,
  postMessageEvents: false,
  // The article serves phones: reveal's scroll view would rebuild every demo when a phone is turned.
  scrollActivationWidth: 0,
  pdfMaxPagesPerSlide: 1,
  keyboardCondition: deckMayAct,
  // Space, N and P, and a clicker’s two keys go along the talk; reveal would have them go down under every slide.
  keyboard: { 32: 'right', 34: 'right', 78: 'right', 33: 'left', 80: 'left' },
};

/** Opens the deck in a page that the compiler has filled with slides. */
export async function openDeck(demos: DemoElements): Promise<void> {
  restoreTheme();
  const query = ourQuery(location.search);
  const slides = countSlides();
  const { place, state } = splitFragment(location.hash);
  const opening = openingOf(place, slides, readPlace(), Date.now());
  const hash = opening.fragment === undefined ? place : `#${opening.fragment}`;
  history.replaceState(null, '', location.pathname + query + hash);

  const notice = new Notice(document.body);
  const deck = new Reveal(config);
  const open = async (state: URLSearchParams) => {
    if (!(await setFigure(deck.getCurrentSlide(), state, demos))) refuseState(notice);
  };
  linkFiguresToSlides();
  followLinks((place, state) => !isUnknown(place, slides) && void open(state));
  await deck.initialize();
  const still = /[?&](receiver|print-pdf)\b/.test(query);
  const moved = () => {
    frameWindow(deck);
    if (!still)
      store.write(placeKey, JSON.stringify({ id: deck.getCurrentSlide().id, at: Date.now() } satisfies Place));
  };
  moved();
  deck.on('slidechanged', moved);
  deck.on('slidechanged', () => notice.clear());
  refuseUnknown(deck, slides, notice);
  followSlides(deck, demos, still);
  const hint = still || hash ? '' : '→ next slide · ? all keys';
  notice.say(opening.notice ?? hint);
  if (state && !opening.notice) void open(state);
  if (still) return;
  mirrorTo(deck);
  offerFigures(deck, demos);
  // During a talk the deck does not speak of itself.
  bindOurKeys(
    notice,
    offlineLine((words) => deck.isFirstSlide() && notice.say(words)),
  );
}

function countSlides(): Slides {
  const ids = [...document.querySelectorAll('section.slide')].map(({ id }) => id);
  return { ids, main: document.querySelectorAll('.slides > section').length };
}

/** Goes to the first slide, and says so, where somebody types an address that there is not. */
function refuseUnknown(deck: RevealApi, slides: Slides, notice: Notice): void {
  window.addEventListener('hashchange', ({ newURL }) => {
    // reveal may have written the address of the slide before over it by now.
    const { hash } = new URL(newURL);
    if (!isUnknown(hash, slides)) return;
    const { notice: text = '' } = openingOf(hash, slides, undefined, 0);
    deck.slide(0, 0);
    history.replaceState(null, '', location.pathname + location.search);
    notice.say(text);
  });
}

function refuseState(notice: Notice): void {
  const text = 'This slide has no live figure that a link could set.';
  console.warn(text);
  notice.say(text);
}

function bindOurKeys(notice: Notice, foot: HTMLElement): void {
  const help = new Help(foot);
  const blocked = 'The browser kept the speaker view from opening: allow pop-ups for this page.';
  bindKeys(
    new Map([
      ['?', () => help.toggle()],
      ['f1', () => help.toggle()],
      ['t', () => notice.say(toggleTheme() === 'dark' ? 'Paper on ink.' : 'Ink on paper.')],
      ['s', () => openSpeakerView() || notice.say(blocked)],
    ]),
  );
}

/** Lets the window round the slide take its ground, and tells the page's title. */
function frameWindow(deck: RevealApi): void {
  const slide = deck.getCurrentSlide();
  const { section, layout, label } = slide.dataset;
  Object.assign(document.body.dataset, { section, layout });
  const headline = slide.querySelector('h1')?.textContent ?? '';
  document.title = label === '1' ? headline : `${label} ${headline}`;
}

const placeKey = `deck:${location.pathname}`;

function readPlace(): Place | undefined {
  try {
    const place = JSON.parse(store.read(placeKey) ?? 'null') as Partial<Place> | null;
    return typeof place?.id === 'string' && typeof place.at === 'number' ? { id: place.id, at: place.at } : undefined;
  } catch {
    return undefined;
  }
}
