import type { RevealApi } from 'reveal.js';
import { Feed, type Original } from '../../demo/mirror/feed';
import type { Act } from '../../demo/mirror/snapshot';
import { type DemoElements, define, figuresIn } from '../figures';
import { type DemoMessage, type FigureKey, openDemoLine } from './demo-line';

/**
 * Tells the speaker's window what its copies are to show, and does what is done with them. Costs nothing before such a
 * window asks; a deck that was left open at another slide keeps still.
 */
export function offerFigures(deck: RevealApi, demos: DemoElements): void {
  const line = openDemoLine();
  const feeds = new Map<FigureKey, Promise<Feed | undefined>>();
  const open = async (key: FigureKey): Promise<Feed | undefined> => {
    const original = await defined(key, demos);
    return original && new Feed(original, (news) => send({ type: 'news', key, news }));
  };
  const send = (message: DemoMessage) => line.postMessage(message);
  const tellHidden = () => send({ type: 'hidden', hidden: document.hidden });
  const watch = (keys: readonly FigureKey[]) => {
    for (const [key, feed] of feeds) {
      if (keys.includes(key)) continue;
      feeds.delete(key);
      void feed.then((open) => open?.end());
    }
    for (const key of keys) {
      const known = feeds.get(key);
      if (known) void known.then((feed) => feed?.again());
      else feeds.set(key, open(key));
    }
  };
  const act = async (key: FigureKey, act: Act) => (await feeds.get(key))?.do(act);
  line.addEventListener('message', ({ data }: MessageEvent<DemoMessage>) => {
    if (data.type === 'act') void act(data.key, data.act);
    if (data.type !== 'watch') return;
    const meant = data.slide === deck.getCurrentSlide().id;
    watch(meant ? data.keys : []);
    if (meant) tellHidden();
  });
  document.addEventListener('visibilitychange', () => feeds.size > 0 && tellHidden());
  send({ type: 'here' });
}

async function defined(key: FigureKey, demos: DemoElements): Promise<Original | undefined> {
  const at = key.lastIndexOf('/');
  const slide = document.getElementById(key.slice(0, at));
  const figure = slide && figuresIn(slide)[Number(key.slice(at + 1))];
  if (!figure) return undefined;
  await define(figure, demos);
  return 'snapshot' in figure ? (figure as unknown as Original) : undefined;
}
