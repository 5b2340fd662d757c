import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { openDoors } from '../../doors';
import { Feed } from '../../src/demo/mirror/feed';
import { frames, heard, until } from '../../tests/support/page';
import romUrl from './cartridge/rubble.bin?url';
import type { AtariPlayerElement } from './element';
import type { Played } from './task';

/** What a reader does with it, and what is put in that is no cartridge. */

const elements = openDoors();
let demo: AtariPlayerElement;
let rom: Uint8Array<ArrayBuffer>;
const inside = <T extends HTMLElement>(selector: string) => demo.shadowRoot?.querySelector(selector) as T;
const status = () => demo.shadowRoot?.querySelector('[part~="status"]')?.textContent ?? '';
const hash = async (bytes: Uint8Array<ArrayBuffer>) =>
  Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))).join();

/** Where the paddle begins, in pixels: the only thing in its row that is wider than a wall. */
function paddle(): number {
  const context = inside<HTMLCanvasElement>('canvas.picture').getContext('2d') as CanvasRenderingContext2D;
  const { data } = context.getImageData(0, 177, 160, 1);
  return Array.from({ length: 148 }, (_, x) => x).findIndex((x) =>
    data.subarray(4 * x, 4 * (x + 12)).every((level) => level > 0),
  );
}

/** A cartridge of 4 KB that begins with these instructions. */
function cartridge(...code: number[]): Uint8Array {
  const bytes = new Uint8Array(4096).fill(0xea);
  bytes.set(code);
  bytes.set([0x00, 0xf0, 0x00, 0xf0], 4092);
  return bytes;
}

beforeAll(async () => {
  await elements.get('atari-player')?.();
  rom = new Uint8Array(await (await fetch(romUrl)).arrayBuffer());
});
beforeEach(() => {
  demo = document.createElement('dl-atari-player') as AtariPlayerElement;
  demo.setAttribute('backend', 'wasm');
  document.body.append(demo);
});
afterEach(async () => {
  demo.dispose();
  await demo.disposed;
  demo.remove();
});

describe('a game by a call', () => {
  it('is the same frame by frame with the same seed, and another with another', async () => {
    const frames: string[] = [];
    let last = new Uint8Array();
    demo.addEventListener('dl-result', (event) => {
      const { moments } = (event as CustomEvent<{ result: Played }>).detail.result;
      last = (moments.at(-1)?.pictures.at(-1) as Uint8Array<ArrayBuffer>) ?? last;
    });
    for (const seed of [11, 11, 12]) {
      await demo.play({ seed, maxFrames: 200 });
      frames.push(await hash(last));
    }
    expect(frames[1]).toBe(frames[0]);
    expect(frames[2]).not.toBe(frames[0]);
  });

  it('is won by the network and lost by chance, and told at each point alone', async () => {
    const told = new Set<string>();
    let changes = 0;
    const watch = new MutationObserver(() => {
      changes += 1;
      told.add(inside('.unseen[role="status"]').textContent ?? '');
    });
    await demo.updateComplete;
    watch.observe(inside('.unseen[role="status"]'), { characterData: true, childList: true, subtree: true });
    const bricks = async (policy: 'dqn' | 'random') => {
      let sum = 0;
      for (const seed of [1, 2, 3]) {
        const played = await demo.play({ policy, seed, maxFrames: 600 });
        expect(played.decisions).toBe(Math.ceil(played.frames / 4));
        expect(played.finished || played.frames === 600).toBe(true);
        sum += played.bricks ?? 0;
      }
      return sum;
    };
    const network = await bricks('dqn');
    watch.disconnect();
    expect(network).toBeGreaterThan(5 + 2 * (await bricks('random')));
    expect(told.size).toBeGreaterThan(3);
    // Once a brick, and once as each game begins anew.
    expect(changes).toBeLessThanOrEqual(network + 6);
  });

  it('leaves nothing behind, however long', async () => {
    await demo.play({ seed: 1, maxFrames: 40 });
    const first = await demo.usage();
    await demo.play({ seed: 2, maxFrames: 400 });
    expect(await demo.usage()).toEqual(first);
  });

  it.each([{ policy: 'best' }, { seed: -1 }, { seed: 1.5 }, { maxFrames: 0 }])('refuses %o', async (request) => {
    const told = heard(demo, 'dl-error');
    await expect(demo.play(request as never)).rejects.toMatchObject({ name: 'DemoError', code: 'input' });
    expect((await told).detail.code).toBe('input');
    expect(demo.state).toBe('idle');
  });
});

