import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { DemoState } from './lifecycle';

interface PausingDemo extends ReactiveControllerHost {
  readonly state: DemoState;
  readonly isCopy: boolean;
  pause(): void;
  run(): void;
}

/** Pauses a demo while its page is hidden. What a copy shows is another page's business. */
export class HiddenPause implements ReactiveController {
  #paused = false;

  constructor(private readonly demo: PausingDemo) {
    demo.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#follow);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#follow);
  }

  readonly #follow = (): void => {
    if (this.demo.isCopy) return;
    if (document.hidden && this.demo.state === 'running') {
      this.#paused = true;
      this.demo.pause();
    } else if (!document.hidden && this.#paused) {
      this.#paused = false;
      this.demo.run();
    }
  };
}
