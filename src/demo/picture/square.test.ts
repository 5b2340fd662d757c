import { expect, it } from 'vitest';
import { moveSquare, SIDE_PX } from './square';

it('a moved square keeps its centre in the picture', () => {
  expect(moveSquare({ x: 4, y: 220, side: 40 }, -8, 8)).toEqual({ x: 0, y: SIDE_PX, side: 40 });
});
