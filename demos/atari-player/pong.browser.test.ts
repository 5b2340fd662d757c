import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { openDoors } from '../../doors';
import { until } from '../../tests/support/page';
import type { AtariPlayerElement } from './element';
import type { Played } from './task';

/** Pong, on a cartridge of the reader's own. It is Atari's: where it cannot be had (`PONG_ROM=FILE`), this is skipped. */

const elements = openDoors();
const rom = new Uint8Array(await (await fetch('/pong-rom')).arrayBuffer());
let demo: AtariPlayerElement;
const inside = <T extends HTMLElement>(selector: string) => demo.shadowRoot?.querySelector(selector) as T;
const labels = () => [...(demo.shadowRoot?.querySelectorAll('.foot label') ?? [])].map((label) => label.textContent);

describe.skipIf(rom.length === 0)('Pong', () => {
  beforeAll(async () => {
    await elements.get('atari-player')?.();
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

  describe('with its policy', () => {
    it('is recognised, whatever the file is called', async () => {
      expect(await demo.insert(new File([rom], 'Video Olympics (1978).a26'))).toEqual({ game: 'pong' });
      await demo.updateComplete;
      expect(inside('.cartridge').textContent).toBe('Pong');
      expect(inside('.scores thead').textContent).toContain('Won less lost');
      // There is nothing to choose from: one state of learning is there.
      expect(labels().some((label) => label?.includes('Trained'))).toBe(false);
      expect(labels().some((label) => label?.includes('Hue'))).toBe(true);
    });

    it('is won by the network and lost by chance, and told in both players’ points', { timeout: 600_000 }, async () => {
      await demo.insert(rom);
      const network = await demo.play({ policy: 'dqn', seed: 3, maxFrames: 1800 });
      const words = inside('.unseen[role="status"]').textContent;
      const chance = await demo.play({ policy: 'random', seed: 3, maxFrames: 1800 });
      const won = ({ score, opponentScore = Number.NaN }: typeof network) => score - opponentScore;
      expect(words).toBe(`Pong: score ${network.score} to ${network.opponentScore}`);
      expect(won(network)).toBeGreaterThan(won(chance) + 4);
      expect(won(network)).toBeGreaterThan(0);
      expect(network).not.toHaveProperty('bricks');
    });

    it('is the same game frame by frame with the same seed', async () => {
      await demo.insert(rom);
      const last: Uint8Array[] = [];
      let picture = new Uint8Array();
      demo.addEventListener('dl-result', (event) => {
        const { moments } = (event as CustomEvent<{ result: Played }>).detail.result;
        picture = (moments.at(-1)?.pictures.at(-1) as Uint8Array<ArrayBuffer>) ?? picture;
      });
      for (const seed of [11, 11, 12]) {
        await demo.play({ seed, maxFrames: 200 });
        last.push(picture.slice());
      }
      expect(last[1]).toEqual(last[0]);
      expect(last[2]).not.toEqual(last[0]);
    });

    it('is played by hand against the clock, up with Up', async () => {
      demo.setAttribute('player', 'you');
      demo.setAttribute('seed', '2');
      await demo.insert(rom);
      demo.run();
      await demo.updateComplete;
      expect(inside('.you').textContent).toContain('0 to 0 · 60 s left');
      const played = new Promise<void>((resolve) =>
        demo.addEventListener('dl-result', (event) => {
          if ((event as CustomEvent<{ result: Played }>).detail.result.frames > 8) resolve();
        }),
      );
      inside('.tube').focus();
      const before = batRow();
      await userEvent.keyboard('{ArrowUp>}');
      await played;
      await userEvent.keyboard('{/ArrowUp}');
      await until(() => batRow() < before, 'up');
      demo.pause();
    });
  });

  it('is forgotten again when it is taken out', async () => {
    await demo.insert(rom);
    [...(demo.shadowRoot?.querySelectorAll('button') ?? [])]
      .find((button) => button.textContent === 'Take it out')
      ?.click();
    await until(() => inside('.cartridge') === null, 'ours');
    expect((await demo.play({ seed: 1, maxFrames: 8 })).bricks).toBe(0);
  });
});

/** The first row of the player's bat, in column 141. */
function batRow(): number {
  const context = inside<HTMLCanvasElement>('canvas.picture').getContext('2d') as CanvasRenderingContext2D;
  const column = (x: number) => context.getImageData(x, 38, 1, 150).data;
  const [bat, empty] = [column(141), column(120)];
  return bat.findIndex((level, at) => level !== empty[at]);
}
