import { describe, expect, it } from 'vitest';
import { type LabelRequest, placeLabels } from './labels.ts';
import type { Point } from './svg.ts';

const bounds = [0, 0, 400, 400] as const;
const at = (place: Point, words = 'word'): LabelRequest => ({ at: place, words, size: 20, radius: 5 });

describe('placeLabels', () => {
  it('puts a lonely label to the right of its point', () => {
    const [label] = placeLabels([at([100, 100])], { bounds });
    expect(label?.anchor).toBe('start');
    expect(label?.x).toBeGreaterThan(105);
  });

  it('turns to the left at the right edge', () => {
    expect(placeLabels([at([395, 100])], { bounds })[0]?.anchor).toBe('end');
  });

  it('keeps off a neighbour', () => {
    const [left, right] = placeLabels([at([100, 100]), at([125, 100])], { bounds });
    expect(left?.anchor).toBe('end');
    expect(right?.anchor).toBe('start');
  });

  it('keeps off a line', () => {
    const lines = [
      [
        [100, 100],
        [400, 100],
      ],
    ] as const;
    expect(placeLabels([at([100, 100])], { bounds, lines })[0]?.anchor).toBe('end');
  });

  it('takes only the sides it is allowed', () => {
    const [label] = placeLabels([{ ...at([100, 100]), sides: ['above'] }], { bounds });
    expect(label?.anchor).toBe('middle');
    expect(label?.y).toBeLessThan(95);
  });
});
