import { expect, it } from 'vitest';
import { packResult, unpackResult } from './poster';
import type { Caption, CaptionResult, Reading } from './task';

const look = Array.from({ length: 49 }, (_, place) => (place === 24 ? 0.5 : 0.5 / 48));
const caption: Caption = {
  text: "a man's dog",
  words: ['a', 'man', "'s", 'dog'],
  logProbability: -12.3,
  attention: [look, look, look, look],
  choices: [[{ word: 'a', probability: 0.62 }], [], [], [], [{ word: '.', probability: 0.9 }]],
};
const reading: Reading = {
  captions: [caption, { ...caption, choices: [] }],
  branches: [
    { parent: -1, word: 'a', probability: 0.62, kept: true },
    { parent: 0, word: 'n.y', probability: 0.03, kept: false },
  ],
  best: 0,
  sureness: 0.4,
};
const { attention: _, ...unseen } = caption;
const result: Required<CaptionResult> = {
  attention: reading,
  plain: { ...reading, captions: [unseen] },
  beamWidth: 2,
  temperature: 0,
  prefix: [],
  covered: false,
};

it('a recorded result is drawn as it was', () => {
  const { attention, plain } = unpackResult(packResult(result)) as Required<CaptionResult>;
  const { attention: looks, ...rest } = attention.captions[0] as Caption;
  expect(rest).toEqual(unseen);
  expect(looks?.[3]?.[24]).toBeCloseTo(0.5, 2);
  expect(looks?.[3]?.reduce((sum, weight) => sum + weight)).toBeCloseTo(1, 1);
  expect(attention.branches).toEqual(reading.branches);
  expect(plain.captions[0]?.text).toBe("a man's dog");
  expect(plain.captions[0]).not.toHaveProperty('attention');
});
