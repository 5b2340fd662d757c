import type { PropertyValues, TemplateResult } from 'lit';
import { defineDemo } from '../../src/demo/define';
import { DemoElement } from '../../src/demo/demo-element';
import type { DemoState } from '../../src/demo/lifecycle';
import type { ViewState } from '../../src/demo/mirror/snapshot';
import { attributes } from './attributes';
import { Cabinet, MINUTE } from './cabinet';
import { Calls } from './calls';
import { controls, foot } from './controls';
import { Desk } from './desk';
import type { Checkpoint, GameName } from './games';
import { type Poster, unpackPoster } from './poster';
import recorded from './poster.json';
import { checkRequest, type PlayedGame, type PlayRequest, summary } from './request';
import { Slot } from './slot';
import { GameStage } from './stage';
import { styles } from './styles';
import type { Ask, Played, Player } from './task';
import { ValueStage } from './value-stage';
import { hint, scoreWords } from './words';

/** A call plays in slices of this length, so that others get their turn. */
const SLICE_MS = 80;
/** `<dl-atari-player>`: an Atari 2600 in the page, and a deep Q-network, chance or a person at its joystick. */
export class AtariPlayerElement extends DemoElement<Ask, Played> {
  static override readonly demo = 'atari-player';
  static override readonly section = 'play';
  static override readonly attributeSchema = attributes;
  static override readonly styles = [...DemoElement.styles, styles];

