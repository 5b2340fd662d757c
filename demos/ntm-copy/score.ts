import { bestChances, CONTEXT, costBits } from './dynamic-ngrams';
import { type Bits, type Sequence, wrongBits } from './task';
import type { Task } from './tasks';
import type { Trace } from './trace';

/** In words how good an answer is, and whether something in it is plainly wrong. */
export interface Score {
  readonly words: string;
  readonly wrong: boolean;
}

/**
 * Bits that are wrong, or what chances cost where none is right or wrong.
 * @param until how many rows have been answered
 */
export function score(task: Task, output: Bits, target: Bits, until = target.length): Score {
  const of = until * (target[0]?.length ?? 0);
  if (task.guesses) return { words: `cost ${costBits(output, target, until).toFixed(1)} of ${of} bits`, wrong: false };
  const wrong = wrongBits(output, target, until);
  return { words: `${wrong} of ${of} wrong`, wrong: wrong > 0 };
}

/** What the best possible estimator says in the task of guesses. */
export const bestAnswers = ({ rows, target }: Sequence): Bits => bestChances([...rows.slice(0, CONTEXT), ...target]);

/** A whole run in one sentence. */
export function summary(task: Task, trace: Trace): string {
  const { output, target } = trace;
  if (task.guesses) {
    const [cost, best] = [costBits(output, target), costBits(bestAnswers(trace), target)];
    return `${task.did} ${target.length} bits at a cost of ${cost.toFixed(1)} bits, ${best.toFixed(1)} at best`;
  }
  const right = target.filter((row, index) => wrongBits([output[index] ?? []], [row]) === 0).length;
  const wrong = wrongBits(output, target);
  return `${task.did} ${right} of ${target.length} rows, ${wrong} ${wrong === 1 ? 'bit' : 'bits'} wrong`;
}
