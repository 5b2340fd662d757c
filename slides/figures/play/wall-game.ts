/** A still of a game of our own: a ball, a bat, and a wall of bricks that wears away. 160 × 192, as the console drew. */
import { type Paint, Raster } from './raster.ts';

export const screenWidth = 160;
export const screenHeight = 192;

/** Cividis, which is the same by day and by night, as a television is. */
const paint = {
  ground: { fill: 'var(--seq-0)' },
  frame: { fill: 'var(--seq-3)' },
  rows: [{ fill: 'var(--seq-4)' }, { fill: 'var(--seq-5)' }, { fill: 'var(--seq-6)' }, { fill: 'var(--seq-7)' }],
  bright: { fill: 'var(--seq-9)' },
  score: { fill: 'var(--seq-6)' },
} as const satisfies Record<string, Paint | readonly Paint[]>;

export const brick = { width: 24, height: 10, top: 48, left: 8 } as const;

export interface Still {
  readonly score: string;
  /** Left and top of the ball, 4 × 4 pixels. */
  readonly ball: readonly [number, number];
  /** Left end of the bat, 28 pixels wide. */
  readonly bat: number;
  /** Bricks that are gone: row from the top, column from the left. */
  readonly gone: readonly (readonly [row: number, column: number])[];
}

/** The wall in running bond: every other row begins with half a brick. */
function wall(raster: Raster, gone: Still['gone']): void {
  paint.rows.forEach((colour, row) => {
    const shift = row % 2 === 0 ? 0 : -brick.width / 2;
    for (let column = 0; column < 7; column++) {
      if (gone.some(([r, c]) => r === row && c === column)) continue;
      const left = brick.left + shift + column * brick.width;
      const from = Math.max(left, brick.left);
      const to = Math.min(left + brick.width - 2, screenWidth - 8);
      if (to > from) raster.fill(from, brick.top + row * brick.height, to - from, brick.height - 2, colour);
    }
  });
}

export function wallGame({ score, ball, bat, gone }: Still): Raster {
  const raster = new Raster(screenWidth, screenHeight)
    .fill(0, 0, screenWidth, screenHeight, paint.ground)
    .write(16, 5, score, [4, 3], paint.score)
    .fill(0, 26, screenWidth, 8, paint.frame)
    .fill(0, 26, 8, screenHeight - 26, paint.frame)
    .fill(screenWidth - 8, 26, 8, screenHeight - 26, paint.frame);
  for (let life = 0; life < 3; life++) raster.fill(124 + life * 8, 8, 4, 10, paint.score);
  wall(raster, gone);
  return raster.fill(bat, 172, 28, 5, paint.bright).fill(ball[0], ball[1], 4, 4, paint.bright);
}

/** The picture as a network gets it: side × side pixels, each the brightness (0 to 1) of the nearest one on the screen. */
export function shrunk(raster: Raster, side: number): number[][] {
  return Array.from({ length: side }, (_, row) =>
    Array.from({ length: side }, (_, column) => {
      const x = Math.floor(((column + 0.5) / side) * raster.width);
      const y = Math.floor(((row + 0.5) / side) * raster.height);
      // The palette's stops are numbered by their brightness.
      return Number(raster.at(x, y)?.fill.match(/\d/)?.[0] ?? 0) / 9;
    }),
  );
}

/** The moment that the figures of this section show. */
export const still: Still = {
  score: '018',
  ball: [90, 112],
  bat: 78,
  gone: [
    [3, 1],
    [3, 2],
    [3, 4],
    [3, 5],
    [2, 2],
    [2, 4],
  ],
};
