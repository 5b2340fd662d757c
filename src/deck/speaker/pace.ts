/** Elapsed time against the plan. All times are seconds. */

export interface Pace {
  /** When this slide should begin and end, from the start of the talk. */
  readonly begins: number;
  readonly ends: number;
  readonly verdict: 'ahead' | 'on time' | 'behind';
  /** Seconds before the slide's beginning or past its end; 0 while on time. */
  readonly off: number;
}

/**
 * @param minutes Planned minutes of the main slides, in order.
 * @param index Which of them is shown, from 0.
 */
export function paceAt(minutes: readonly number[], index: number, elapsed: number): Pace {
  const begins = 60 * minutes.slice(0, index).reduce((sum, m) => sum + m, 0);
  const ends = begins + 60 * (minutes[index] ?? 0);
  if (elapsed < begins) return { begins, ends, verdict: 'ahead', off: begins - elapsed };
  if (elapsed > ends) return { begins, ends, verdict: 'behind', off: elapsed - ends };
  return { begins, ends, verdict: 'on time', off: 0 };
}

/** `4:05`; from an hour on `1:04:05`. */
export function clockText(seconds: number): string {
  const whole = Math.floor(seconds);
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const shown = parts[0] ? parts : parts.slice(1);
  return shown.map((part, index) => (index === 0 ? `${part}` : `${part}`.padStart(2, '0'))).join(':');
}
