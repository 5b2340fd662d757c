/** Pictures of hard pixels, for machines that have them. */
import { type Attributes, type Colour, group, type Markup, number, path } from '../kit/svg.ts';

/** What a pixel is painted with; opacity is 1 unless given. */
export interface Paint {
  readonly fill: Colour;
  readonly opacity?: number;
}

/** Three columns of five rows, the rows as bits from left to right. */
const digits = ['75557', '26227', '71747', '71717', '55711', '74717', '74757', '71122', '75757', '75717'] as const;

/** A picture of width × height pixels, painted over in order; unpainted pixels stay clear. */
export class Raster {
  readonly width: number;
  readonly height: number;
  private readonly pixels: (Paint | undefined)[];

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.pixels = new Array<Paint | undefined>(width * height).fill(undefined);
  }

  /** A rectangle of pixels; what falls outside is cut off. `undefined` clears. */
  fill(left: number, top: number, width: number, height: number, paint: Paint | undefined): this {
    for (let y = Math.max(0, top); y < Math.min(this.height, top + height); y++) {
      for (let x = Math.max(0, left); x < Math.min(this.width, left + width); x++)
        this.pixels[y * this.width + x] = paint;
    }
    return this;
  }

  /** Decimal digits three dots wide and five high, one dot between them; a dot is dotWidth × dotHeight pixels. */
  write(left: number, top: number, text: string, [dotWidth, dotHeight]: readonly [number, number], paint: Paint): this {
    [...text].forEach((digit, place) => {
      [...(digits[Number(digit)] ?? '')].forEach((row, y) => {
        for (let x = 0; x < 3; x++) {
          if ((Number(row) >> (2 - x)) & 1) {
            this.fill(left + (place * 4 + x) * dotWidth, top + y * dotHeight, dotWidth, dotHeight, paint);
          }
        }
      });
    });
    return this;
  }

  /** A picture drawn in text, one character a dot of `dot` × `dot` pixels, `#` painted. */
  stamp(left: number, top: number, rows: readonly string[], dot: number, paint: Paint): this {
    rows.forEach((row, y) => {
      [...row].forEach((mark, x) => {
        if (mark === '#') this.fill(left + x * dot, top + y * dot, dot, dot, paint);
      });
    });
    return this;
  }

  at(x: number, y: number): Paint | undefined {
    return x >= 0 && x < this.width ? this.pixels[y * this.width + x] : undefined;
  }

  /** Runs of equal pixels in a row: paint, left, width. */
  private runs(y: number): [Paint, number, number][] {
    const found: [Paint, number, number][] = [];
    for (let x = 0; x < this.width; x++) {
      const paint = this.at(x, y);
      const last = found.at(-1);
      if (!paint) continue;
      if (last && last[0] === paint && last[1] + last[2] === x) last[2]++;
      else found.push([paint, x, 1]);
    }
    return found;
  }

  /** Rectangles that cover the picture: equal runs in rows that follow each other are one. */
  rectangles(): { paint: Paint; x: number; y: number; width: number; height: number }[] {
    const all: { paint: Paint; x: number; y: number; width: number; height: number }[] = [];
    for (let y = 0; y < this.height; y++) {
      for (const [paint, x, width] of this.runs(y)) {
        const above = all.find((r) => r.paint === paint && r.x === x && r.width === width && r.y + r.height === y);
        if (above) above.height++;
        else all.push({ paint, x, y, width, height: 1 });
      }
    }
    return all;
  }
}

export interface PixelOptions {
  /** Left and top on the figure. */
  readonly x: number;
  readonly y: number;
  /** Width and height of one pixel on the figure; whole numbers stay sharp. */
  readonly pixel: readonly [number, number];
}

/** The raster as one path a paint. */
export function pixels(raster: Raster, { x, y, pixel: [wide, high] }: PixelOptions): Markup {
  const byPaint = new Map<Paint, string>();
  for (const { paint, x: left, y: top, width, height } of raster.rectangles()) {
    const corner = `M${number(x + left * wide)} ${number(y + top * high)}`;
    const sides = `h${number(width * wide)}v${number(height * high)}h${number(-width * wide)}z`;
    byPaint.set(paint, `${byPaint.get(paint) ?? ''}${corner}${sides}`);
  }
  const style = ({ fill, opacity }: Paint): Attributes => ({ fill, 'fill-opacity': opacity, stroke: 'none' });
  return group(
    { 'shape-rendering': 'crispEdges' },
    [...byPaint].map(([paint, d]) => path(d, style(paint))),
  );
}

/** The dark lines between the rows of a television, over a picture of `rows` rows. */
export function scanLines(x: number, y: number, width: number, rows: number, high: number): Markup {
  const d = Array.from(
    { length: rows },
    (_, row) => `M${number(x)} ${number(y + (row + 0.16) * high)}h${number(width)}`,
  );
  return path(d.join(''), { stroke: 'var(--seq-0)', 'stroke-width': high * 0.34, 'stroke-opacity': 0.3 });
}
