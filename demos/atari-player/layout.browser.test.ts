import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDoors } from '../../doors';
import '../../src/look/tokens.css';
import '../../src/look/fonts.css';
import { frames } from '../../tests/support/page';
import type { AtariPlayerElement } from './element';

/** How it fits a page, from a telephone to a slide. */

const elements = openDoors();
const widths = [288, 350, 390, 699, 700, 768, 858];
const kinds: Record<string, string>[] = [{}, { panel: 'value' }, { player: 'you' }];
let place: HTMLElement;

beforeAll(async () => {
  await elements.get('atari-player')?.();
});
beforeEach(() => {
  place = document.createElement('div');
  document.body.append(place);
});
afterEach(() => place.remove());

async function show(width: number, attributes: Record<string, string>): Promise<AtariPlayerElement> {
  place.style.width = `${width}px`;
  const demo = document.createElement('dl-atari-player') as AtariPlayerElement;
  for (const [name, value] of Object.entries(attributes)) demo.setAttribute(name, value);
  place.replaceChildren(demo);
  await demo.updateComplete;
  // In another font the lines would break elsewhere.
  await document.fonts.ready;
  return demo;
}

const parts = (demo: AtariPlayerElement, selector: string) => [...(demo.shadowRoot?.querySelectorAll(selector) ?? [])];
const box = (demo: AtariPlayerElement, selector: string) =>
  (parts(demo, selector)[0] as Element).getBoundingClientRect();

/** What is drawn beyond the right edge, by name. */
function beyond(demo: AtariPlayerElement): string[] {
  const edge = demo.getBoundingClientRect().right + 0.5;
  return parts(demo, '.frame *')
    .filter((part) => !(part instanceof SVGElement) && !part.closest('.unseen'))
    .filter((part) => part.getBoundingClientRect().right > edge)
    .map((part) => `${part.tagName} ${part.className}`);
}

/** What of the stage lies below it, on the controls. */
function below(demo: AtariPlayerElement): string[] {
  const edge = box(demo, '.frame-stage').bottom + 0.5;
  return parts(demo, '.frame-stage *')
    .filter((part) => part.getBoundingClientRect().bottom > edge)
    .map((part) => `${part.tagName} ${part.className}`);
}

describe.each(kinds)('with %o', (attributes) => {
  it.each(widths)(
    'in %i pixels it is not wider than its place, and the stage ends above the controls',
    async (width) => {
      const demo = await show(width, attributes);
      // Both before and after it has been measured.
      for (const wait of [0, 3]) {
        await frames(wait);
        await demo.updateComplete;
        expect(beyond(demo)).toEqual([]);
        expect(below(demo)).toEqual([]);
        const button = box(demo, '.frame-controls button');
        const hit = demo.shadowRoot?.elementFromPoint(button.left + button.width / 2, button.top + button.height / 2);
        if (button.bottom < innerHeight) expect(hit?.closest('button')?.textContent).toContain('Load and run');
      }
      expect(demo.scrollWidth).toBe(width);
    },
  );
});

it('answers to another width without being asked', async () => {
  const demo = await show(858, {});
  await frames(3);
  const before = box(demo, '.tube').width;
  place.style.width = '390px';
  await frames(3);
  expect(before).toBe(480);
  expect(box(demo, '.tube').width).toBe(390);
  expect(box(demo, '.trace svg').width).toBe(390);
  expect(beyond(demo)).toEqual([]);
});
