/**
 * A memory network small enough to be trained when the slides are built, after Weston et al. (2014, section 3): facts
 * are stored as they come; one scorer finds a first fact for the question, then a second for both; another scorer finds
 * the word that answers. As in the paper, scores are bilinear in bags of words, with features for words that match, for
 * which fact is older, and for the company a new word keeps; trained with a margin on the right facts. Unlike there, the
 * product of two embeddings is one matrix, because these stories have few words.
 */
import { type Random, shuffled } from '../kit/random.ts';
import type { Sentence, Story } from './stories.ts';

type Features = readonly string[];

/** A linear scorer over named features, trained by ranking. */
class Scorer {
  private readonly weights = new Map<string, number>();

  score(features: Features): number {
    return features.reduce((sum, feature) => sum + (this.weights.get(feature) ?? 0), 0);
  }

  /** Moves the right candidate above each wrong one by the margin, where it is not so yet. */
  rank(right: Features, wrong: readonly Features[], { rate, margin }: { rate: number; margin: number }): void {
    for (const candidate of wrong) {
      if (this.score(right) >= this.score(candidate) + margin) continue;
      this.move(right, rate);
      this.move(candidate, -rate);
    }
  }

  private move(features: Features, step: number): void {
    for (const feature of features) this.weights.set(feature, (this.weights.get(feature) ?? 0) + step);
  }
}

/** Words that stood to the left and to the right of each word, anywhere in its sentences. */
export function company(facts: readonly Sentence[]): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const bags = new Map<string, Map<string, number>>();
  for (const fact of facts) {
    fact.forEach((word, place) => {
      const bag = bags.get(word) ?? new Map<string, number>();
      fact.forEach((other, at) => {
        if (at === place) return;
        const feature = `${at < place ? 'left' : 'right'} ${other}`;
        bag.set(feature, (bag.get(feature) ?? 0) + 1);
      });
      bags.set(word, bag);
    });
  }
  return bags;
}

const kept = new WeakMap<readonly Sentence[], ReturnType<typeof company>>();

/** A word's company in a story, counted once a story. */
function neighbours(facts: readonly Sentence[], word: string): string[] {
  const bags = kept.get(facts) ?? company(facts);
  kept.set(facts, bags);
  return [...(bags.get(word)?.keys() ?? [])];
}

export interface Answer {
  /** Scores of every fact in the two hops. */
  readonly hops: readonly [readonly number[], readonly number[]];
  readonly found: readonly [number, number];
  readonly answer: string;
}

const best = (scores: readonly number[]) => scores.indexOf(Math.max(...scores));

export class MemoryNetwork {
  private readonly first = new Scorer();
  private readonly second = new Scorer();
  private readonly response = new Scorer();
  /** Words that the network has ever seen; the rest are new to it. */
  private readonly vocabulary = new Set<string>();

  /** Words that match, and pairs of known words. */
  private pairs(asked: Sentence, fact: Sentence, known: (word: string) => boolean, dictionary: string): string[] {
    const matches = fact.filter((word) => asked.includes(word) && word !== 'the').map(() => `${dictionary} match`);
    const pairs = asked.filter(known).flatMap((a) => fact.filter(known).map((b) => `${dictionary} ${a} ${b}`));
    return [...matches, ...pairs];
  }

  /** Once for every fact that was told since. */
  private age(index: number, count: number): string[] {
    return Array.from({ length: count - 1 - index }, () => 'told since');
  }

  private firstFeatures(story: Pick<Story, 'facts' | 'question'>, index: number, known: (word: string) => boolean) {
    const { facts, question } = story;
    return [...this.pairs(question, facts[index] ?? [], known, 'question'), ...this.age(index, facts.length)];
  }

  private secondFeatures(
    { facts, question }: Pick<Story, 'facts' | 'question'>,
    found: number,
    index: number,
    known: (word: string) => boolean,
  ) {
    const earlier = facts[found] ?? [];
    return [
      ...this.pairs(question, facts[index] ?? [], known, 'question'),
      ...this.pairs(earlier, facts[index] ?? [], known, 'found'),
      ...this.age(index, facts.length),
      ...(index > found ? earlier.filter(known).map((word) => `after ${word}`) : []),
      ...(index === found ? ['same'] : []),
    ];
  }

  private responseFeatures(
    { facts, question }: Pick<Story, 'facts' | 'question'>,
    [one, two]: readonly [number, number],
    word: string,
    known: (word: string) => boolean,
  ) {
    const context = neighbours(facts, word).filter((feature) => known(feature.split(' ')[1] ?? ''));
    return [
      ...(known(word) ? [`is ${word}`] : []),
      ...context,
      ...(facts[two]?.includes(word) ? ['in second'] : []),
      ...(facts[one]?.includes(word) ? ['in first'] : []),
      ...(question.includes(word) ? ['in question'] : []),
    ];
  }

  /**
   * One pass over the stories. In each, every word but those of the question is treated as new with the chance
   * `forget`, so that the network learns to do without (section 3.5).
   */
  train(stories: readonly Story[], random: Random, options: { rate: number; margin: number; forget: number }): void {
    for (const story of shuffled(random, stories)) {
      const words = [...new Set([...story.facts.flat(), ...story.question])];
      for (const word of words) this.vocabulary.add(word);
      const dropped = new Set(words.filter(() => random() < options.forget));
      const known = (word: string) => !dropped.has(word);
      const [one, two] = story.support;
      const others = (right: number) => story.facts.map((_, index) => index).filter((index) => index !== right);
      const first = (index: number) => this.firstFeatures(story, index, known);
      const second = (index: number) => this.secondFeatures(story, one, index, known);
      const response = (word: string) => this.responseFeatures(story, story.support, word, known);
      this.first.rank(first(one), others(one).map(first), options);
      this.second.rank(second(two), others(two).map(second), options);
      this.response.rank(response(story.answer), words.filter((word) => word !== story.answer).map(response), options);
    }
  }

  answer(story: Pick<Story, 'facts' | 'question'>): Answer {
    const known = (word: string) => this.vocabulary.has(word);
    const one = story.facts.map((_, index) => this.first.score(this.firstFeatures(story, index, known)));
    const two = story.facts.map((_, index) => this.second.score(this.secondFeatures(story, best(one), index, known)));
    const found = [best(one), best(two)] as const;
    const words = [...new Set(story.facts.flat())];
    const scores = words.map((word) => this.response.score(this.responseFeatures(story, found, word, known)));
    return { hops: [one, two], found, answer: words[best(scores)] ?? '' };
  }
}
