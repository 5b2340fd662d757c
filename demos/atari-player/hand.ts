import type { Held } from './machine/console';

export const KEYS: Readonly<Record<string, keyof Held>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  ' ': 'fire',
};

/** How far a stick must lean to count. */
const LEAN = 0.4;
/** Turns of a paddle, in an ask, while a key is held: from one end to the other in a second. */
const TURN = 1 / 60;

/** A person's hand, by keys, by buttons on a touch screen, by a gamepad: what it holds down at this moment. */
export class Hand {
  /** Whether anything was ever pressed since `rest()`. */
  moved = false;
  readonly #pressed = new Set<keyof Held>();
  #paddle = 0.5;
  #gamepad: number | undefined;

  constructor(private readonly lost: () => void) {}

  connect(): void {
    window.addEventListener('gamepaddisconnected', this.#unplugged);
    window.addEventListener('blur', this.#letGo);
  }

  disconnect(): void {
    window.removeEventListener('gamepaddisconnected', this.#unplugged);
    window.removeEventListener('blur', this.#letGo);
    this.rest();
  }

  rest(): void {
    this.moved = false;
    this.#pressed.clear();
    this.#paddle = 0.5;
    this.#gamepad = undefined;
  }

  press(button: keyof Held): void {
    this.moved = true;
    this.#pressed.add(button);
  }

  release(button: keyof Held): void {
    this.#pressed.delete(button);
  }

  /** @returns whether the key is one of the hand's */
  key(event: KeyboardEvent, down: boolean): boolean {
    const button = KEYS[event.key];
    if (!button || event.ctrlKey || event.metaKey || event.altKey) return false;
    if (down) this.press(button);
    else this.release(button);
    return true;
  }

  /** Asked once a frame, for a paddle turns as long as it is held. */
  held(): Held {
    const pad = this.#pad();
    const is = (button: keyof Held) => this.#pressed.has(button) || pad.has(button);
    if (pad.size > 0) this.moved = true;
    const turn = Number(is('left') || is('up')) - Number(is('right') || is('down'));
    this.#paddle = Math.min(1, Math.max(0, this.#paddle + turn * TURN));
    return {
      left: is('left'),
      right: is('right'),
      up: is('up'),
      down: is('down'),
      fire: is('fire'),
      paddle: this.#paddle,
    };
  }

  /** Whether a gamepad is pressed: it can begin a game as a key can. */
  look(): void {
    if (this.#pad().size > 0) this.moved = true;
  }

  #pad(): Set<keyof Held> {
    const held = new Set<keyof Held>();
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

  readonly #letGo = (): void => this.#pressed.clear();
}