describe('what is no cartridge', () => {
  it.each([
    ['a file of 0 bytes', new Blob([]), '0 bytes'],
    ['a megabyte', new Blob([new Uint8Array(1 << 20)]), 'no cartridge has more than 32'],
    ['a text', new Blob(['hello, console '.repeat(300)]), 'cartridges have 2, 4, 8'],
    ['an instruction that stops the processor', cartridge(0x02), 'stops the processor'],
    ['a vertical sync without end', cartridge(0xa9, 2, 0x85, 0, 0x4c, 4, 0xf0), 'no rhythm'],
    ['no file at all', 'cartridge' as never, 'A cartridge is a file'],
  ])('is refused, and ours is back in: %s', async (_, bad, words) => {
    await demo.load();
    await expect(demo.insert(bad)).rejects.toMatchObject({ name: 'DemoError', code: 'input' });
    await demo.updateComplete;
    expect(status()).toContain(words);
    expect(demo.state).toBe('ready');
    expect((await demo.play({ seed: 1, maxFrames: 8 })).bricks).toBe(0);
  });

  it('is found out while it plays, too', async () => {
    // Frames of 258 lines, counted in 0x80, and after the 180th an instruction that stops the processor.
    const code =
      'a9 00 85 80 a9 02 85 00 85 02 85 02 85 02 a9 00 85 00 a2 ff 85 02 ca d0 fb e6 80 a5 80 c9 b4 d0 e3 02';
    const late = cartridge(...code.split(' ').map((byte) => Number.parseInt(byte, 16)));
    expect((await demo.insert(late)).game).toBeUndefined();
    const told = heard(demo, 'dl-error');
    demo.run();
    await demo.updateComplete;
    inside('.tube').focus();
    await userEvent.keyboard('{ArrowLeft}');
    expect((await told).detail).toMatchObject({ code: 'input', mending: false });
    await until(() => status().includes('Ours is back in'), 'said');
    expect(demo.state).toBe('running');
  });
});

