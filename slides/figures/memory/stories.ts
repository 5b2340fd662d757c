/** Little stories in which people carry things from room to room, and a question about where a thing is. */
import { integer, pick, type Random } from '../kit/random.ts';

/** One sentence, in words. */
export type Sentence = readonly string[];

export interface Story {
  /** In the order in which they were told. */
  readonly facts: readonly Sentence[];
  readonly question: Sentence;
  /** The two facts that answer: the thing was last touched, and where that person then was. */
  readonly support: readonly [last: number, where: number];
  readonly answer: string;
}

export interface World {
  readonly people: readonly string[];
  readonly things: readonly string[];
  readonly rooms: readonly string[];
}

export type Deed = 'go' | 'take' | 'drop';

const phrases: Readonly<Record<Deed, readonly Sentence[]>> = {
  go: [
    ['goes', 'to'],
    ['walks', 'into'],
  ],
  take: [['picks', 'up'], ['takes']],
  drop: [['puts', 'down'], ['leaves']],
};

export const sentence = (random: Random, deed: Deed, person: string, object: string): Sentence => [
  person,
  ...pick(random, phrases[deed]),
  'the',
  object,
];

export const ask = (thing: string): Sentence => ['where', 'is', 'the', thing, 'now'];

/** Every word that stories of this world and their questions can hold. */
export function vocabulary({ people, things, rooms }: World): ReadonlySet<string> {
  const verbs = Object.values(phrases).flat(2);
  return new Set([...people, ...things, ...rooms, ...verbs, 'the', ...ask('')].filter((word) => word !== ''));
}

interface Event {
  readonly deed: Deed;
  readonly person: string;
  readonly object: string;
}

/** What a person may do next: go elsewhere, take a thing that lies in the same room, or put down what they carry. */
function possible(world: World, events: readonly Event[], person: string): Event[] {
  const here = roomOf(events, person);
  const go = world.rooms.filter((room) => room !== here).map((object) => ({ deed: 'go', person, object }) as const);
  if (!here) return go;
  const free = world.things.filter((thing) => !holderOf(events, thing) && (placeOf(events, thing) ?? here) === here);
  const held = world.things.filter((thing) => holderOf(events, thing) === person);
  return [
    ...go,
    ...free.map((object) => ({ deed: 'take', person, object }) as const),
    ...held.map((object) => ({ deed: 'drop', person, object }) as const),
  ];
}

const lastOf = (events: readonly Event[], matches: (event: Event) => boolean) => events.findLastIndex(matches);

function roomOf(events: readonly Event[], person: string): string | undefined {
  return events[lastOf(events, (event) => event.deed === 'go' && event.person === person)]?.object;
}

function holderOf(events: readonly Event[], thing: string): string | undefined {
  const last = events[lastOf(events, ({ deed, object }) => deed !== 'go' && object === thing)];
  return last?.deed === 'take' ? last.person : undefined;
}

function placeOf(events: readonly Event[], thing: string): string | undefined {
  const last = lastOf(events, ({ deed, object }) => deed !== 'go' && object === thing);
  const event = events[last];
  return event && roomOf(event.deed === 'drop' ? events.slice(0, last) : events, event.person);
}

/** A story of at most `length` facts about a thing that was touched; another is begun until there is one. */
export function story(random: Random, world: World, length: number): Story {
  for (;;) {
    const events: Event[] = [];
    while (events.length < length) events.push(pick(random, possible(world, events, pick(random, world.people))));
    const touched = world.things.filter((thing) => placeOf(events, thing));
    if (touched.length === 0) continue;
    const thing = pick(random, touched);
    const last = lastOf(events, ({ deed, object }) => deed !== 'go' && object === thing);
    const { deed, person } = events[last] as Event;
    const until = deed === 'drop' ? last : events.length;
    const where = lastOf(events.slice(0, until), (event) => event.deed === 'go' && event.person === person);
    return {
      facts: events.map((event) => sentence(random, event.deed, event.person, event.object)),
      question: ask(thing),
      support: [last, where],
      answer: placeOf(events, thing) ?? '',
    };
  }
}

/** Stories of 4 to `longest` facts. */
export function stories(random: Random, world: World, count: number, longest: number): Story[] {
  return Array.from({ length: count }, () => story(random, world, integer(random, 4, longest)));
}
