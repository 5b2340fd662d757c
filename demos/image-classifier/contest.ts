/** The rules of "You against the ConvNet": no drawing, no clock of its own. */

export interface Round {
  /** Name of a sample photograph. */
  readonly picture: string;
  readonly truth: number;
  readonly candidates: readonly { readonly index: number; readonly label: string }[];
}

export interface Answer {
  /** Index of the class that was chosen; absent where time ran out. */
  readonly person?: number;
  readonly network: number;
  readonly seconds: number;
}

export interface Contest {
  readonly rounds: readonly Round[];
  readonly answers: readonly Answer[];
  /** Whether the answer to the last round is still being shown. */
  readonly revealed: boolean;
}

/** What a picture may take; who has not chosen by then was wrong. */
export const SECONDS_A_PICTURE = 10;

export const newContest = (rounds: readonly Round[]): Contest => ({ rounds, answers: [], revealed: false });

/** The round being played, or being looked at after its answer; none after the last. */
export const currentRound = ({ rounds, answers, revealed }: Contest): Round | undefined =>
  rounds[revealed ? answers.length - 1 : answers.length];

export const isOver = ({ rounds, answers, revealed }: Contest): boolean =>
  !revealed && answers.length === rounds.length;

/** No-op unless a round is open. */
export function answer(contest: Contest, given: Answer): Contest {
  if (contest.revealed || isOver(contest)) return contest;
  return { ...contest, answers: [...contest.answers, given], revealed: true };
}

/** No-op unless an answer is being shown. */
export const next = (contest: Contest): Contest => (contest.revealed ? { ...contest, revealed: false } : contest);

export interface Score {
  readonly person: number;
  readonly network: number;
  readonly played: number;
}

/** How many were wrong. */
export function wrong({ rounds, answers }: Contest): Score {
  const missed = (choice: (answer: Answer) => number | undefined) =>
    answers.filter((given, i) => choice(given) !== rounds[i]?.truth).length;
  return { person: missed(({ person }) => person), network: missed(({ network }) => network), played: answers.length };
}

/** The candidate that the network holds most likely, of those that the person may choose from. */
export function networkChoice(round: Round, among: readonly number[]): number {
  const best = among.indexOf(Math.max(...among));
  return round.candidates[best]?.index ?? -1;
}
