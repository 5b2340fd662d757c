/** The network that the figures of this section show, and what it makes of their two stories. */
import { randomFrom } from '../kit/random.ts';
import { type Answer, company, MemoryNetwork } from './network.ts';
import { ask, type Sentence, type Story, stories, type World } from './stories.ts';

/** All that the network learns about. */
export const world: World = {
  people: ['Joe', 'Fred', 'Ann'],
  things: ['milk', 'apple', 'lamp'],
  rooms: ['kitchen', 'office', 'bathroom', 'garden'],
};

export const settings = {
  stories: 1500,
  longest: 10,
  passes: 6,
  margin: 1,
  /** Falls in a straight line to 0. */
  rate: 0.03,
  forget: 0.1,
  seed: 1,
  heldOut: { stories: 500, seed: 99 },
} as const;

const told = (facts: readonly string[], thing: string) => ({
  facts: facts.map((fact): Sentence => fact.split(' ')),
  question: ask(thing),
});

/** After figure 1 of the paper, in the verbs of our stories. */
export const milk = told(
  [
    'Joe goes to the kitchen',
    'Fred goes to the kitchen',
    'Joe picks up the milk',
    'Joe walks into the office',
    'Joe leaves the milk',
    'Joe goes to the bathroom',
  ],
  'milk',
);

/** After the paper's last example, in our own words: no name, thing or place of it is in the training stories. */
export const ring = told(
  [
    'Gollum goes to the cave',
    'Gollum leaves the ring',
    'Bilbo walks into the cave',
    'Bilbo takes the ring',
    'Bilbo goes to the Shire',
    'Bilbo puts down the ring',
    'Frodo walks into the Shire',
    'Frodo picks up the ring',
    'Frodo goes to the mountain',
    'Frodo leaves the ring',
    'Frodo goes to the Shire',
  ],
  'ring',
);

const training = (): Story[] => stories(randomFrom(settings.seed), world, settings.stories, settings.longest);

export function train(): MemoryNetwork {
  const network = new MemoryNetwork();
  const examples = training();
  const random = randomFrom(settings.seed + 1);
  for (let pass = 0; pass < settings.passes; pass++) {
    network.train(examples, random, { ...settings, rate: settings.rate * (1 - pass / settings.passes) });
  }
  return network;
}

/** Share of held-out stories whose question is answered right. */
export function accuracy(network: MemoryNetwork): number {
  const { heldOut, longest } = settings;
  const others = stories(randomFrom(heldOut.seed), world, heldOut.stories, longest);
  return others.filter((story) => network.answer(story).answer === story.answer).length / others.length;
}

type Bag = ReadonlyMap<string, number>;

function cosine(a: Bag, b: Bag): number {
  const length = (bag: Bag) => Math.hypot(...bag.values());
  const product = [...a].reduce((sum, [feature, count]) => sum + count * (b.get(feature) ?? 0), 0);
  return product / (length(a) * length(b));
}

/** How like the company of a new word is to that of all people, all things and all rooms of the training: three cosines. */
export function likeness(word: string, facts: readonly Sentence[]): number[] {
  const seen = training().flatMap((story) => story.facts);
  const bags = company(seen);
  const kinds = [world.people, world.things, world.rooms].map((words) => {
    const kind = new Map<string, number>();
    for (const [feature, count] of words.flatMap((each) => [...(bags.get(each) ?? [])])) {
      kind.set(feature, (kind.get(feature) ?? 0) + count);
    }
    return kind;
  });
  const vocabulary = new Set(seen.flat());
  const known = [...(company(facts).get(word) ?? [])].filter(([feature]) =>
    vocabulary.has(feature.split(' ')[1] ?? ''),
  );
  return kinds.map((kind) => cosine(new Map(known), kind));
}

const round = (value: number) => Math.round(value * 1000) / 1000;

/** Everything that the two figures' data files hold. */
export function results() {
  const network = train();
  const report = ({ hops, found, answer }: Answer) => ({
    hops: hops.map((scores) => scores.map(round)),
    found,
    answer,
  });
  return {
    accuracy: round(accuracy(network)),
    milk: report(network.answer(milk)),
    ring: report(network.answer(ring)),
    likeness: ['Frodo', 'ring', 'mountain'].map((word) => ({ word, cosines: likeness(word, ring.facts).map(round) })),
  };
}
