import { arrow } from './kit/arrow.ts';
import { defineFigure } from './kit/figure.ts';
import { origins } from './kit/layer.ts';
import { type Child, colour, group, line, rect, text } from './kit/svg.ts';
import { head, tape } from './kit/tape.ts';
import data from './ntm-architecture.json';

const { machine, network } = data;
const side = 54;
const box = { width: 378, top: 40, height: 124 };
const lower = { arrows: 174, tape: 284 };
const right = 480;

/** The two arrows between a control and its tape. */
function traffic(x: number, down: string, up: string): Child {
  return [
    arrow(
      [
        [x + 70, lower.arrows],
        [x + 70, lower.arrows + 66],
      ],
      { width: 2.5 },
    ),
    text(x + 86, lower.arrows + 39, down),
    arrow(
      [
        [x + 250, lower.arrows + 66],
        [x + 250, lower.arrows],
      ],
      { width: 2.5 },
    ),
    text(x + 266, lower.arrows + 39, up),
  ];
}

function turing(): Child {
  const columns = [16, 108, 144, 182, 242, 312];
  return [
    text(0, 20, 'Turing machine', { class: 'strong' }),
    text(box.width, 20, '1936–37', { anchor: 'end', class: 'muted' }),
    rect(0, box.top, box.width, box.height, origins.designed),
    machine.table.map(([state, read, write, move, next], index) => {
      const y = box.top + 38 + index * 33;
      const words = [state, read, '→', write, move, next];
      return words.map((word, place) =>
        text(columns[place] ?? 0, y, word ?? '', { face: 'mono', onFill: true, fill: colour.ink }),
      );
    }),
    traffic(0, 'write, move', 'read'),
    head(machine.head * side + side / 2, lower.tape - 8, 'above'),
    tape({ x: 0, y: lower.tape, side, values: machine.tape.map(() => 0), symbols: machine.tape }),
    text(0, 426, 'The control is a table that people write.'),
    text(0, 452, 'The head is on one cell.'),
  ];
}

/** A box that keeps a state: the mark of a recurrent cell, drawn large. */
function controller(): Child {
  return [
    rect(right, box.top, box.width, box.height, origins.learned),
    rect(right + box.width - 14, box.top, 3, box.height, { fill: colour.paper }),
    text(right + (box.width - 14) / 2, box.top + 56, 'recurrent network', {
      anchor: 'middle',
      onFill: true,
      class: 'strong',
    }),
    text(right + (box.width - 14) / 2, box.top + 82, 'LSTM, its weights learned', { anchor: 'middle', onFill: true }),
  ];
}

function neural(): Child {
  const rows = network.memory.length;
  const small = side / 2;
  return [
    text(right, 20, 'Neural Turing machine', { class: 'strong', fill: colour.accent }),
    text(right + box.width, 20, '2014', { anchor: 'end', class: 'muted' }),
    controller(),
    traffic(right, 'erase, add', 'read'),
    network.weighting.map((weight, index) =>
      weight > 0
        ? group(
            { opacity: Math.max(0.2, weight) },
            head(right + index * side + side / 2, lower.tape - 8, 'above', colour.accent),
          )
        : null,
    ),
    network.memory.map((values, row) =>
      values.map((value, column) =>
        rect(right + column * side, lower.tape + row * small, side, small, {
          fill: colour.ink,
          'fill-opacity': 0.1 + 0.75 * value,
        }),
      ),
    ),
    network.weighting.slice(1).map((_, index) =>
      line([right + (index + 1) * side, lower.tape], [right + (index + 1) * side, lower.tape + rows * small], {
        stroke: colour.paper,
        'stroke-width': 2,
      }),
    ),
    text(right, 426, 'The control learns its table from examples.'),
    text(right, 452, 'The head is a weight on every cell.'),
  ];
}

export default defineFigure({
  name: 'ntm-architecture',
  title: 'A Turing machine beside a neural Turing machine',
  description:
    `Left, a Turing machine: a table of rules written by people (here one that ${machine.words}), a tape of symbols, and ` +
    'a head on one cell. Right, a neural Turing machine: a recurrent network whose weights are learned, a memory whose ' +
    'cells are vectors of numbers, and a head that is a weighting over all cells, most of it on one.',
  height: 464,
  body: () => [turing(), neural()],
});
