import data from './agent-loop.json';
import { arrow } from './kit/arrow.ts';
import { defineFigure } from './kit/figure.ts';
import { layer } from './kit/layer.ts';
import { colour, text } from './kit/svg.ts';
import { joystick } from './play/joystick.ts';
import { pixels, scanLines } from './play/raster.ts';
import { screenHeight, still, wallGame } from './play/wall-game.ts';

/** A television pixel of the console is 12 : 7. */
const pixel = [3, 1.75] as const;
const screen = { x: 0, y: 84, width: 480, height: screenHeight * pixel[1] };
const agent = { x: 606, y: 150, width: 252, height: 118 };
const middle = agent.x + agent.width / 2;

const loop = () => [
  arrow(
    [
      [screen.width + 10, 209],
      [agent.x - 6, 209],
    ],
    { width: 2.5 },
  ),
  text((screen.width + agent.x) / 2 + 2, 197, 'pixels', { anchor: 'middle', class: 'strong' }),
  arrow(
    [
      [middle, agent.y + agent.height + 6],
      [middle, 338],
    ],
    { width: 2.5 },
  ),
  text(middle - 18, 312, `one of ${data.moves.fewest} to ${data.moves.most} moves`, { anchor: 'end' }),
  arrow(
    [
      [middle - 84, 470],
      [240, 470],
      [240, screen.y + screen.height + 8],
    ],
    { width: 2.5 },
  ),
  text(258, 456, 'joystick', { class: 'strong' }),
  text(258, 498, `held for ${data.framesPerMove} frames`, { class: 'muted' }),
];

const score = () => [
  arrow(
    [
      [96, screen.y - 6],
      [96, 44],
      [middle, 44],
      [middle, agent.y - 7],
    ],
    { width: 2.5, colour: colour.accent },
  ),
  text(114, 30, 'score', { class: 'strong', fill: colour.accent }),
  text(170, 30, 'the only teacher: a change counts +1 or −1'),
];

export default defineFigure({
  name: 'agent-loop',
  title: 'A network plays a game',
  description:
    'A loop. The pixels of a game, here a ball, a bat and a wall of bricks on a television, go into a network. ' +
    `The network chooses one of ${data.moves.fewest} to ${data.moves.most} moves; the joystick holds it for ` +
    `${data.framesPerMove} frames and the game goes on. Nothing but the change of the score, counted as plus or ` +
    'minus 1, comes back to teach the network.',
  body: () => [
    pixels(wallGame(still), { x: screen.x, y: screen.y, pixel }),
    scanLines(screen.x, screen.y, screen.width, screenHeight, pixel[1]),
    layer({ ...agent, name: ['Network', 'the same for every game'] }),
    pixels(joystick('left', { fill: colour.ink }), { x: middle - 68, y: 346, pixel: [5, 5] }),
    loop(),
    score(),
  ],
});
