import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDoors } from '../../doors';
import golden from '../../models/image-classifier/golden.json';
import { centreSquare, decodePicture } from '../../src/demo/picture/decode';
import { SIDE_PX } from '../../src/engine/picture';
import { resample } from '../../src/engine/resample';
import type { ImageClassifierElement } from './element';

/** From raw picture files to probabilities, against PyTorch with the weights as published. */

const { preprocess, tolerance, cases } = golden;
const pictures = import.meta.glob<string>(['./photos/*.jpg', '../../models/image-classifier/golden/*'], {
  query: '?url',
  import: 'default',
  eager: true,
});
const urlOf = (file: string): string => {
  const name = file.replace('demos/image-classifier/', './').replace('models/', '../../models/');
  return pictures[name] as string;
};

const elements = openDoors();
beforeAll(async () => {
  await elements.get('image-classifier')?.();
});

describe('preprocessing', () => {
  it.each(cases)('of $file', async ({ file, preprocessed }) => {
    const { rgba, width, height } = centreSquare(await decodePicture(urlOf(file)));
    const pixels = resample(rgba, width, height, SIDE_PX);
    preprocessed.positions.forEach((index, i) => {
      const normalised = ((pixels[index] as number) - preprocess.mean) / preprocess.scale;
      expect(Math.abs(normalised - (preprocessed.values[i] as number))).toBeLessThan(tolerance.preprocessed);
    });
  });
});

describe.each(['webgl', 'wasm'])('classification on %s', (backend) => {
  let demo: ImageClassifierElement;
  beforeAll(async () => {
    demo = document.createElement('dl-image-classifier') as ImageClassifierElement;
    demo.setAttribute('backend', backend);
    document.body.append(demo);
    await demo.load();
  });
  afterAll(() => demo.remove());

  it.each(cases)('of $file', async ({ file, top5 }) => {
    const { classes } = await demo.classify(urlOf(file), { top: 1000 });
    expect(classes[0]?.index).toBe(top5[0]?.index);
    for (const { index, probability } of top5) {
      const found = classes.find((entry) => entry.index === index)?.probability ?? Number.NaN;
      expect(Math.abs(found - probability)).toBeLessThanOrEqual(tolerance.probability);
    }
  });
});
