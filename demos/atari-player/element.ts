import type { PropertyValues, TemplateResult } from 'lit';
import { defineDemo } from '../../src/demo/define';
import { DemoElement } from '../../src/demo/demo-element';
import type { DemoState } from '../../src/demo/lifecycle';
import type { ViewState } from '../../src/demo/mirror/snapshot';
import { attributes } from './attributes';
import { Cabinet } from './cabinet';
import { controls, foot } from './controls';
import { Desk } from './desk';
import type { Checkpoint, GameName } from './games';
import { Lens } from './lens';
import { Match } from './match';
import { type Poster, unpackPoster } from './poster';
import recorded from './poster.json';
import type { PlayedGame, PlayRequest } from './request';
import { Slot } from './slot';
import { GameStage } from './stage';
import { styles } from './styles';
import type { Ask, Played, Player } from './task';
import { ValueStage } from './value-stage';
import { hint, scoreWords } from './words';

/** Of the stage on a slide; elsewhere at most. */
const FIGURE_WIDTH = 858;

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
    over: (outcome) => void this.#match.minuteOver(outcome),
    unplugged: () => this.#unplugged(),
  });
  readonly #desk = new Desk(this.#cabinet, {
    state: () => this.state,
    isCopy: () => this.isCopy,
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
    newGame: () => this.#newCartridge(),
    isReady: () => this.state === 'ready',
    power: () => this.#power(),
    refuse: (error) => this.refuse(error),
    say: (message) => this.#say(message),
  });
  readonly #game = new GameStage(this.#desk);
  readonly #value = new ValueStage(this.#desk);
  readonly #match = new Match(this.#cabinet, this.#desk, {
    seed: () => this.numeric('seed'),
    newGame: (seed) => this.#newGame(seed),
    pause: () => this.pause(),
    call: (ask) => this.lifecycle.call(ask),
    wake: () => this.lifecycle.wake(),
    refuse: (error) => this.#slot.refuse(error),
    say: (message) => this.#say(message),
  });
  readonly #lens = new Lens(this.#cabinet, this.#desk, {
    pause: () => this.pause(),
    isReady: () => this.state === 'ready' && !this.isCopy,
    call: (ask) => this.lifecycle.call(ask),
    changed: () => this.requestUpdate(),
  });
  readonly #resized = new ResizeObserver(() => this.requestUpdate());
  #stage: Element | undefined;
  /** Said until something else is done: a cartridge that was refused, a gamepad that is gone. */
  #message: string | undefined;
  #clock = 0;

  protected override readonly acts = {
    look: (at: number) => {
      this.pause();
      this.#desk.lookAt(at);
    },
    step: () => void this.#lens.step(),
    doubt: () => void this.#lens.doubt(),
    insert: (file: File) => void this.insert(file).catch(() => undefined),
    eject: () => this.#slot.eject(),
    ...this.#desk.acts,
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
    return this.#match.inTurn(async () => ({ game: await this.#slot.insert(cartridge, game) }));
  }

  /**
   * Plays one game of all its lives as fast as the machine allows, loading first if need be. Calls are answered in order.
   * @param request by the network where no policy is named, with this element's seed, for five minutes of the console's time at most
   * @throws DemoError `input` for a request that cannot be met, any other code for the engine itself
   */
  play(request: PlayRequest = {}): Promise<PlayedGame> {
    return this.#match.play(request);
  }

  override dispose(): void {
    this.#match.cancel();
    super.dispose();
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (old === value || !this.hasUpdated || !this.stateNames.includes(name)) return;
    this.#desk.doubts = undefined;
    if (name === 'checkpoint') void this.#lens.judge();
    if (['player', 'controller', 'seed'].includes(name) && !this.#cabinet.busy) {
      if (this.#cabinet.player === 'you') this.#desk.duel = undefined;
      this.#newGame();
    }
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
    this.#cabinet.take(result, performance.now(), running || this.#lens.stepping);
  }

  protected override stateChanged(state: DemoState): void {
    super.stateChanged(state);
    cancelAnimationFrame(this.#clock);
    if (state !== 'running') return;
    this.#desk.clear();
    if (this.#cabinet.resume()) this.#desk.duel = undefined;
    if (this.isCopy) return;
    this.#clock = requestAnimationFrame((now) => this.#tick(now));
    this.#focus();
  }

  protected override renderStage(): TemplateResult {
    const stage = this.text('panel') === 'value' ? this.#value : this.#game;
    const width = this.#stage?.clientWidth || Math.min(FIGURE_WIDTH, this.clientWidth || FIGURE_WIDTH);
    return stage.render(width, foot(this.#desk));
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

  #newCartridge(): void {
    this.#desk.duel = undefined;
    this.#newGame();
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

  #say(message: string | undefined): void {
    this.#message = message;
    this.say(message);
  }

  async #power(): Promise<GameName | undefined> {
    return (await this.lifecycle.call(this.#cabinet.ask({ by: 'nobody' }))).result.name;
  }
}

defineDemo(AtariPlayerElement);
