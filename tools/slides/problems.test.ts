import { describe, expect, it } from 'vitest';
import { compileFixture, type Edits, fixturePlan, fixtureText, swap } from './fixtures/compile-fixture.ts';

const opening = 'slides/00-opening.md';
const vision = 'slides/01-vision.md';
const data = 'slides/figures/staircase.json';
const demo = '<dl-toy side="3"';

/** A mistake that a writer can make: what it is, the edit that makes it, what is said. */
interface Mistake {
  readonly name: string;
  readonly edits: Edits;
  /** The file, and what stands in the line, that the problem is told at; in its first line by default. */
  readonly at: readonly [file: string, marker?: string];
  readonly says: RegExp;
}

const mistakes: readonly Mistake[] = [
  // Directives and elements
  {
    name: 'an unknown container',
    edits: { [vision]: swap(':::notes\nPause', ':::nots\nPause') },
    at: [vision, ':::nots'],
    says: /no directive “:::nots”.*:::figure, :::notes/,
  },
  {
    name: 'an unknown leaf',
    edits: { [vision]: swap('::bibliography', '::bibliografy') },
    at: [vision, '::bibliografy'],
    says: /no directive “::bibliografy”/,
  },
  {
    name: 'an unknown phrase',
    edits: { [opening]: swap(':marked[15 %]{now="15.3 %"}', ':market[15 %]') },
    at: [opening, ':market'],
    says: /no directive “:market”/,
  },
  {
    name: 'an unknown element',
    edits: { [vision]: swap('Nobody wrote', 'Nobody <blink>wrote</blink>') },
    at: [vision, '<blink>'],
    says: /element “<blink>”/,
  },
  // Demos
  {
    name: 'an unknown demo',
    edits: { [opening]: (text) => text.replaceAll('dl-toy', 'dl-toys') },
    at: [opening, '<dl-toys'],
    says: /no demo “dl-toys”.*dl-toy/,
  },
  {
    name: 'a demo’s tag without an end',
    edits: { [opening]: swap('</dl-toy>', '') },
    at: [opening, demo],
    says: /tag cannot be read/,
  },
  {
    name: 'an unknown attribute',
    edits: { [opening]: swap('side="3"', 'sides="3"') },
    at: [opening, '<dl-toy sides'],
    says: /no attribute “sides”.*side/,
  },
  {
    name: 'a number out of range',
    edits: { [opening]: swap('side="3"', 'side="9"') },
    at: [opening, '<dl-toy'],
    says: /“side” is at most 8/,
  },
  {
    name: 'a word for a number',
    edits: { [opening]: swap('side="3"', 'side="big"') },
    at: [opening, '<dl-toy'],
    says: /“side” is a number/,
  },
  {
    name: 'a value out of the list',
    edits: { [opening]: swap("colour='hue'", "colour='red'") },
    at: [opening, demo],
    says: /“colour” is one of ink, hue/,
  },
  {
    name: 'a value for a flag',
    edits: { [opening]: swap('framed>', 'framed="no">') },
    at: [opening, demo],
    says: /“framed” takes no value/,
  },
  {
    name: 'the compiler’s own attribute',
    edits: { [opening]: swap('side="3"', 'number="7"') },
    at: [opening, '<dl-toy'],
    says: /“number” is set by the compiler/,
  },
  {
    name: 'an attributes file without a schema',
    edits: { 'demos/toy/attributes.ts': swap('attributes =', 'others =') },
    at: ['demos/toy/attributes.ts'],
    says: /no export “attributes”/,
  },
  // Figures
  {
    name: 'a missing figure',
    edits: { [opening]: swap('name=staircase until', 'name=stair until') },
    at: [opening, 'name=stair until'],
    says: /no figure “stair”.*slides\/figures\/stair\.ts/,
  },
  {
    name: 'an undeclared parameter',
    edits: { [opening]: swap('until=2013', 'from=2013') },
    at: [opening, 'from=2013'],
    says: /no parameter "from"/,
  },
  {
    name: 'data that lacks a field',
    edits: { [data]: swap('"errorPercent": 15.3', '"errorPermille": 153') },
    at: [opening, 'until=2013'],
    says: /lacks a field: y came out as NaN/,
  },
  {
    name: 'data that is no JSON',
    edits: { [data]: swap('{', '{,') },
    at: [data],
    says: /no JSON/,
  },
  {
    name: 'a source of data that is not defined',
    edits: { [data]: swap('simonyan2014', 'simonyan2015') },
    at: [data, 'simonyan2015'],
    says: /key “simonyan2015”/,
  },
  {
    name: 'an empty figure',
    edits: { [vision]: (text) => text.replace(/\$\$[\s\S]*```\n/, '') },
    at: [vision, ':::figure\n\nBoth'],
    says: /figure is empty/,
  },
  {
    name: 'a formula that cannot be set',
    edits: { [vision]: swap('\\frac{1}', '\\fract{1}') },
    at: [vision, ':::figure\n$$'],
    says: /KaTeX.*fract/,
  },
  // Links and addresses
  {
    name: 'a broken link',
    edits: { [opening]: swap('(#second)', '(#third)') },
    at: [opening, '(#third)'],
    says: /No slide has the address #third/,
  },
  {
    name: 'a figure’s broken link',
    edits: { 'slides/figures/staircase.ts': swap('#second', '#third') },
    at: [opening, 'until=2013'],
    says: /links to #third/,
  },
  {
    name: 'an address used twice',
    edits: { [vision]: swap('{#formula', '{#second') },
    at: [vision, '{#second'],
    says: /#second is taken. Slide 2 has it \(slides\/00-opening\.md:\d+\)/,
  },
  {
    name: 'a slide without an address',
    edits: { [vision]: swap('{#formula minutes', '{minutes') },
    at: [vision, '{minutes'],
    says: /no address/,
  },
  {
    name: 'a slide with a strange address',
    edits: { [vision]: swap('{#formula minutes', '{#Formula minutes') },
    at: [vision, '{#Formula'],
    says: /“Formula” is no address/,
  },
  // Sources
  {
    name: 'a citation of nothing',
    edits: { [opening]: swap('[@simonyan2014] and', '[@simonyan] and') },
    at: [opening, '[@simonyan] and'],
    says: /key “simonyan”/,
  },
  {
    name: 'a citation of nothing in the second line of a caption',
    edits: { [opening]: swap('[@russakovsky2015, table 2;', '[@russakovsky, table 2;') },
    at: [opening, '[@russakovsky, table'],
    says: /key “russakovsky”/,
  },
  {
    name: 'a citation of nothing in a demo',
    edits: { [opening]: swap('cells** show [@karpathy2014]', 'cells** show [@karpathy]') },
    at: [opening, '[@karpathy]'],
    says: /key “karpathy”/,
  },
  {
    name: 'a malformed citation',
    edits: { [opening]: swap('[@simonyan2014] and', '[@simonyan2014, ] and') },
    at: [opening, '[@simonyan2014, ]'],
    says: /is no citation/,
  },
  {
    name: 'a bibliography of nothing',
    edits: { [vision]: swap('russakovsky2015 simonyan2014', 'russakovsky') },
    at: [vision, '::bibliography'],
    says: /key “russakovsky”/,
  },
  {
    name: 'a quotation without a source',
    edits: { [opening]: swap('> Karpathy [@karpathy2014]', '> Karpathy') },
    at: [opening, '> The ConvNet'],
    says: /quotation has no source/,
  },
  // Parts and lengths
  {
    name: 'no notes',
    edits: { [vision]: swap(':::notes\nPause.\n:::', '') },
    at: [vision, '::slide{#vision'],
    says: /Slide 3 has no notes/,
  },
  {
    name: 'no minutes',
    edits: { [vision]: swap('#vision minutes=1', '#vision') },
    at: [vision, '::slide{#vision'],
    says: /Slide 3 has no minutes/,
  },
  {
    name: 'minutes that do not add up',
    edits: { [vision]: swap('#vision minutes=1', '#vision minutes=2') },
    at: [vision],
    says: /add up to 5\.5\. They must be 4\.5; now opening 1\.5, vision 4/,
  },
  {
    name: 'no headline',
    edits: { [vision]: swap('# References', '') },
    at: [vision, '::slide{#references'],
    says: /Slide 5 has no headline/,
  },
  {
    name: 'a long headline',
    edits: { [vision]: swap('# A formula', '# A formula, a table, a list') },
    at: [vision, '::slide{#formula'],
    says: /headline of slide 4 has 69 characters\. One line holds 62/,
  },
  {
    name: 'a long caption',
    edits: { [vision]: swap('Both come', `${'word '.repeat(32)}Both come`) },
    at: [vision, ':::figure\n$$'],
    says: /caption has 38 words\. Keep it to 35/,
  },
  {
    name: 'a long slide',
    edits: { [vision]: swap('Nobody wrote', `${'word '.repeat(16)}Nobody wrote`) },
    at: [vision, '::slide{#vision'],
    says: /Slide 3 has 23 words\. It holds 20/,
  },
  {
    name: 'an unknown layout',
    edits: { [vision]: swap('layout=opener', 'layout=cover') },
    at: [vision, '::slide{#vision'],
    says: /no layout “cover”/,
  },
  {
    name: 'an unknown attribute of a slide',
    edits: { [vision]: swap('layout=opener', 'lay=opener') },
    at: [vision, '::slide{#vision'],
    says: /no attribute “lay”/,
  },
  {
    name: 'a slide that shows nothing',
    edits: { [vision]: swap(' layout=text', '') },
    at: [vision, '::slide{#references'],
    says: /Slide 5 shows nothing/,
  },
  {
    name: 'a text slide with a figure',
    edits: { [vision]: swap('#formula minutes=1', '#formula minutes=1 layout=text') },
    at: [vision, '::slide{#formula'],
    says: /layout text and a figure/,
  },
  // Files
  {
    name: 'a file without section',
    edits: { [vision]: swap('section: vision\n', '') },
    at: [vision],
    says: /which section.*opening \| vision/,
  },
  {
    name: 'a section without a title',
    edits: { [vision]: swap('title: Vision\n', '') },
    at: [vision],
    says: /no title/,
  },
  {
    name: 'front matter that is no YAML',
    edits: { [vision]: swap('title: Vision', 'title: "Vision') },
    at: [vision],
    says: /no YAML/,
  },
  {
    name: 'text before the first slide',
    edits: { [vision]: swap('::slide{#vision', 'Early.\n\n::slide{#vision') },
    at: [vision, 'Early.'],
    says: /before the first slide/,
  },
  {
    name: 'an extra slide with nothing above it',
    edits: { [vision]: swap('::slide{#vision minutes=1', '::under{#vision') },
    at: [vision, '::under{#vision'],
    says: /Nothing stands above/,
  },
];

describe('what is wrong is told with its place and the way out', () => {
  it('finds nothing wrong in the fixture', async () => {
    expect((await compileFixture()).problems.lines()).toEqual([]);
  });

  it.each(mistakes)('$name', async ({ edits, at: [file, marker], says }) => {
    const problems = (await compileFixture(edits)).problems.lines();
    const place = `${file}:${await lineOf(file, marker, edits)}:`;
    const told = problems.find((line) => line.startsWith(place) && says.test(line));
    expect(told, `at ${place} among:\n${problems.join('\n')}`).toBeDefined();
  });

  it('counts the slides of each section once all are there', async () => {
    const sections = [
      { key: 'opening', slides: 2 },
      { key: 'vision', slides: 2 },
    ];
    const { problems } = await compileFixture({}, { ...fixturePlan, sections });
    expect(problems.lines()).toEqual([
      expect.stringMatching(/01-vision\.md:1:1 .*“vision” has 3 slides\. The talk has 2/),
    ]);
  });

  it('does not count an unfinished talk', async () => {
    const sections = [...fixturePlan.sections, { key: 'words', slides: 7 }];
    const { problems } = await compileFixture({}, { ...fixturePlan, minutes: 30, sections });
    expect(problems.lines()).toEqual([]);
  });

  it('tells all problems at once, in the order of files and lines', async () => {
    const { problems } = await compileFixture({
      [vision]: swap('russakovsky2015 simonyan2014', 'russakovsky'),
      [opening]: swap('name=staircase until', 'name=stair until'),
    });
    expect(problems.toString()).toMatch(/^2 problems in the slides:\n {2}\S*opening\.md:\d+.*\n {2}\S*vision\.md:\d+/);
  });
});

/** The line, from 1, of the marker in the edited file. */
async function lineOf(file: string, marker: string | undefined, edits: Edits): Promise<number> {
  if (marker === undefined) return 1;
  const text = (edits[file] ?? ((same: string) => same))(await fixtureText(file));
  const index = text.indexOf(marker);
  if (index < 0) throw new Error(`${file} has no “${marker}”`);
  return text.slice(0, index).split('\n').length;
}
