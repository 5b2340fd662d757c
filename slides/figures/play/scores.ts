/** Scores of different games made comparable, as Mnih et al. (2015) do it. */

/** Per cent of a person's score, counted from random play: 0 is a random player, 100 the person; it may be negative. */
export function percentOfHuman(score: number, random: number, human: number): number {
  return (100 * (score - random)) / (human - random);
}
