/** How far each word of a sentence stands from the word that translates it, when both are written in one line. */

/** Steps from source word i to target word i, the source written forwards or backwards before the target. */
export function distances(length: number, reversed: boolean): number[] {
  return Array.from({ length }, (_, index) => {
    const place = reversed ? length - 1 - index : index;
    return length + index - place;
  });
}
