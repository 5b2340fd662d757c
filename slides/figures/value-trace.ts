import { linear, rows } from './kit/axis.ts';
import { defineFigure } from './kit/figure.ts';
import { point } from './kit/point.ts';
import { randomFrom } from './kit/random.ts';
import { at, type Child, colour, line, type Markup, path, text, through } from './kit/svg.ts';
import { draw, outcomes, type Rules, type State, serve } from './play/bat-and-ball.ts';
import { type Paint, pixels, Raster, scanLines } from './play/raster.ts';
import { solve } from './play/value-iteration.ts';
import data from './value-trace.json';

const rules: Rules = data.rules;

interface Step {
  readonly state: State;
  readonly value: number;
  readonly reward: number;
}

/** One game from serve to miss, under best play. */
function play(): Step[] {
  const solution = solve(rules, data.discount);
  const random = randomFrom(data.seed);
  const steps: Step[] = [];
  let state: State | null = serve(rules, random);
  while (state) {
    const outcome = draw(outcomes(state, solution.best(state), rules), random);
    steps.push({ state, value: solution.value(state), reward: outcome.reward });
    state = outcome.next;
  }
  return steps;
}

const cell = 18;
const court = { width: rules.width * cell, height: (rules.height + 1) * cell };
const [ground, ball, tail, bat]: [Paint, Paint, Paint, Paint] = [
  { fill: 'var(--seq-0)' },
  { fill: 'var(--seq-9)' },
  { fill: 'var(--seq-3)' },
  { fill: 'var(--seq-6)' },
];

/** The court at one step, with where the ball was three steps before. */
function scene(steps: readonly Step[], step: number): Markup {
  const raster = new Raster(rules.width, rules.height + 1).fill(0, 0, rules.width, rules.height + 1, ground);
  for (const { state } of steps.slice(step - 3, step)) raster.fill(state.x, state.y, 1, 1, tail);
  const now = steps[step]?.state as State;
  raster.fill(now.x, now.y, 1, 1, ball).fill(now.bat, rules.height, rules.bat, 1, bat);
  return at(
    0,
    0,
    pixels(raster, { x: 0, y: 0, pixel: [cell, cell] }),
    scanLines(0, 0, court.width, (rules.height + 1) * 8, cell / 8),
  );
}

const top = 292;
const base = 484;
const y = linear([0, 1.25], [base, top]);

function trace(steps: readonly Step[]): Child {
  const x = linear([0, steps.length], [4, 838]);
  const ends = steps.flatMap(({ reward }, step) => (reward > 0 ? [step + 1] : []));
  return [
    rows(
      [0, 0.5, 1].map((value) => ({ value, label: value === 1 ? 'V(s) = 1' : '' })),
      y,
      [0, 858],
    ),
    ends.map((step) => [
      line([x(step), top - 6], [x(step), base], { 'stroke-dasharray': '2 4' }),
      text(x(step) + 7, top + 6, 'hit'),
    ]),
    line([x(steps.length), top - 6], [x(steps.length), base], { 'stroke-dasharray': '2 4' }),
    text(x(steps.length) - 7, top + 6, 'miss', { anchor: 'end' }),
    path(through([...steps.map(({ value }, step) => [x(step), y(value)] as const), [x(steps.length), y(0)]]), {
      stroke: colour.accent,
      'stroke-width': 3,
      'stroke-linejoin': 'round',
    }),
    data.moments.map(({ name, step }) => {
      const where = [x(step), y(steps[step]?.value ?? 0)] as const;
      return [
        point(where, 'filled', 9),
        text(where[0] - 15, where[1] + 3, name, { anchor: 'end', class: 'strong', fill: colour.accent }),
      ];
    }),
    text(
      0,
      base + 28,
      `${steps.length} steps of a tiny game of ours, solved exactly: a hit k steps away counts ${data.discount}ᵏ`,
      { class: 'muted' },
    ),
  ];
}

export default defineFigure({
  name: 'value-trace',
  title: 'What the player expects, step by step',
  description: () => {
    const steps = play();
    const [a, b, c] = data.moments.map(({ step }) => steps[step]?.value.toFixed(2));
    return (
      `A small game of our own, solved exactly. The value of the state over ${steps.length} steps: ${a} just after a ` +
      `hit, rising to ${b} as the ball comes back to the bat, falling at the hit and rising again; ${c} when the ` +
      'joystick sticks and the ball is too far away; 0 when it is lost.'
    );
  },
  height: 518,
  body: () => {
    const steps = play();
    return [
      data.moments.map(({ name, step, words }, index) =>
        at(
          index * 294,
          0,
          text(0, 20, name, { class: 'strong', fill: colour.accent }),
          text(22, 20, words),
          at(0, 34, scene(steps, step)),
        ),
      ),
      trace(steps),
    ];
  },
});
