import type { Button } from './games';
import type { Held } from './machine/console';

export const KEYS: Readonly<Record<string, Button>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  ' ': 'fire',
};

/** How far a stick must lean to count. */
const LEAN = 0.4;
/** Of a paddle, in a frame, while a key is held: its whole way in a second. */
const TURN = 1 / 60;

/** A person's hand, by keys, by buttons on a touch screen, by a gamepad: what it holds down at this moment. */
export class Hand {
  /** Whether anything was ever pressed since `rest()`. */
  moved = false;
  readonly #pressed = new Set<Button>();
  #gamepad: number | undefined;

  constructor(private readonly lost: () => void) {}

  connect(): void {
    window.addEventListener('gamepaddisconnected', this.#unplugged);
    window.addEventListener('blur', this.letGo);
  }

  disconnect(): void {
    window.removeEventListener('gamepaddisconnected', this.#unplugged);
    window.removeEventListener('blur', this.letGo);
    this.rest();
  }

  rest(): void {
    this.moved = false;
    this.#pressed.clear();
    this.#gamepad = undefined;
  }

  press(button: Button): void {
    this.moved = true;
    this.#pressed.add(button);
  }

  release(button: Button): void {
    this.#pressed.delete(button);
  }

  /** Whoever looks elsewhere holds nothing any more. */
  readonly letGo = (): void => this.#pressed.clear();

  held(): Held {
    const pad = this.#pad();
    const is = (button: Button) => this.#pressed.has(button) || pad.has(button);
    if (pad.size > 0) this.moved = true;
    const turn = Number(is('left') || is('down')) - Number(is('right') || is('up'));
    return {
      left: is('left'),
      right: is('right'),
      up: is('up'),
      down: is('down'),
      fire: is('fire'),
      turn: turn * TURN,
    };
  }

  /** Whether a gamepad is pressed: it can begin a game as a key can. */
  look(): void {
    if (this.#pad().size > 0) this.moved = true;
  }

  #pad(): Set<Button> {
    const held = new Set<Button>();
    for (const pad of navigator.getGamepads?.() ?? []) {
      if (!pad?.connected) continue;
      const before = held.size;
      const [across = 0, down = 0] = pad.axes;
      const button = (index: number) => pad.buttons[index]?.pressed === true;
      // Buttons 12 to 15 are the cross in the standard layout.
      if (across < -LEAN || button(14)) held.add('left');
      if (across > LEAN || button(15)) held.add('right');
      if (down < -LEAN || button(12)) held.add('up');
      if (down > LEAN || button(13)) held.add('down');
      if (button(0) || button(1)) held.add('fire');
      if (held.size > before) this.#gamepad = pad.index;
    }
    return held;
  }

  readonly #unplugged = ({ gamepad }: GamepadEvent): void => {
    if (gamepad.index === this.#gamepad) this.lost();
  };
}
