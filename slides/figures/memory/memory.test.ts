import { describe, expect, it } from 'vitest';
import { randomFrom } from '../kit/random.ts';
import story from '../memory-story.json';
import unseen from '../new-words.json';
import { likeness, milk, ring, settings, world } from './example.ts';
import { company, MemoryNetwork } from './network.ts';
import { type Sentence, type Story, stories, vocabulary } from './stories.ts';
import { written } from './words.ts';

/** Where the thing is, by acting the story out: an account that shares nothing with the generator's own. */
function actedOut({ facts, question }: Story): string | undefined {
  const rooms = new Map<string, string>();
  const holders = new Map<string, string | undefined>();
  const lying = new Map<string, string | undefined>();
  for (const fact of facts) {
    const [person = '', verb = ''] = fact;
    const object = fact.at(-1) ?? '';
    if (verb === 'goes' || verb === 'walks') rooms.set(person, object);
    if (verb === 'picks' || verb === 'takes') holders.set(object, person);
    if (verb === 'puts' || verb === 'leaves') {
      expect(holders.get(object)).toBe(person);
      holders.set(object, undefined);
      lying.set(object, rooms.get(person));
    }
  }
  const thing = question[3] ?? '';
  const holder = holders.get(thing);
  return holder ? rooms.get(holder) : lying.get(thing);
}

describe('stories', () => {
  const told = stories(randomFrom(7), world, 400, 10);

  it('have the answer that acting them out has', () => {
    for (const each of told) expect(each.answer).toBe(actedOut(each));
  });

  it('name the two facts that answer', () => {
    for (const { facts, question, support, answer } of told) {
      const [last, where] = support.map((index) => facts[index] as Sentence) as [Sentence, Sentence];
      expect(last).toContain(question[3]);
      expect(where).toContain(answer);
      expect(where[0]).toBe(last[0]);
    }
  });

  it('keep to their vocabulary', () => {
    const words = vocabulary(world);
    for (const { facts, question } of told)
      for (const word of [...facts.flat(), ...question]) expect(words).toContain(word);
  });

  it('are written as sentences', () => {
    expect(written(['Joe', 'leaves', 'the', 'milk'])).toBe('Joe leaves the milk.');
    expect(written(['where', 'is', 'the', 'milk', 'now'])).toBe('Where is the milk now?');
  });
});

describe('the network', () => {
  it('learns what it did not know', () => {
    const random = randomFrom(11);
    const taught = stories(random, world, 300, 6);
    const others = stories(randomFrom(12), world, 150, 6);
    const network = new MemoryNetwork();
    const right = () => others.filter((each) => network.answer(each).answer === each.answer).length / others.length;
    expect(right()).toBeLessThan(0.5);
    for (let pass = 0; pass < 4; pass++) network.train(taught, random, { rate: 0.03, margin: 1, forget: 0.1 });
    expect(right()).toBeGreaterThan(0.85);
  });

  it('counts the company of a word, left and right', () => {
    const bag = company([
      ['Ann', 'takes', 'the', 'lamp'],
      ['Ann', 'leaves', 'the', 'lamp'],
    ]).get('the');
    expect(bag?.get('left Ann')).toBe(2);
    expect(bag?.get('left takes')).toBe(1);
    expect(bag?.get('right lamp')).toBe(2);
    expect(bag?.has('right Ann')).toBe(false);
  });
});

describe('what the slides show', () => {
  it('comes from the settings as they are', () => {
    for (const { training } of [story, unseen]) expect(training).toMatchObject(settings);
  });

  it('finds the facts and the answers that a reader finds', () => {
    expect([story.result.found, story.result.answer]).toEqual([[4, 3], 'office']);
    expect([unseen.result.found, unseen.result.answer]).toEqual([[9, 8], 'mountain']);
    for (const { result } of [story, unseen]) {
      result.hops.forEach((scores, hop) => {
        expect(scores.indexOf(Math.max(...scores))).toBe(result.found[hop]);
      });
    }
    expect([story.result.hops[0]?.length, unseen.result.hops[0]?.length]).toEqual([
      milk.facts.length,
      ring.facts.length,
    ]);
  });

  it('tells people, things and places apart by their company', () => {
    for (const [kind, { word, cosines }] of unseen.likeness.words.entries()) {
      expect(vocabulary(world).has(word)).toBe(false);
      likeness(word, ring.facts).forEach((cosine, column) => {
        expect(cosine).toBeCloseTo(cosines[column] ?? Number.NaN, 3);
      });
      expect(Math.max(...cosines)).toBe(cosines[kind]);
    }
  });
});
