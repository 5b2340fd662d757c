import type { NtmCopyElement } from './element';
import { randomBits, writeBits } from './task';

/** One small piece of work for the contract suite: five rows copied. */
export async function exercise(element: NtmCopyElement): Promise<string> {
  const { output, bitErrors } = await element.copy(randomBits(5, 3));
  return `${writeBits(output)}, ${bitErrors} wrong`;
}
