import { arrow } from './kit/arrow.ts';
import { linear } from './kit/axis.ts';
import { defineFigure } from './kit/figure.ts';
import { type Child, colour, line, rect, text } from './kit/svg.ts';
import { milk } from './memory/example.ts';
import { sentenceAt, written } from './memory/words.ts';
import data from './memory-story.json';

const { hops, found, answer } = data.result;
const { facts, question } = milk;
const top = 118;
const pitch = 48;
const column = { first: 420, second: 640, width: 218 };
const baseline = (index: number) => top + 30 + index * pitch;

const signed = (score: number) => score.toFixed(1).replace('-', '−');

/** Scores of all facts as bars about zero, the highest in the section's hue. */
function scores(values: readonly number[], left: number, chosen: number): Child {
  const reach = Math.max(...values.map(Math.abs)) * (Math.min(...values) < -8 ? 1 : 1.6);
  const x = linear([-reach, reach * 0.72], [left, left + column.width - 50]);
  return [
    line([x(0), top], [x(0), top + facts.length * pitch], { stroke: colour.ruleStrong }),
    values.map((score, index) => {
      const y = baseline(index) - 20;
      const best = index === chosen;
      return [
        rect(Math.min(x(0), x(score)), y, Math.abs(x(score) - x(0)), 24, {
          fill: best ? colour.accent : colour.ruleStrong,
        }),
        best && text(x(score) + 9, y + 18, signed(score), { class: 'strong', fill: colour.accent }),
      ];
    }),
  ];
}

/** The way from the first fact to the second look-up, and from the second fact to the answer. */
function way(): Child {
  const [first = 0, second = 0] = found;
  const end = top + facts.length * pitch;
  return [
    text(column.first, 62, 'first look-up', { class: 'strong' }),
    text(column.first, 88, 'for the question', { class: 'muted' }),
    text(column.second, 62, 'second look-up', { class: 'strong' }),
    text(column.second, 88, `and fact ${first + 1}`, { class: 'muted' }),
    arrow(
      [
        [46, end + 8],
        [46, end + 38],
      ],
      { colour: colour.accent, width: 2.5 },
    ),
    text(68, end + 42, answer, { class: 'big', fill: colour.accent }),
    text(68 + answer.length * 17, end + 40, `from facts ${second + 1} and ${first + 1}`, { class: 'muted' }),
  ];
}

const { stories, heldOut, accuracy } = data.training;

export default defineFigure({
  name: 'memory-story',
  title: 'A story, a question, and two look-ups',
  description:
    `${facts.map(written).join(' ')} ${written(question)} The first look-up finds fact ${(found[0] ?? 0) + 1}, the second, ` +
    `for the question and that fact, finds fact ${(found[1] ?? 0) + 1}; the answer is ${answer}. Scores of the first: ` +
    `${hops[0]?.map(signed).join(', ')}; of the second: ${hops[1]?.map(signed).join(', ')}.`,
  height: 522,
  body: () => [
    sentenceAt(0, 30, question, { size: 34 }),
    facts.map((fact, index) => {
      const lit = found.includes(index);
      return [
        line([0, baseline(index) + 15], [390, baseline(index) + 15], { stroke: colour.rule, 'stroke-width': 1 }),
        text(0, baseline(index), String(index + 1), {
          class: lit ? 'strong' : 'muted',
          fill: lit ? colour.accent : undefined,
        }),
        sentenceAt(34, baseline(index), fact, { size: 26, lit: () => lit }),
      ];
    }),
    scores(hops[0] ?? [], column.first, found[0] ?? 0),
    scores(hops[1] ?? [], column.second, found[1] ?? 0),
    way(),
    text(
      0,
      514,
      `A small network of ours, taught with ${stories.toLocaleString('en-GB')} such stories: ${Math.round(accuracy * 100)} % right on ${heldOut.stories} others`,
      { class: 'muted' },
    ),
  ],
});
