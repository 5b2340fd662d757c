import { html, svg, type TemplateResult } from 'lit';
import { SIDE_PX, type Square } from '../../engine/picture';

export { NO_SQUARE, type RawPicture, SIDE_PX, type Square } from '../../engine/picture';

/** Side that the square gets when somebody begins to drag where there is none. */
const FIRST_SIDE_PX = 94;

const ARROWS: Record<string, readonly [dx: number, dy: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const STEP_PX = 8;

/** The grey square over the picture, with a grip that the keyboard reaches. Drawn in network pixels. */
function squareLayer(square: Square, move: (square: Square) => void): TemplateResult | '' {
  if (square.side === 0) return '';
  const { x, y, side } = square;
  const [left, top, right, bottom] = [x - side / 2, y - side / 2, x + side / 2, y + side / 2];
  const corner = (cx: number, cy: number, sx: number, sy: number) => `M${cx} ${cy + sy * 9}v${-sy * 9}h${sx * 9}`;
  const corners =
    corner(left, top, 1, 1) + corner(right, top, -1, 1) + corner(left, bottom, 1, -1) + corner(right, bottom, -1, -1);
  const onKey = (event: KeyboardEvent) => {
    const arrow = ARROWS[event.key];
    if (!arrow) return;
    event.preventDefault();
    const px = event.shiftKey ? 1 : STEP_PX;
    move(moveSquare(square, arrow[0] * px, arrow[1] * px));
  };
  return svg`
    <g class="square" tabindex="0" role="application" aria-label="Grey square, ${Math.round(x)} from the left, ${Math.round(y)} from the top; arrow keys move it"
      data-keys="ArrowLeft ArrowRight ArrowUp ArrowDown" @keydown=${onKey}>
      <rect x=${left} y=${top} width=${side} height=${side} fill="#7f7f7f" stroke="#fff" stroke-width="1.2" />
      <path class="corners" d=${corners} fill="none" stroke="#fff" stroke-width="3" />
      <path d="M${x - 7} ${y}h14m-7 -7v14" stroke="#fff" stroke-width="1.2" />
    </g>`;
}

/** Moves a square so that its centre stays in the picture. */
export function moveSquare(square: Square, dx: number, dy: number): Square {
  const inside = (value: number) => Math.round(Math.min(SIDE_PX, Math.max(0, value)));
  return { ...square, x: inside(square.x + dx), y: inside(square.y + dy) };
}

/** Where a pointer is over the picture, in network pixels. */
function pointIn(picture: Element, event: PointerEvent): { x: number; y: number } {
  const box = picture.getBoundingClientRect();
  return {
    x: ((event.clientX - box.left) / box.width) * SIDE_PX,
    y: ((event.clientY - box.top) / box.height) * SIDE_PX,
  };
}

/** What a square over a picture needs of whoever shows the picture. */
export interface SquareHost {
  readonly square: Square;
  /** Whether a drag may begin: not over a recorded picture. */
  readonly live: boolean;
  moveSquare(square: Square): void;
}

/**
 * A grey square that is dragged over a picture, or moved by the arrow keys. A finger scrolls the page as long as there is
 * no square under it to be dragged.
 */
export class SquareDrag {
  #dragging = false;

  constructor(private readonly host: SquareHost) {}

  /** @param layers what lies over the picture, under the square */
  render(picture: unknown, layers: TemplateResult): TemplateResult {
    return html`
      <div class="picture poster" @pointerdown=${this.#down} @pointermove=${this.#move} @pointerup=${this.#up} @pointercancel=${this.#up}>
        ${picture} ${layers}
        <svg viewBox="0 0 ${SIDE_PX} ${SIDE_PX}" preserveAspectRatio="none">${squareLayer(this.host.square, (square) => this.host.moveSquare(square))}</svg>
      </div>`;
  }

  readonly #down = (event: PointerEvent): void => {
    if (!this.host.live) return;
    const onSquare = (event.target as Element).closest('.square') !== null;
    if (event.pointerType === 'touch' && !onSquare && this.host.square.side === 0) return;
    this.#dragging = true;
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.#drag(event);
  };

  readonly #move = (event: PointerEvent): void => {
    if (this.#dragging) this.#drag(event);
  };

  readonly #up = (): void => {
    this.#dragging = false;
  };

  #drag(event: PointerEvent): void {
    const { x, y } = pointIn(event.currentTarget as Element, event);
    const inside = (value: number) => Math.round(Math.min(SIDE_PX, Math.max(0, value)));
    this.host.moveSquare({ x: inside(x), y: inside(y), side: this.host.square.side || FIRST_SIDE_PX });
  }
}
