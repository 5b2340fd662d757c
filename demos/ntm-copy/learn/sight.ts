import { type Stretch, type Trace, usedStretch } from '../trace';

/** Memory rows in sight beyond those that a sequence needs. */
const SPARE = 8;

/**
 * The memory rows that are shown while heads wander: as few as will do, and the same ones for as long as they will, so that
 * what moves in the picture is the heads and not the paper.
 */
export class Sight {
  #stretch: Stretch | undefined;

  of(sample: Trace | undefined): Stretch {
    if (!sample) return { from: 0, rows: 28 };
    const rows = Math.min(sample.slots, sample.target.length + SPARE);
    const used = usedStretch(sample);
    const now = this.#stretch;
    if (now && now.rows === rows && holds(now, used, sample.slots)) return now;
    this.#stretch = {
      from: (used.from + Math.floor((Math.min(used.rows, rows) - rows) / 2) + sample.slots) % sample.slots,
      rows,
    };
    return this.#stretch;
  }
}

/** Whether one stretch has the other's rows, but for a margin; a longer one cannot be had whole, and is left at its beginning. */
function holds(shown: Stretch, used: Stretch, slots: number): boolean {
  const start = (used.from - shown.from + slots) % slots;
  return start + Math.min(used.rows, shown.rows) <= shown.rows + 3 || (used.rows > shown.rows && start < 3);
}
