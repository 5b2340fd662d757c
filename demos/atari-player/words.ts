import type { DemoState } from '../../src/demo/lifecycle';
import type { Cabinet } from './cabinet';
import type { PlayerHost } from './host';
import type { Played } from './task';

/** Fewer frames a second than this are worth a word. */
const LATE_RATE = 54;

/** The right half of the status line. */
export function hint(state: DemoState, cabinet: Cabinet, { looking, hue, speed }: PlayerHost): string {
  const { player, frames, rate, hand, seed } = cabinet;
  if (state === 'idle' || state === 'loading' || !cabinet.begun) return 'our own cartridge, in an emulated Atari 2600';
  if (looking) return 'a moment that was; Run goes on with the game';
  if (player === 'you') return hand.moved ? `${rate} frames a second` : 'an arrow key, Space or a gamepad begins';
  if (hue !== 0 && player === 'dqn') return 'other greys than those it has learned from';
  const where = `seed ${seed} · frame ${frames.toLocaleString('en')}`;
  if (state !== 'running') return where;
  const late = speed === '1' && rate > 0 && rate < LATE_RATE;
  return `${where} · ${late ? 'waits, ' : ''}${rate} a second`;
}

/** The score, for a screen reader: the same words until it changes. */
export function scoreWords({ standing }: Played, { game }: PlayerHost): string {
  if (!game || !standing) return '';
  const against = standing.opponentScore === undefined ? '' : ` to ${standing.opponentScore}`;
  return `${game.title}: score ${standing.score}${against}`;
}
