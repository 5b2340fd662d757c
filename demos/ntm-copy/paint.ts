import { cividis } from '../../src/view/cividis';

/** The theme's colours that a canvas needs, as it cannot follow custom properties by itself. */
export interface Inks {
  readonly ink: string;
  readonly accent: string;
  readonly field: string;
  readonly wrong: string;
  readonly mark: string;
}

export function inksOf(element: Element): Inks {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(name).trim();
  return {
    ink: token('--ink'),
    accent: token('--accent'),
    field: token('--paper-2'),
    wrong: token('--wrong'),
    mark: token('--rule-strong'),
  };
}

/** A canvas as columns and rows of equal cells, each a whole number of device pixels. */
export class CellCanvas {
  readonly #context: CanvasRenderingContext2D | null;
  readonly #width: number;
  readonly #height: number;
  /** Room between cells, where there is any to spare. */
  readonly #gap: number;

  /**
   * Sizes the canvas and fills it with the colour of an empty field.
   * @param width of the whole, in device pixels; a multiple of `columns`, as `height` is of `rows`
   */
  constructor(
    readonly canvas: HTMLCanvasElement,
    readonly columns: number,
    readonly rows: number,
    width: number,
    height: number,
    private readonly inks: Inks,
  ) {
    canvas.width = width;
    canvas.height = height;
    this.#width = width / columns;
    this.#height = height / rows;
    const side = Math.min(this.#width, this.#height);
    this.#gap = side >= 5 ? Math.max(1, Math.round(side / 12)) : 0;
    this.#context = canvas.getContext('2d');
    this.#fill(0, 0, width, height, inks.field, 1);
  }

  /** A colour at an opacity equal to the value, so that nothing looks like nothing. */
  cell(column: number, row: number, colour: keyof Inks, opacity: number): void {
    const gap = this.#gap;
    const [x, y] = [column * this.#width, row * this.#height];
    this.#fill(x, y, this.#width - gap, this.#height - gap, this.inks[colour], opacity);
  }

  /** A magnitude from 0 to 1 in cividis, without gaps. */
  magnitude(column: number, row: number, value: number): void {
    const colour = `rgb(${cividis(value).join(' ')})`;
    this.#fill(column * this.#width, row * this.#height, this.#width, this.#height, colour, 1);
  }

  /** A cross where a cell has room for one, else the whole cell in the colour of what is wrong. */
  cross(column: number, row: number): void {
    const context = this.#context;
    const [width, height] = [this.#width - this.#gap, this.#height - this.#gap];
    const [x, y] = [column * this.#width, row * this.#height];
    if (!context || Math.min(width, height) < 6) {
      this.#fill(x, y, width, height, this.inks.wrong, 1);
      return;
    }
    // A halo first: the cross must be seen on ink and on the empty field.
    for (const [colour, line] of [
      [this.inks.field, 5],
      [this.inks.wrong, 2.5],
    ] as const) {
      const inset = Math.min(width, height) * 0.12;
      context.globalAlpha = 1;
      context.strokeStyle = colour;
      context.lineWidth = (line * Math.min(width, height)) / 11;
      context.beginPath();
      context.moveTo(x + (width - height) / 2 + inset, y + inset);
      context.lineTo(x + (width + height) / 2 - inset, y + height - inset);
      context.moveTo(x + (width + height) / 2 - inset, y + inset);
      context.lineTo(x + (width - height) / 2 + inset, y + height - inset);
      context.stroke();
    }
  }

  /** A frame around some cells of a row. */
  ring(column: number, row: number, cells: number, colour: keyof Inks): void {
    if (!this.#context) return;
    const line = Math.max(1, Math.round(Math.min(this.#width, this.#height) / 5));
    this.#context.globalAlpha = 1;
    this.#context.strokeStyle = this.inks[colour];
    this.#context.lineWidth = line;
    const [x, y] = [column * this.#width, row * this.#height];
    this.#context.strokeRect(x + line / 2, y + line / 2, cells * this.#width - line, this.#height - line);
  }

  #fill(x: number, y: number, width: number, height: number, colour: string, opacity: number): void {
    if (!this.#context || opacity <= 0) return;
    this.#context.globalAlpha = Math.min(1, opacity);
    this.#context.fillStyle = colour;
    this.#context.fillRect(x, y, width, height);
  }
}
