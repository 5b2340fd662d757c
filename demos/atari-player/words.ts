import type { DemoState } from '../../src/demo/lifecycle';
import type { Cabinet } from './cabinet';
import type { Standing } from './games';
import type { PlayerHost } from './host';
import type { Played } from './task';

/** Fewer frames a second than this are worth a word. */
const LATE_RATE = 54;

/** What a game, or a minute of one, came to. */
export type Outcome = Pick<Standing, 'score' | 'bricks' | 'opponentScore'>;

/** As people say it: “12” bricks, or “3 to 5”. */
export const outcomeWords = ({ score, bricks, opponentScore }: Outcome): string =>
  opponentScore === undefined ? String(bricks ?? score) : `${score} to ${opponentScore}`;

/** The right half of the status line; short enough for one line of a narrow page, so that no state adds another. */
export function hint(state: DemoState, cabinet: Cabinet, { isCopy, looking, hue, speed }: PlayerHost): string {
  const { player, frames, rate, seed } = cabinet;
  if (state === 'idle' || state === 'loading' || !cabinet.begun) return 'our own game, emulated Atari 2600';
  if (looking) return 'a moment that was; Run goes on';
  if (player === 'you' && frames === 0) return 'any arrow, Space or gamepad begins';
  if (player === 'you' && !isCopy) return `${rate} frames a second`;
  if (hue !== 0 && player === 'dqn') return 'greys it has not learned from';
  const where = `seed ${seed} · frame ${frames.toLocaleString('en')}`;
  if (state !== 'running' || isCopy) return where;
  const late = speed === '1' && rate > 0 && rate < LATE_RATE;
  return late ? `seed ${seed} · waits, ${rate} a second` : `${where} · ${rate}/s`;
}

/** The score, for a screen reader: the same words until it changes. */
export function scoreWords({ standing }: Played, { game }: PlayerHost): string {
  if (!game || !standing) return '';
  const against = standing.opponentScore === undefined ? '' : ` to ${standing.opponentScore}`;
  return `${game.title}: score ${standing.score}${against}`;
}
