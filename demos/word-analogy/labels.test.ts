import { expect, it } from 'vitest';
import { ALL_SIDES, placeLabels } from './labels';

const request = (x: number, y: number, text: string, optional = false) => {
  return { x, y, text, sizePx: 20, radiusPx: 5, sides: ALL_SIDES, optional };
};

it('keeps the labels of near points apart', () => {
  const [one, other] = placeLabels([request(100, 100, 'queen'), request(104, 104, 'princess')], [], 400, 300);
  expect(Math.abs((one?.y ?? 0) - (other?.y ?? 0)) > 18 || one?.anchor !== other?.anchor).toBe(true);
});

it('stays within the bounds', () => {
  const [label] = placeLabels([request(396, 100, 'emperor')], [], 400, 300);
  expect(label?.anchor).toBe('end');
});

it('leaves out an optional label without room, and no other', () => {
  const crowd = Array.from({ length: 9 }, (_, i) => request(30 + (i % 3) * 6, 14 + Math.floor(i / 3) * 6, 'monarch'));
  const labels = placeLabels([...crowd, request(34, 20, 'throne', true)], [], 90, 40);
  expect(labels.slice(0, 9).every((label) => label !== undefined)).toBe(true);
  expect(labels[9]).toBeUndefined();
});
