import { DemoError } from '../../engine/errors';

const REFUSALS: Record<string, [message: string, detail: string]> = {
  NotAllowedError: ['The camera was not allowed. A file will do as well.', 'camera denied'],
  NotFoundError: ['There is no camera here. A file will do as well.', 'no camera'],
  NotReadableError: ['Another program has the camera. A file will do as well.', 'camera taken'],
};

/** The camera, asked for only by a click. Its frames go nowhere but into the video element given back. */
export class Camera {
  #stream: MediaStream | undefined;

  get on(): boolean {
    return this.#stream !== undefined;
  }

  /**
   * @returns a playing video, not in the document
   * @throws DemoError `input` with what to do instead
   */
  async start(): Promise<HTMLVideoElement> {
    this.stop();
    const stream = await openStream();
    this.#stream = stream;
    const video = document.createElement('video');
    video.muted = true;
    video.playsInline = true;
    video.srcObject = stream;
    await video.play();
    return video;
  }

  /** Idempotent; the camera's light goes out. */
  stop(): void {
    for (const track of this.#stream?.getTracks() ?? []) track.stop();
    this.#stream = undefined;
  }
}

async function openStream(): Promise<MediaStream> {
  if (!navigator.mediaDevices)
    throw new DemoError(
      'input',
      'A camera needs https, or this machine’s own address. A file will do as well.',
      'not secure',
    );
  try {
    return await navigator.mediaDevices.getUserMedia({
      video: { facingMode: 'environment', width: 640 },
      audio: false,
    });
  } catch (error) {
    const name = error instanceof DOMException ? error.name : '';
    const [message, detail] = REFUSALS[name] ?? ['The camera did not start. A file will do as well.', name];
    throw new DemoError('input', message, detail, { cause: error });
  }
}
