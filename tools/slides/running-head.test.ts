import { describe, expect, it } from 'vitest';
import { talk } from './plan.ts';
import { runningHead } from './running-head.ts';

/** x and width of every rectangle: first this section, then this slide. */
function rectangles(svg: string): { x: number; width: number }[] {
  return [...svg.matchAll(/<rect x="([\d.]+)" y="-?\d+" width="([\d.]+)"/g)].map(([, x, width]) => ({
    x: Number(x),
    width: Number(width),
  }));
}

describe('runningHead', () => {
  it('has a hairline for each of the other sections', () => {
    const [, path = ''] = /d="([^"]*)"/.exec(runningHead(talk, 13)) ?? [];
    expect(path.split('M').length - 1).toBe(talk.sections.length - 1);
  });

  it('begins at the left margin and ends at the right', () => {
    expect(rectangles(runningHead(talk, 1))[1]?.x).toBe(0);
    const last = rectangles(runningHead(talk, 61))[1];
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(1152, 0);
  });

  it('moves on by one step a slide, and keeps within the section', () => {
    const [section, at22] = rectangles(runningHead(talk, 22));
    const [, at21] = rectangles(runningHead(talk, 21));
    expect((at22?.x ?? 0) - (at21?.x ?? 0)).toBeCloseTo(at22?.width ?? 0, 0);
    expect((section?.x ?? 0) + (section?.width ?? 0)).toBeCloseTo((at22?.x ?? 0) + (at22?.width ?? 0), 0);
  });
});
