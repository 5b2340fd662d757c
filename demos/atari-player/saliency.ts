import { SIDE } from './observation';

/** Places a side at which the picture is covered in turn. */
export const PLACES = 14;
/** Side of what is covered: places overlap by half. */
const COVER = 12;

/**
 * Copies of four observations, in each of which one place is covered with the picture's most common grey.
 * @param row of places, 0 to 13
 * @returns one copy a column
 */
export function covered(stack: readonly Uint8Array[], row: number): Uint8Array[][] {
  const greys = stack.map(commonest);
  return Array.from({ length: PLACES }, (_, column) =>
    stack.map((observation, depth) => cover(observation, row, column, greys[depth] as number)),
  );
}

function cover(observation: Uint8Array, row: number, column: number, grey: number): Uint8Array {
  const copy = observation.slice();
  const first = (place: number) => Math.round(((place + 0.5) * SIDE) / PLACES - COVER / 2);
  const [left, right] = [Math.max(0, first(column)), Math.min(SIDE, first(column) + COVER)];
  for (let y = Math.max(0, first(row)); y < Math.min(SIDE, first(row) + COVER); y++)
    copy.fill(grey, y * SIDE + left, y * SIDE + right);
  return copy;
}

function commonest(observation: Uint8Array): number {
  const counts = new Uint32Array(256);
  for (const grey of observation) counts[grey] = (counts[grey] as number) + 1;
  return counts.indexOf(Math.max(...counts));
}