describe('a hand', () => {
  it('plays by keys, and the page hears none of them', async () => {
    const pageHeard: string[] = [];
    const listen = (event: KeyboardEvent) => pageHeard.push(event.key);
    document.addEventListener('keydown', listen);
    demo.setAttribute('player', 'you');
    await demo.load();
    demo.run();
    await demo.updateComplete;
    inside('.tube').focus();
    const moved = new Promise<void>((resolve) =>
      demo.addEventListener('dl-result', (event) => {
        if ((event as CustomEvent<{ result: Played }>).detail.result.frames > 3) resolve();
      }),
    );
    await userEvent.keyboard('{ArrowLeft>}');
    await moved;
    await userEvent.keyboard('{/ArrowLeft}');
    document.removeEventListener('keydown', listen);
    expect(pageHeard).toEqual([]);
    demo.pause();
  });

  it('stops when its gamepad is pulled out, and says so', async () => {
    const pad = { index: 3, connected: true, axes: [-1, 0], buttons: [] };
    const pads = [pad];
    Object.defineProperty(navigator, 'getGamepads', { configurable: true, value: () => pads });
    try {
      demo.setAttribute('player', 'you');
      await demo.load();
      demo.run();
      await until(() => status().includes('frames a second'), 'played by gamepad');
      pads.length = 0;
      window.dispatchEvent(Object.assign(new Event('gamepaddisconnected'), { gamepad: pad }));
      await demo.updateComplete;
      expect(demo.state).toBe('ready');
      expect(status()).toContain('pulled out');
    } finally {
      Reflect.deleteProperty(navigator, 'getGamepads');
    }
  });

  it('lets go of everything when its keys go elsewhere', async () => {
    demo.setAttribute('player', 'you');
    await demo.load();
    demo.run();
    await demo.updateComplete;
    inside('.tube').focus();
    await until(() => paddle() >= 0, 'seen');
    const first = paddle();
    await userEvent.keyboard('{ArrowLeft>}');
    await until(() => paddle() < first - 6, 'moved');
    inside('.frame-controls button').focus();
    await frames(30);
    const then = paddle();
    await frames(30);
    expect(paddle()).toBe(then);
    await userEvent.keyboard('{/ArrowLeft}');
    demo.pause();
  });

  it('plays from a copy in another window, too', async () => {
    const copy = document.createElement('dl-atari-player') as AtariPlayerElement;
    document.body.append(copy);
    const tell = copy.mirror((act) => feed.do(structuredClone(act)));
    const feed = new Feed(demo, (news) => tell(structuredClone(news)));
    demo.setAttribute('player', 'you');
    await demo.load();
    demo.run();
    await until(() => copy.state === 'running', 'running in both');
    const far = new Promise<void>((resolve) =>
      demo.addEventListener('dl-result', (event) => {
        if ((event as CustomEvent<{ result: Played }>).detail.result.frames > 3) resolve();
      }),
    );
    await copy.updateComplete;
    copy.shadowRoot?.querySelector<HTMLElement>('.tube')?.focus();
    await userEvent.keyboard('{ArrowRight>}');
    await far;
    await userEvent.keyboard('{/ArrowRight}');
    await until(() => copy.shadowRoot?.querySelector('.you')?.textContent?.includes('s left') === true, 'told');
    demo.pause();
    feed.end();
    tell(undefined);
    copy.remove();
  });

  it('goes back to a moment, and sees what it rests on', async () => {
    await demo.play({ seed: 1, maxFrames: 80 });
    await demo.updateComplete;
    const range = inside<HTMLInputElement>('.trace input');
    expect(Number(range.max)).toBe(19);
    range.value = '7';
    range.dispatchEvent(new Event('input'));
    await demo.updateComplete;
    expect(status()).toContain('a moment that was');
    const answered = heard(demo, 'dl-result');
    [...(demo.shadowRoot?.querySelectorAll('button') ?? [])]
      .find(({ textContent }) => textContent?.includes('What matters'))
      ?.click();
    expect((await answered).detail.result.doubts).toHaveLength(14 * 14);
    await demo.updateComplete;
    expect(inside('.contour path').getAttribute('d')).toMatch(/^M/);
  });
});

describe('a cartridge of one’s own', () => {
  it('without a policy is played by hand, and may be remembered and forgotten', async () => {
    const { game } = await demo.insert(new File([rom.with(0xff0, 0x21)], 'mine.bin'));
    expect(game).toBeUndefined();
    await demo.updateComplete;
    expect(inside('.cartridge').textContent).toBe('mine.bin');
    const press = async (words: string) => {
      [...(demo.shadowRoot?.querySelectorAll('button') ?? [])]
        .find(({ textContent }) => textContent === words)
        ?.click();
      await demo.updateComplete;
    };
    const shows = (words: string) => until(() => inside('.foot').textContent?.includes(words) === true, words);
    await press('Remember it here');
    await shows('Forget it');
    await press('Take it out');
    await shows('Insert mine.bin');
    await press('Insert mine.bin');
    await shows('Forget it');
    await press('Forget it');
    await shows('Remember it here');
  });
});
