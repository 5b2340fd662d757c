import { SAMPLES_A_SECOND } from './machine/sample-rate';

/** Sound is scheduled so far ahead that a frame that is late by one is not heard. */
const AHEAD_S = 0.06;
const LOUDNESS = 0.35;

/** The console's two channels through the page's loudspeaker. Off until somebody presses a button, as browsers want it. */
export class Sound {
  #context: AudioContext | undefined;
  #gain: GainNode | undefined;
  #until = 0;

  get on(): boolean {
    return this.#context !== undefined;
  }

  /** Called from a press of a button. */
  toggle(): void {
    if (this.on) this.stop();
    else this.#start();
  }

  stop(): void {
    void this.#context?.close();
    this.#context = undefined;
    this.#gain = undefined;
  }

  /** One frame's samples, right after the last ones. */
  play(samples: Float32Array): void {
    const [context, gain] = [this.#context, this.#gain];
    if (!context || !gain || samples.length === 0) return;
    const buffer = context.createBuffer(1, samples.length, SAMPLES_A_SECOND);
    buffer.getChannelData(0).set(samples);
    const source = context.createBufferSource();
    source.buffer = buffer;
    source.connect(gain);
    if (this.#until < context.currentTime) this.#until = context.currentTime + AHEAD_S;
    source.start(this.#until);
    this.#until += buffer.duration;
  }

  #start(): void {
    const context = new AudioContext();
    const gain = context.createGain();
    gain.gain.value = LOUDNESS;
    gain.connect(context.destination);
    this.#context = context;
    this.#gain = gain;
    this.#until = 0;
  }
}
