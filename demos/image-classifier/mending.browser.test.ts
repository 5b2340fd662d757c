import { beforeAll, expect, it } from 'vitest';
import { openDoors } from '../../doors';
import { engineFor } from '../../src/engine/engines';
import { heard, requestsSoFar } from '../../tests/support/page';
import type { ImageClassifierElement } from './element';
import type { Classification } from './task';

/** Mending may take this much longer than the cold start of the same run. */
const RATIO = 1.3;

const elements = openDoors();
beforeAll(async () => {
  await elements.get('image-classifier')?.();
  for (const name of await caches.keys()) await caches.delete(name);
});

it('a context lost under the square is told at once, and mended about as quickly as a cold start', async () => {
  const demo = document.createElement('dl-image-classifier') as ImageClassifierElement;
  for (const [name, value] of Object.entries({ backend: 'webgl', picture: 'goldfish', square: '60' }))
    demo.setAttribute(name, value);
  document.body.append(demo);
  const best = async () => ((await heard(demo, 'dl-result')).detail.result as Classification).classes[0];

  const coldStart = performance.now();
  const first = best();
  await demo.load();
  demo.run();
  const before = await first;
  const coldMs = performance.now() - coldStart;

  const asked = await requestsSoFar();
  const told = heard(demo, 'dl-error');
  const lossStart = performance.now();
  await engineFor('webgl').loseContext();
  const { code, mending } = (await told).detail;
  const toldMs = performance.now() - lossStart;
  const after = await best();
  const mendMs = performance.now() - lossStart;

  console.info(
    `cold start ${Math.round(coldMs)} ms; told after ${Math.round(toldMs)} ms, mended after ${Math.round(mendMs)} ms`,
  );
  expect({ code, mending }).toEqual({ code: 'context-lost', mending: true });
  expect(toldMs).toBeLessThan(1000);
  expect(after?.index).toBe(before?.index);
  expect(after?.probability).toBeCloseTo(before?.probability as number, 3);
  expect(await requestsSoFar()).toBe(asked);
  expect(mendMs).toBeLessThan(RATIO * coldMs);
  demo.remove();
});
