import { arrow } from './kit/arrow.ts';
import { defineFigure } from './kit/figure.ts';
import { randomFrom } from './kit/random.ts';
import { at, type Child, colour, group, type Markup, path, rect, text } from './kit/svg.ts';
import data from './ntm-tasks.json';
import { type Bits, grams, prioritySort, recall, repeated, vectors } from './turing/tasks.ts';

const cell = 10;
const left = { input: 190, output: 606 };
const { examples } = data;

/** Vectors as columns of cells, time to the right; one path for all bits. */
function picture(sequence: readonly Bits[], fill: 'ink' | 'accent', side = cell): Markup {
  const width = sequence.length * side;
  const height = (sequence[0]?.length ?? 0) * side;
  const bits = sequence.flatMap((vector, step) =>
    vector.flatMap((bit, row) =>
      bit ? [`M${step * side + 0.5} ${row * side + 0.5}h${side - 1}v${side - 1}h${1 - side}z`] : [],
    ),
  );
  return group(
    { 'shape-rendering': 'crispEdges' },
    rect(0, 0, width, height, { fill: colour.paper2 }),
    path(bits.join(''), { fill: colour[fill], stroke: 'none' }),
  );
}

/** A row of the figure: what is asked in words, what goes in, what must come out. */
function task(y: number, height: number, name: string, words: string, input: Child, output: Child, end: number): Child {
  const middle = y + height / 2;
  return [
    text(0, y + 16, name, { class: 'strong' }),
    text(0, y + 40, words, { class: 'muted' }),
    at(left.input, y, input),
    arrow([
      [left.input + end + 14, middle],
      [left.output - 14, middle],
    ]),
    at(left.output, y, output),
  ];
}

const random = randomFrom(examples.seed);
const copied = vectors(random, examples.copy.length, examples.copy.width);
const short = vectors(random, examples.repeat.length, examples.repeat.width);
const asked = recall(random, examples.recall.items, examples.recall.length, examples.recall.width);
const gram = grams(random, examples.grams.bits, examples.grams.context);
const sorted = prioritySort(random, examples.sort.vectors, examples.sort.kept, examples.sort.width);

/** Items a gap apart; the asked one and the question in accent. */
function items(): Child {
  const pitch = (examples.recall.length + 1) * cell;
  return [
    asked.items.map((item, index) => at(index * pitch, 0, picture(item, 'ink'))),
    at(asked.items.length * pitch + 34, 0, picture(asked.items[asked.asked] ?? [], 'ink')),
    text(asked.items.length * pitch + 14, 37, '?', { anchor: 'middle', class: 'big' }),
    path(`M${asked.asked * pitch} ${6 * cell + 5}h${3 * cell}`, { 'stroke-width': 3 }),
    path(`M${(asked.asked + 1) * pitch} ${6 * cell + 5}h${3 * cell}`, { 'stroke-width': 3, stroke: colour.accent }),
    path(`M${asked.items.length * pitch + 34} ${6 * cell + 5}h${3 * cell}`, { 'stroke-width': 3 }),
  ];
}

/** Vectors over bars that show their priorities. */
function weighted(): Child {
  return [
    picture(
      sorted.input.map(({ bits }) => bits),
      'ink',
    ),
    sorted.input.map(({ priority }, index) => {
      const height = Math.max(1, (priority + 1) * 12);
      return rect(index * cell + 2, 108 - height, cell - 4, height, { fill: colour.ruleStrong });
    }),
  ];
}

export default defineFigure({
  name: 'ntm-tasks',
  title: 'The five tasks, one example of each',
  description:
    `Bits in, bits out. Copy: ${examples.copy.length} vectors of 8 bits come out as they went in. Repeat copy: ` +
    `${examples.repeat.length} vectors come out ${examples.repeat.times} times. Recall: after ${examples.recall.items} ` +
    'items one is shown again, and the item that followed it comes out. N-grams: the chance that the next bit is 1, ' +
    `from the bits so far. Sort: of ${examples.sort.vectors} vectors with priorities, the ${examples.sort.kept} highest in order.`,
  body: () => [
    task(
      0,
      80,
      'Copy',
      'write it back',
      picture(copied, 'ink'),
      picture(copied, 'accent'),
      examples.copy.length * cell,
    ),
    task(
      112,
      80,
      'Repeat copy',
      'so many times',
      [picture(short, 'ink'), text(66, 46, `× ${examples.repeat.times}`, { class: 'big' })],
      picture(repeated(short, examples.repeat.times), 'accent'),
      112,
    ),
    task(224, 66, 'Recall', 'what came next?', items(), picture(asked.answer, 'accent'), 230),
    task(
      326,
      40,
      'N-grams',
      'guess the next bit',
      picture(
        gram.bits.map((bit) => [bit, bit, bit]),
        'ink',
        8,
      ),
      [
        rect(0, 0, gram.bits.length * 5.7, 24, { fill: colour.paper2 }),
        gram.forecast.map((chance, index) =>
          rect(index * 5.7, 24 - 24 * chance, 5.7, 24 * chance, { fill: colour.accent }),
        ),
      ],
      gram.bits.length * 8,
    ),
    task(408, 80, 'Sort', 'by priority', weighted(), picture(sorted.output, 'accent'), 200),
  ],
});
