import type Switch from '6502.ts/lib/machine/io/SwitchInterface';
import type Config from '6502.ts/lib/machine/stella/Config';
import { DemoError } from '../../../src/engine/errors';
import { HEIGHT, WIDTH } from '../observation';
import { indexOfColour } from '../palette';
import { wire } from './cartridge';
import { LINES } from './sample-rate';
import { ArrayBufferSurface, AudioOutputBuffer, Board } from './stella';

/** What is held down during a frame. */
export interface Held {
  readonly left?: boolean;
  readonly right?: boolean;
  readonly up?: boolean;
  readonly down?: boolean;
  readonly fire?: boolean;
  /** The console's own button, which begins a game. */
  readonly reset?: boolean;
  /** By how much the paddles are turned in this frame, to the left (in Pong: down) where above 0; their whole way is 1. */
  readonly turn?: number;
}

/** How far paddles can be turned, in shares of their whole way. A game begins in the middle. */
export interface Pots {
  readonly from: number;
  readonly to: number;
}

export interface ConsoleOptions {
  /** Of what stands in memory when the console is switched on. */
  readonly seed: number;
  /** Plugs in paddles for a joystick. Both are turned by the same hand, since games differ in which of them is the player's. */
  readonly paddles?: Pots;
}

const CLOCKS_A_LINE = 228;
/** A frame that has not ended by then never will. */
const MOST_LINES = 4 * LINES;
/** Frames without a new vertical sync: games may take their time to set up, two seconds at most. */
const PATIENCE = 120;

/**
 * One Atari 2600 with a cartridge in it. It has no clock of its own: it stands still but for `frame()`. The same seed and
 * the same hand give the same frames.
 */
export class Console {
  /** Colour indices of the last frame, [192, 160]. Overwritten by the next. */
  readonly picture = new Uint8Array(WIDTH * HEIGHT);
  /** Frames since it was switched on. */
  frames = 0;
  #fresh = false;
  #jam: string | undefined;
  #synced = false;
  #outOfStep = 0;
  #samples: Float32Array[] = [];
  readonly #surface: InstanceType<typeof ArrayBufferSurface>;

  #turned: number;

  private constructor(
    private readonly board: Board,
    private readonly config: Config,
    private readonly pots: Pots | undefined,
  ) {
    this.#turned = pots ? (pots.from + pots.to) / 2 : 0;
    const video = board.getVideoOutput();
    const [width, height] = [video.getWidth(), video.getHeight()];
    this.#surface = ArrayBufferSurface.createFromArrayBuffer(width, height, new ArrayBuffer(4 * width * height));
    this.#surface.fill(0xff000000);
    video.setSurfaceFactory(() => this.#surface);
    video.newFrame.addHandler(() => {
      this.#fresh = true;
    });
    board.trap.addHandler(({ message }) => {
      this.#jam = message ?? 'it stopped';
    });
    this.#watchSync();
    this.#listen();
    board.boot();
  }

  /**
   * Puts a cartridge into a new console and switches it on.
   * @throws DemoError `input` if it is none
   */
  static async insert(bytes: Uint8Array, { seed, paddles }: ConsoleOptions): Promise<Console> {
    const sound = { enableAudio: true, pcmAudio: true };
    const config: Config = {
      ...sound,
      tvMode: 0,
      cpuType: 0,
      frameStart: -1,
      randomSeed: seed,
      emulatePaddles: paddles !== undefined,
    };
    return new Console(new Board(config, await wire(bytes)), config, paddles);
  }

  /** Whether it makes the sound that its registers ask for; making it takes an eighth of a frame's time. */
  get listening(): boolean {
    return this.config.pcmAudio;
  }

  set listening(listening: boolean) {
    this.config.pcmAudio = listening;
  }

  /**
   * One frame of the television.
   * @throws DemoError `input` if the cartridge stops the processor, or sends no picture for two seconds
   */
  frame(held: Held): void {
    this.#hold(held);
    this.#samples = [];
    this.#fresh = false;
    this.#synced = false;
    for (let line = 0; line < MOST_LINES && !this.#fresh && !this.#jam; line++) this.board.tick(CLOCKS_A_LINE);
    this.#outOfStep = this.#synced ? 0 : this.#outOfStep + 1;
    if (this.#jam) throw jammed('it holds an instruction that stops the processor');
    if (this.#outOfStep > PATIENCE) throw jammed('it gives the television no rhythm');
    this.#keepPicture();
    this.frames += 1;
  }

  /** A byte of the console's 128, by its address 0x80 to 0xff. */
  peek(address: number): number {
    return this.board.getBus().peek(address);
  }

  /** What was heard during the last frame, 0 to 1, `SAMPLES_A_SECOND`. */
  samples(): Float32Array<ArrayBuffer> {
    const all = new Float32Array(this.#samples.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const part of this.#samples) {
      all.set(part, at);
      at += part.length;
    }
    return all;
  }

  #hold({ left, right, up, down, fire, reset, turn = 0 }: Held): void {
    const joystick = this.board.getJoystick0();
    const press = (button: Switch, held: boolean | undefined) => button.toggle(held === true);
    // The buttons of two paddles are wired as a joystick's left and right.
    press(joystick.getLeft(), this.pots ? fire : left);
    press(joystick.getRight(), this.pots ? fire : right);
    press(joystick.getUp(), up);
    press(joystick.getDown(), down);
    press(joystick.getFire(), fire);
    press(this.board.getControlPanel().getResetButton(), reset);
    if (this.pots) this.#turn(turn, this.pots);
  }

  #turn(by: number, { from, to }: Pots): void {
    this.#turned = Math.min(to, Math.max(from, this.#turned + by));
    for (const index of [0, 1]) this.board.getPaddle(index).setValue(this.#turned);
  }

  /** The emulator shows frames to a game that sends no sync, so we listen for it: one that begins, not one that lasts. */
  #watchSync(): void {
    const bus = this.board.getBus();
    const write = bus.write.bind(bus);
    let held = false;
    bus.write = (address, value) => {
      if ((address & 0x10bf) === 0) {
        const sync = (value & 2) !== 0;
        this.#synced ||= sync && !held;
        held = sync;
      }
      write(address, value);
    };
  }

  #keepPicture(): void {
    const buffer = this.#surface.getBuffer();
    let colour = -1;
    let index = 0;
    for (let at = 0; at < this.picture.length; at++) {
      const next = buffer[at] as number;
      if (next !== colour) {
        colour = next;
        index = indexOfColour.get(next) ?? 0;
      }
      this.picture[at] = index;
    }
  }

  #listen(): void {
    const sound = this.board.getPCMChannel();
    const buffer = new AudioOutputBuffer(new Float32Array(2 * LINES), sound.getSampleRate());
    sound.setFrameBufferFactory(() => buffer);
    sound.newFrame.addHandler((full) => {
      this.#samples.push(full.getContent().slice());
    });
    // The registers go to the channels that were there when the board was made; whether they sound is asked every cycle.
    this.listening = false;
  }
}

const jammed = (why: string): DemoError => new DemoError('input', `The cartridge jams the console: ${why}.`, 'jammed');
