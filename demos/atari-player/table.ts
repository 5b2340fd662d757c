import { html, nothing, type TemplateResult } from 'lit';
import type { PlayerHost } from './host';
import scores from './scores.json';

const said = (value: number | undefined): string =>
  value === undefined ? '' : (Number.isInteger(value) ? String(value) : value.toFixed(1)).replace('-', '−');

/** Scores as the paper gives them: play at random, the network, a person; and whoever is sitting here. */
export function scoreTable(host: PlayerHost): TemplateResult | typeof nothing {
  const { game, duel } = host;
  if (!game) return nothing;
  const here = game.name === 'rubble' ? scores.rubble : undefined;
  const paper = game.name === 'pong' ? scores.pong : scores.breakout;
  const rows = [
    { who: 'Chance', here: said(here?.random), paper: said(paper.random) },
    { who: 'Network', here: said(here?.network), paper: said(paper.network) },
    { who: 'A person', here: '', paper: said(paper.human) },
  ];
  return html`<table class="scores">
    <thead><tr><th scope="col">${game.unit === 'bricks' ? 'Bricks' : 'Points'} a game</th><th scope="col">${game.title}</th>
      <th scope="col">${game.name === 'pong' ? 'Paper' : 'Breakout'}, 2013</th></tr></thead>
    <tbody>
      ${rows.map(({ who, here, paper }) => html`<tr><th scope="row">${who}</th><td>${here}</td><td>${paper}</td></tr>`)}
      <tr class="you"><th scope="row">You, in a minute</th><td colspan="2">${minute(host, duel)}</td></tr>
    </tbody>
  </table>`;
}

function minute({ player, secondsLeft, standing }: PlayerHost, duel: PlayerHost['duel']): TemplateResult | string {
  if (duel) return html`<b>${duel.you}</b> · network ${duel.network ?? '…'}`;
  if (player === 'you' && secondsLeft !== undefined)
    return html`<b>${standing?.bricks ?? standing?.score ?? 0}</b> · ${secondsLeft} s left`;
  return 'take the joystick';
}
