/** What a program looks like to someone for whom its characters have no meaning yet. */
import { type Random, shuffled } from '../kit/random.ts';

/** Every character that programs and answers are written in, but for line ends. */
export const alphabet = '0123456789abcdefghijklmnopqrstuvwxyz+-*=<>():;. ';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** A fixed letter for each character of the alphabet, no letter for two of them. */
export function substitution(random: Random): ReadonlyMap<string, string> {
  const code = shuffled(random, [...letters]);
  return new Map([...alphabet].map((character, index) => [character, code[index] as string]));
}

/** The text with every character replaced; line ends stay. Throws a RangeError on a character outside the alphabet. */
export function scramble(text: string, code: ReadonlyMap<string, string>): string {
  return [...text]
    .map((character) => {
      const letter = character === '\n' ? character : code.get(character);
      if (letter === undefined) throw new RangeError(`"${character}" is not in the alphabet of the programs`);
      return letter;
    })
    .join('');
}
