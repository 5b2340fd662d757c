/** How long a caption of a frame stays, and how long the camera is then seen before the next frame is taken. */
const REST_MS = 2500;
const LIVE_MS = 2500;

/** Takes turns between what the camera saw, with its caption, and what it sees now. */
export class CameraPace {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #live = true;
  #due = true;

  constructor(private readonly changed: () => void) {}

  /** Whether the camera's picture is to be shown as it comes. */
  get live(): boolean {
    return this.#live;
  }

  /** Whether a frame is to be taken; asking takes it. */
  take(): boolean {
    const due = this.#due;
    this.#due = false;
    if (due) this.#live = false;
    return due;
  }

  /** A frame at once. */
  now(): void {
    this.stop();
    this.#due = true;
    this.changed();
  }

  /** A caption has been told. */
  rest(): void {
    this.stop();
    this.#timer = setTimeout(() => {
      this.#live = true;
      this.changed();
      this.#timer = setTimeout(() => this.now(), LIVE_MS);
    }, REST_MS);
  }

  /** Nothing more happens by itself. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
