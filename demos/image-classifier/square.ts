import { svg, type TemplateResult } from 'lit';
import { moveSquare, SIDE_PX, type Square } from './task';

/** Side that the square gets when somebody begins to drag where there is none. */
export const FIRST_SIDE_PX = 94;

const ARROWS: Record<string, readonly [dx: number, dy: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const STEP_PX = 8;

/** The grey square over the picture, with a grip that the keyboard reaches. Drawn in network pixels. */
export function squareLayer(square: Square, move: (square: Square) => void): TemplateResult | '' {
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

/** Where a pointer is over the picture, in network pixels. */
export function pointIn(picture: Element, event: PointerEvent): { x: number; y: number } {
  const box = picture.getBoundingClientRect();
  return {
    x: ((event.clientX - box.left) / box.width) * SIDE_PX,
    y: ((event.clientY - box.top) / box.height) * SIDE_PX,
  };
}
