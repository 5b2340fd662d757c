import { html, nothing, type TemplateResult } from 'lit';
import type { GameName } from './games';
import type { PlayerHost } from './host';
import scores from './scores.json';
import { outcomeWords } from './words';

interface Row {
  readonly random: number;
  readonly network: number;
  readonly human?: number;
}

/** What was measured here, in 6502.ts (`models/atari-player/metrics.json`), and what the paper has that is nearest. */
const ROWS: Readonly<Record<GameName, { here?: Row | undefined; paper: Row; unit: string; column: string }>> = {
  rubble: { here: scores.rubble, paper: scores.breakout, unit: 'Bricks a game', column: 'Breakout, 2013' },
  // The paper's points in Pong are those won less those lost.
  pong: {
    here: scores.pongHere,
    paper: scores.pong,
    unit: 'Won less lost',
    column: 'Paper, 2013',
  },
};

const said = (value: number | undefined): string =>
  value === undefined ? '' : (Number.isInteger(value) ? String(value) : value.toFixed(1)).replace('-', '−');

/** Scores as the paper gives them: play at random, the network, a person; and whoever is sitting here. */
export function scoreTable(host: PlayerHost): TemplateResult | typeof nothing {
  const { game } = host;
  if (!game) return nothing;
  const { here, paper, unit, column } = ROWS[game.name];
  const rows = [
    { who: 'Chance', here: said(here?.random), paper: said(paper.random) },
    { who: 'Network', here: said(here?.network), paper: said(paper.network) },
    { who: 'A person', here: '', paper: said(paper.human) },
  ];
  return html`<table class="scores">
    <thead><tr><th scope="col">${unit}</th><th scope="col">${game.title}</th><th scope="col">${column}</th></tr></thead>
    <tbody>
      ${rows.map(({ who, here, paper }) => html`<tr><th scope="row">${who}</th><td>${here}</td><td>${paper}</td></tr>`)}
      <tr class="you"><th scope="row">You, in a minute</th><td colspan="2">${minute(host)}</td></tr>
    </tbody>
  </table>`;
}

function minute({ player, secondsLeft, standing, duel }: PlayerHost): TemplateResult | string {
  if (duel) return html`<b>${outcomeWords(duel.you)}</b> · network ${duel.network ? outcomeWords(duel.network) : '…'}`;
  if (player === 'you' && secondsLeft !== undefined)
    return html`<b>${standing ? outcomeWords(standing) : 0}</b> · ${secondsLeft} s left`;
  return 'take the joystick';
}
