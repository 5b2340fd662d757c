/**
 * The best words of a vocabulary without looking at each of their scores.
 *
 * The vocabulary is dealt into columns: column `i` holds the rows `i`, `i + columns`, `i + 2 · columns` … The engine
 * gives the highest score in each column, and the few columns that can hold one of the best are looked at word by word.
 * A word among the best `n` stands in a column whose maximum is among the highest `n`; a word that is not allowed as an
 * answer can push at most one column out, so as many more columns are looked at.
 */
export const COLUMNS = 4096;

/** Columns looked at beyond those that must be: a GPU's rounding may swap two that are all but equal. */
const SPARE = 4;

/** Indices of the `count` highest values, in no order. */
export function highest(values: ArrayLike<number>, count: number): number[] {
  const kept: number[] = [];
  let least = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (kept.length >= count && value <= least) continue;
    let at = kept.length;
    while (at > 0 && (values[kept[at - 1] as number] as number) < value) at--;
    kept.splice(at, 0, i);
    if (kept.length > count) kept.pop();
    least = values[kept[kept.length - 1] as number] as number;
  }
  return kept;
}

/**
 * Rows of the best words, best first; the more frequent first on a tie.
 * @param maxima the highest score in each column
 * @param score of one row, by which the result is ordered
 */
export function bestRows(
  maxima: ArrayLike<number>,
  rows: number,
  top: number,
  excluded: ReadonlySet<number>,
  score: (row: number) => number,
): { row: number; score: number }[] {
  const found: { row: number; score: number }[] = [];
  for (const column of highest(maxima, top + excluded.size + SPARE))
    for (let row = column; row < rows; row += maxima.length)
      if (!excluded.has(row)) found.push({ row, score: score(row) });
  return found.sort((one, other) => other.score - one.score || one.row - other.row).slice(0, top);
}
