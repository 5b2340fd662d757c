import { arrow } from './kit/arrow.ts';
import { cell } from './kit/cell.ts';
import { defineFigure } from './kit/figure.ts';
import { value } from './kit/point.ts';
import { type Child, colour, line, number, path, text } from './kit/svg.ts';
import data from './seq2seq.json';
import { distances } from './translation/alignment.ts';

const { english, french } = data.sentence;
const { layers } = data.network;
const length = english.length;
const side = 34;
const pitch = 84;
const left = 20;
const [gridTop, rowPitch] = [52, 48];
const gridBottom = gridTop + (layers - 1) * rowPitch + side;
const centre = (column: number) => left + side / 2 + column * pitch;

/** Where reading ends and writing begins. */
const handover = (centre(length - 1) + centre(length)) / 2;

/** Cells of all layers over time: what comes from below and what comes from the step before meet in each. */
function grid(): Child {
  const steps = Array.from({ length: 2 * length }, (_, column) => column);
  return Array.from({ length: layers }, (_, row) =>
    steps.map((column) => {
      const [x, y] = [centre(column) - side / 2, gridTop + row * rowPitch];
      return [
        cell({ x, y, side, origin: 'learned' }),
        column > 0 &&
          arrow(
            [
              [x - pitch + side + 2, y + side / 2],
              [x - 3, y + side / 2],
            ],
            { head: 7, width: 1.5 },
          ),
        row > 0 && line([centre(column), y], [centre(column), y - rowPitch + side], { 'stroke-width': 1.5 }),
      ];
    }),
  );
}

function words(): Child {
  const style = { anchor: 'middle', face: 'serif', size: 24 } as const;
  return [
    english.toReversed().map((word, column) => [
      text(centre(column), gridBottom + 54, word, style),
      arrow(
        [
          [centre(column), gridBottom + 30],
          [centre(column), gridBottom + 4],
        ],
        { head: 7 },
      ),
    ]),
    french.map((word, column) => [
      text(centre(length + column), 22, word, style),
      arrow(
        [
          [centre(length + column), gridTop - 3],
          [centre(length + column), 30],
        ],
        { head: 7 },
      ),
    ]),
  ];
}

interface Line {
  /** Base line of the words. */
  readonly y: number;
  readonly reversed: boolean;
  readonly label: string;
  readonly bleu: number;
}

/** Both sentences in one line, an arc from each word to its translation, the shortest arc in the section's hue. */
function alignment({ y, reversed, label, bleu }: Line): Child {
  const style = { anchor: 'middle', face: 'serif', size: 24 } as const;
  const steps = distances(length, reversed);
  const shortest = Math.min(...steps);
  const arcs = steps.map((distance, index) => {
    const to = centre(length + index);
    const from = to - distance * pitch;
    const rise = 14 + distance * 8;
    const near = reversed && distance === shortest;
    const d = `M${number(from)} ${y - 22}C${number(from)} ${y - 22 - rise} ${number(to)} ${y - 22 - rise} ${number(to)} ${y - 22}`;
    return path(d, { stroke: near ? colour.accent : colour.ruleStrong, 'stroke-width': near ? 4 : 2 });
  });
  return [
    arcs,
    (reversed ? english.toReversed() : english).map((word, column) => text(centre(column), y, word, style)),
    french.map((word, column) => text(centre(length + column), y, word, style)),
    value([858, y - 42], bleu.toFixed(2), label, { anchor: 'end', ...(reversed ? { fill: colour.accent } : {}) }),
    text(858, y + 4, `${steps.join(', ')} steps`, { anchor: 'end', class: 'muted' }),
  ];
}

export default defineFigure({
  name: 'seq2seq',
  title: 'Four layers of LSTM, the source sentence read backwards',
  description:
    `An LSTM of ${layers} layers reads “${english.toReversed().join(' ')}” and writes “${french.join(' ')}”. Read forwards, every word is ` +
    `${distances(length, false).join(', ')} steps from its translation; backwards ${distances(length, true).join(', ')}: the mean stays, the shortest falls. ` +
    `BLEU of one LSTM rises from ${data.bleu.asWritten} to ${data.bleu.reversed}.`,
  body: () => [
    grid(),
    words(),
    line([handover, gridTop - 14], [handover, gridBottom + 60], {
      stroke: colour.accent,
      'stroke-width': 2,
      'stroke-dasharray': '4 5',
    }),
    text(
      handover + 14,
      gridBottom + 54,
      `${data.network.numbersPerSentence.toLocaleString('en-GB')} numbers cross here`,
      { fill: colour.accent },
    ),
    text(858, gridTop + 22, [`${layers} layers of`, `${data.network.cellsPerLayer.toLocaleString('en-GB')} cells`], {
      anchor: 'end',
      class: 'strong',
    }),
    alignment({ y: 390, reversed: false, label: 'BLEU, as written', bleu: data.bleu.asWritten }),
    alignment({ y: 500, reversed: true, label: 'BLEU, backwards', bleu: data.bleu.reversed }),
  ],
});
