import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openDoors } from '../../doors';
import { heard, until } from '../../tests/support/page';
import type { ImageClassifierElement } from './element';
import { sampleUrl } from './sample-urls';

const fixtures = import.meta.glob<string>('../../tests/fixtures/*.{jpg,gif}', {
  query: '?url',
  import: 'default',
  eager: true,
});
const fixture = (name: string) => fixtures[`../../tests/fixtures/${name}`] as string;
const GOLDFISH = 1;

const elements = openDoors();
let demo: ImageClassifierElement;

beforeAll(async () => {
  await elements.get('image-classifier')?.();
  demo = document.createElement('dl-image-classifier') as ImageClassifierElement;
  demo.setAttribute('backend', 'wasm');
  document.body.append(demo);
  await demo.load();
  demo.run();
});
afterAll(() => demo.remove());

const classifyGoldfish = async () => (await demo.classify(sampleUrl('goldfish'))).classes[0]?.index;
const shownFirst = () => demo.shadowRoot?.querySelector('.bars .first .name span')?.textContent;
const status = () => demo.shadowRoot?.querySelector('[part~="status"]')?.textContent ?? '';

describe('what is no picture', () => {
  it.each<[string, () => Blob | string, string]>([
    ['an empty file', () => new Blob([], { type: 'image/png' }), 'input'],
    ['a text file', () => new Blob(['not a picture'], { type: 'text/plain' }), 'input'],
    ['half a JPEG header', () => new Blob([new Uint8Array([0xff, 0xd8, 0xff, 0xe0])], { type: 'image/jpeg' }), 'input'],
    ['a broken SVG', () => new Blob(['<svg'], { type: 'image/svg+xml' }), 'input'],
    ['an address that answers 404', () => '/broken/missing/models/none.jpg', 'network'],
  ])('%s is refused in words, the last good result stays, and the next input works', async (_, make, code) => {
    expect(await classifyGoldfish()).toBe(GOLDFISH);
    const told = heard(demo, 'dl-error');
    await expect(demo.classify(make())).rejects.toMatchObject({ name: 'DemoError', code });
    expect((await told).detail.code).toBe(code);
    await until(() => demo.shadowRoot?.querySelector('[part~="status"] .notice') !== null, 'said');
    expect(demo.state).toBe('running');
    expect(shownFirst()).toBe('goldfish');
    expect(await classifyGoldfish()).toBe(GOLDFISH);
  });
});

/** Mean colour of the picture that is shown, from its upper half. */
const upperColour = (): string => {
  const canvas = demo.shadowRoot?.querySelector('.picture > canvas') as HTMLCanvasElement;
  const { width, height } = canvas;
  const { data } = (canvas.getContext('2d') as CanvasRenderingContext2D).getImageData(width >> 1, height >> 2, 1, 1);
  const [red, , blue] = data as unknown as [number, number, number];
  return red > 150 && blue < 100 ? 'red' : blue > 150 && red < 100 ? 'blue' : `${[...data]}`;
};

describe('unusual pictures', () => {
  it.each(['cmyk-red.jpg', 'animated-red-first.gif', 'turned-red-above-blue.jpg'])(
    '%s is read as it should look',
    async (name) => {
      await demo.classify(fixture(name));
      await until(() => upperColour() === 'red', `red but ${upperColour()}`);
    },
  );

  it('an SVG is drawn', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><script>window.stolen = 1</script><rect width="8" height="8" fill="#f00"/></svg>';
    await demo.classify(new Blob([svg], { type: 'image/svg+xml' }));
    await until(() => upperColour() === 'red', 'red');
    expect('stolen' in window).toBe(false);
  });

  it('a photograph of 60 megapixels is reduced', async () => {
    const large = new OffscreenCanvas(10_000, 6_000);
    const context = large.getContext('2d') as OffscreenCanvasRenderingContext2D;
    context.fillStyle = '#f00';
    context.fillRect(0, 0, 10_000, 6_000);
    const { classes } = await demo.classify(await large.convertToBlob({ type: 'image/jpeg' }));
    expect(classes).toHaveLength(5);
    const canvas = demo.shadowRoot?.querySelector('.picture > canvas') as HTMLCanvasElement;
    expect(canvas.width).toBeLessThanOrEqual(1024);
  });

  it('a picture of one pixel is a picture', async () => {
    expect((await demo.classify(new ImageData(1, 1))).classes).toHaveLength(5);
  });
});

describe('a camera', () => {
  const button = () =>
    [...(demo.shadowRoot?.querySelectorAll('button') ?? [])].find((found) =>
      /camera/i.test(found.textContent ?? ''),
    ) as HTMLButtonElement;

  it.each([
    ['NotAllowedError', 'not allowed'],
    ['NotFoundError', 'no camera'],
    ['NotReadableError', 'Another program'],
  ])('that answers %s is told, and a file is offered', async (name, words) => {
    const ask = vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockRejectedValue(new DOMException('', name));
    button().click();
    await until(() => status().includes(words), `said “${words}”`);
    expect(status()).toContain('A file will do');
    expect(demo.state).toBe('running');
    expect(await classifyGoldfish()).toBe(GOLDFISH);
    ask.mockRestore();
  });

  it('is asked for by a click alone, and goes out when the demo is left', async () => {
    const canvas = document.createElement('canvas');
    canvas.width = 320;
    canvas.height = 240;
    const stream = canvas.captureStream(10);
    const ask = vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockResolvedValue(stream);
    const paint = setInterval(() => canvas.getContext('2d')?.fillRect(Math.random() * 300, 0, 9, 9), 30);
    expect(ask).not.toHaveBeenCalled();
    button().click();
    await until(() => button().textContent?.includes('Stop') ?? false, 'on');
    await heard(demo, 'dl-result');
    await heard(demo, 'dl-result');
    demo.intend('left');
    expect(stream.getTracks().every(({ readyState }) => readyState === 'ended')).toBe(true);
    clearInterval(paint);
    ask.mockRestore();
    demo.run();
  });
});

describe('a picture given while nothing runs', () => {
  it('starts the network', async () => {
    demo.dispose();
    const file = await (await fetch(sampleUrl('koala'))).blob();
    const data = new DataTransfer();
    data.items.add(new File([file], 'koala.jpg', { type: 'image/jpeg' }));
    demo.dispatchEvent(new DragEvent('drop', { dataTransfer: data, cancelable: true }));
    await until(() => demo.state === 'running' && shownFirst() === 'koala', 'named the koala');
  });

  it('shows a sample with its recorded result, and loads nothing for it', async () => {
    demo.dispose();
    const macaw = demo.shadowRoot?.querySelector('label:has([data-name="scarlet-macaw"]) input');
    (macaw as HTMLInputElement).click();
    await until(() => shownFirst() === 'macaw', 'shown the macaw');
    expect(demo.state).toBe('idle');
  });
});