  readonly #cabinet = new Cabinet({
    settings: () => ({
      player: this.text('player') as Player,
      checkpoint: this.text('checkpoint') as Checkpoint,
      hue: this.numeric('hue'),
      speed: this.text('speed'),
      seed: this.numeric('seed'),
      paddles: this.text('controller') === 'paddle',
    }),
    shown: (entry) => this.#shown(entry),
    over: (score) => void this.#minuteOver(score),
    unplugged: () => this.#unplugged(),
  });
  readonly #desk = new Desk(this.#cabinet, {
    state: () => this.state,
    text: (name) => this.text(name),
    numeric: (name) => this.numeric(name),
    set: (values) => {
      for (const [name, value] of Object.entries(values))
        if (value === undefined) this.removeAttribute(name);
        else this.setAttribute(name, String(value));
    },
    perform: (name, argument) => this.perform(name, argument),
    report: () => this.renderReport(),
    changed: () => this.requestUpdate(),
  });
  readonly #slot = new Slot(this.#cabinet, {
    newGame: () => this.#newGame(),
    isReady: () => this.state === 'ready',
    power: () => this.#power(),
    refuse: (error) => this.refuse(error),
    say: (message) => this.#say(message),
  });
  readonly #game = new GameStage(this.#desk);
  readonly #value = new ValueStage(this.#desk);
  readonly #calls = new Calls();
  readonly #resized = new ResizeObserver(() => this.requestUpdate());
  #stage: Element | undefined;
  /** Said until something else is done: a cartridge that was refused, a gamepad that is gone. */
  #message: string | undefined;
  /** The next answer is shown frame by frame, by hand. */
  #stepping = false;
  #clock = 0;

  protected override readonly acts = {
    look: (at: number) => {
      this.pause();
      this.#desk.lookAt(at);
    },
    step: () => void this.#step(),
    doubt: () => void this.#doubt(),
    insert: (file: File) => void this.insert(file).catch(() => undefined),
    eject: () => this.#slot.eject(),
    sound: () => {
      this.#cabinet.sound.toggle();
      this.requestUpdate();
    },
  };

  constructor() {
    super();
    this.#cabinet.recall(unpackPoster(recorded as unknown as Poster));
    this.addEventListener('dl-error', (event) => this.#slot.told((event as CustomEvent).detail));
    this.addEventListener('dragover', (event) => event.preventDefault());
    this.addEventListener('drop', (event) => this.#drop(event));
  }

  /**
   * Puts a cartridge in, loading the engine first if need be. What cannot be played is refused, and ours is put back.
   * @param cartridge the file, 2 to 32 KB; it does not leave the page
   * @param options `game` takes it for that game, whatever its sum
   * @returns the game, if a policy here has learned it
   * @throws DemoError `input` with what is wrong with it
   */
  insert(cartridge: Blob | Uint8Array, { game }: { game?: GameName } = {}): Promise<{ game: GameName | undefined }> {
    return this.#calls.do(async () => ({ game: await this.#slot.insert(cartridge, game) }));
  }

  /**
   * Plays one game of all its lives as fast as the machine allows, loading first if need be. Calls are answered in order.
   * @param request by the network where no policy is named, with this element's seed, for five minutes of the console's time at most
   * @throws DemoError `input` for a request that cannot be met, any other code for the engine itself
   */
  play(request: PlayRequest = {}): Promise<PlayedGame> {
    return this.#calls.do(async () => {
      const { policy, seed, maxFrames } = this.#checked({ seed: this.numeric('seed'), ...request });
      this.#newGame(seed);
      this.#cabinet.busy = true;
      try {
        const turn = { by: policy, decisions: Infinity, milliseconds: SLICE_MS, maxFrames, all: false } as const;
        let played: Played;
        do played = (await this.lifecycle.call(this.#cabinet.ask(turn))).result;
        while (!played.done);
        return summary(played);
      } finally {
        this.#cabinet.busy = false;
        this.lifecycle.wake();
      }
    });
  }

  override dispose(): void {
    this.#calls.cancel();
    super.dispose();
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (old === value || !this.hasUpdated || !this.stateNames.includes(name)) return;
    this.#desk.doubts = undefined;
    if (name === 'checkpoint') void this.#judge();
    if (['player', 'controller', 'seed'].includes(name) && !this.#cabinet.busy) this.#newGame();
    if (name === 'player' && value === 'you') this.#focus();
    this.lifecycle.wake();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#cabinet.hand.connect();
    void this.#desk.recall();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#cabinet.hand.disconnect();
    this.#cabinet.sound.stop();
    this.#resized.disconnect();
    this.#stage = undefined;
    cancelAnimationFrame(this.#clock);
  }

  protected override nextInput(): Ask | undefined {
    return this.#cabinet.next(performance.now());
  }

  protected override show(result: Played): void {
    this.notice = this.#message;
    if (result.doubts) this.#desk.doubts = result.doubts;
    if (result.judged) this.#desk.judged = result.judged;
    const running = this.state === 'running' && !this.isCopy && !this.#cabinet.busy;
    this.#cabinet.take(result, performance.now(), running || this.#stepping);
  }

  protected override stateChanged(state: DemoState): void {
    super.stateChanged(state);
    cancelAnimationFrame(this.#clock);
    if (state !== 'running') return;
    this.#desk.clear();
    this.#cabinet.resume();
    if (this.isCopy) return;
    this.#clock = requestAnimationFrame((now) => this.#tick(now));
    this.#focus();
  }

  protected override renderStage(): TemplateResult {
    const stage = this.text('panel') === 'value' ? this.#value : this.#game;
    return stage.render(this.#stage?.clientWidth || 858, foot(this.#desk));
  }

  protected override renderControls(): TemplateResult {
    return controls(this.#desk, this.renderMainButton());
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const stage = this.renderRoot.querySelector('.frame-stage') as HTMLElement;
    if (stage !== this.#stage) this.#resized.observe(stage);
    this.#stage = stage;
    if (this.text('panel') === 'value') this.#value.draw();
    else this.#game.draw();
  }

  protected override get hint(): string {
    return hint(this.state, this.#cabinet, this.#desk);
  }

  protected override get figcaption(): string {
    return 'Four small grey pictures go in; out come numbers, one for each move: how much is still to come. The longest bar is played.';
  }

  protected override describe(result: Played): string {
    return scoreWords(result, this.#desk);
  }

  protected override get unlinked(): string | undefined {
    return this.#cabinet.own && 'your cartridge';
  }

  protected override get viewState(): ViewState {
    return this.#desk.viewState;
  }

  protected override showViewState(view: ViewState): void {
    this.#desk.showViewState(view);
  }

  #newGame(seed?: number): void {
    this.#desk.clear();
    this.#cabinet.begin(seed);
    this.requestUpdate();
  }

  #tick(now: number): void {
    if (this.#cabinet.tick(now)) this.lifecycle.wake();
    if (this.state === 'running') this.#clock = requestAnimationFrame((next) => this.#tick(next));
  }

  #shown(entry: boolean): void {
    if (this.text('panel') === 'game') this.#game.drawPicture();
    if (entry) this.requestUpdate();
  }

  #focus(): void {
    if (this.#cabinet.player !== 'you' || this.state !== 'running') return;
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('.tube')?.focus({ preventScroll: true }),
    );
  }

  /** The network has the same minute: same cartridge, same seed, as fast as it goes. */
  async #minuteOver(you: number): Promise<void> {
    this.pause();
    this.#desk.duel = { you, network: undefined };
    const played = await this.play({ seed: this.#cabinet.seed, maxFrames: MINUTE }).catch(() => undefined);
    if (!played) return;
    const network = played.bricks ?? played.score;
    this.#desk.duel = { you, network };
    this.#say(`You ${you}, the network ${network} in the same minute.`);
  }

  #unplugged(): void {
    if (this.state !== 'running') return;
    this.pause();
    this.#say('The gamepad was pulled out: paused.');
  }

  #drop(event: DragEvent): void {
    event.preventDefault();
    const [file] = event.dataTransfer?.files ?? [];
    if (file) this.#desk.insert(file);
  }

  #checked(request: PlayRequest): Required<PlayRequest> {
    try {
      return checkRequest(request);
    } catch (error) {
      throw this.#slot.refuse(error);
    }
  }

  #say(message: string | undefined): void {
    this.#message = message;
    this.say(message);
  }

  async #power(): Promise<GameName | undefined> {
    return (await this.lifecycle.call(this.#cabinet.ask({ by: 'nobody' }))).result.name;
  }

  async #step(): Promise<void> {
    this.#desk.clear();
    if (!this.#cabinet.step()) {
      this.#stepping = true;
      const ask = this.#cabinet.next(performance.now());
      if (ask) await this.lifecycle.call(ask).catch(() => undefined);
      this.#stepping = false;
      this.#cabinet.step();
    }
    this.requestUpdate();
  }

  /** While it stands still, another network says what it makes of the same moment. */
  async #judge(): Promise<void> {
    if (this.state !== 'ready' || this.isCopy || this.#cabinet.busy || this.#cabinet.history.entries.length === 0)
      return;
    await this.lifecycle.call(this.#desk.question('judge')).catch(() => undefined);
  }

  async #doubt(): Promise<void> {
    this.pause();
    if (this.#desk.doubts) this.#desk.doubts = undefined;
    else await this.lifecycle.call(this.#desk.question('doubt')).catch(() => undefined);
    this.requestUpdate();
  }
}

defineDemo(AtariPlayerElement);
