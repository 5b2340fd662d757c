import data from './atari-scores.json';
import { logarithmic } from './kit/axis.ts';
import { defineFigure } from './kit/figure.ts';
import { point } from './kit/point.ts';
import { type Child, circle, colour, line, text } from './kit/svg.ts';
import { percentOfHuman } from './play/scores.ts';

type Game = (typeof data.games)[number];

const top = 76;
const pitch = 58;
const bottom = top + data.games.length * pitch - 22;
/** 1 % to 1,000 %; random play, at 0 %, has a place of its own left of the axis. */
const x = logarithmic([1, 1000], [236, 720]);
const zero = 176;
const minus = (score: number) => score.toLocaleString('en-GB').replace('-', '−');

const percent = (game: Game, player: 'sarsa' | 'contingency' | 'dqn') =>
  percentOfHuman(game[player], game.random, game.human);

function grid(): Child {
  const ticks = [1, 10, 100, 1000].map((value) => [
    line([x(value), top - 26], [x(value), bottom], {
      stroke: value === 100 ? colour.ink : colour.rule,
      'stroke-width': value === 100 ? 1.5 : 1,
    }),
    text(x(value), bottom + 26, value === 1000 ? '1,000 %' : `${value} %`, { anchor: 'middle', class: 'muted' }),
  ]);
  return [
    line([zero, top - 26], [zero, bottom], { stroke: colour.rule, 'stroke-width': 1 }),
    text(zero, bottom + 26, '0', { anchor: 'middle', class: 'muted' }),
    // The axis is broken between 0 and 1 %.
    [-3, 3].map((shift) =>
      line([(zero + x(1)) / 2 + shift - 3, bottom + 6], [(zero + x(1)) / 2 + shift + 3, bottom - 6], {
        stroke: colour.ruleStrong,
      }),
    ),
    ticks,
  ];
}

const ring = { fill: colour.paper, stroke: colour.ink, 'stroke-width': 2.5 } as const;

function row(game: Game, index: number): Child {
  const y = top + index * pitch;
  const best = percent(game, 'dqn');
  const wins = best > 100;
  return [
    text(0, y + 6, game.name, { class: wins ? 'strong' : undefined }),
    line([zero, y], [x(best), y], { stroke: colour.rule, 'stroke-width': 1 }),
    circle([zero, y], 5, { fill: colour.paper, stroke: colour.ruleStrong, 'stroke-width': 2 }),
    circle([x(percent(game, 'sarsa')), y], 6, { ...ring, stroke: colour.ruleStrong }),
    circle([x(percent(game, 'contingency')), y], 6, ring),
    point([x(best), y], 'filled', wins ? 11 : 8),
    text(858, y + 6, minus(game.human), { anchor: 'end', class: 'muted' }),
    text(782, y + 6, minus(game.dqn), { anchor: 'end', class: wins ? 'strong' : undefined }),
  ];
}

/** The players by name, over the dots of the first row. */
function names(game: Game): Child {
  const y = top - 17;
  return [
    text(x(percent(game, 'sarsa')) + 4, y, 'Sarsa', { anchor: 'end', class: 'muted' }),
    text(x(percent(game, 'contingency')) - 4, y, 'Contingency'),
    text(x(percent(game, 'dqn')), y, 'DQN', { anchor: 'middle', class: 'strong', fill: colour.accent }),
  ];
}

export default defineFigure({
  name: 'atari-scores',
  title: 'Seven games, scores as a share of a person’s',
  description: `Per cent of an expert person’s score, counted from random play. ${data.games
    .map((game) => {
      const [dqn, contingency, sarsa] = (['dqn', 'contingency', 'sarsa'] as const).map((p) =>
        Math.round(percent(game, p)),
      );
      return `${game.name}: DQN ${dqn} (score ${game.dqn}, the person ${game.human}), Contingency ${contingency}, Sarsa ${sarsa}.`;
    })
    .join(' ')}`,
  height: 520,
  body: () => [
    grid(),
    text(zero, top - 40, 'random', { anchor: 'middle', class: 'muted' }),
    text(x(100), top - 40, 'the person', { anchor: 'middle', class: 'strong' }),
    text(858, top - 40, 'person', { anchor: 'end', class: 'muted' }),
    text(782, top - 40, 'DQN', { anchor: 'end', class: 'strong', fill: colour.accent }),
    data.games.map(row),
    data.games.slice(0, 1).map(names),
    text(zero, bottom + 52, 'score above random play, as a share of the person’s', { class: 'muted' }),
  ],
});
