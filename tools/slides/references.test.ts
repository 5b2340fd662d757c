import { describe, expect, it } from 'vitest';
import { longForm, type Reference, shortForm } from './references.ts';

const paper: Reference = {
  id: 'fukushima1980',
  type: 'article-journal',
  title: 'Neocognitron',
  author: [{ family: 'Fukushima', given: 'Kunihiko' }],
  issued: { 'date-parts': [[1980]] },
  'container-title': 'Biological Cybernetics',
  volume: '36',
  issue: '4',
  page: '193-202',
  URL: 'https://example.org/?a=1&b=2',
};

function by(...families: string[]): Reference {
  return { ...paper, author: families.map((family) => ({ family, given: 'Ming-Wei C.' })) };
}

describe('shortForm', () => {
  it.each([
    [by('Fukushima'), 'Fukushima, 1980'],
    [by('Graves', 'Jaitly'), 'Graves and Jaitly, 1980'],
    [by('Graves', 'Wayne', 'Danihelka'), 'Graves et al., 1980'],
    [{ ...paper, author: [{ literal: 'Stanford University' }] }, 'Stanford University, 1980'],
    [{ ...paper, author: [{ family: 'Wu' }, { literal: 'and others' }] }, 'Wu et al., 1980'],
    [{ ...paper, author: [] }, '“Neocognitron”, 1980'],
  ])('names one author, two, or the first of many', (reference, expected) => {
    expect(shortForm(reference)).toBe(expected);
  });

  it('leaves out a year that is not known', () => {
    const { issued: _, ...undated } = paper;
    expect(shortForm(undated)).toBe('Fukushima');
  });
});

describe('longForm', () => {
  it('has authors, linked title, venue, pages and year', () => {
    expect(longForm(paper, 3)).toBe(
      'K. Fukushima. <cite><a href="https://example.org/?a=1&amp;b=2" target="_blank" rel="noopener">Neocognitron</a></cite>. ' +
        'Biological Cybernetics 36(4): 193–202, 1980.',
    );
  });

  it('keeps hyphens in initials and stops at the most authors', () => {
    expect(longForm(by('One', 'Two', 'Three'), 3)).toMatch(
      /^M\.-W\. C\. One, M\.-W\. C\. Two and M\.-W\. C\. Three\. /,
    );
    expect(longForm(by('One', 'Two', 'Three'), 2)).toMatch(/^M\.-W\. C\. One et al\. /);
  });

  it('sets no second full stop after a question', () => {
    expect(longForm({ ...paper, title: 'Is it?' }, 3)).toContain('Is it?</a></cite> Biological');
  });

  it('names the archive of a paper without a venue', () => {
    const { 'container-title': _c, volume: _v, issue: _i, page: _p, ...preprint } = paper;
    expect(longForm({ ...preprint, publisher: 'arXiv', number: 'arXiv:1409.3215' }, 3)).toMatch(
      /arXiv:1409\.3215, 1980\.$/,
    );
  });

  it('escapes what would be markup', () => {
    expect(longForm({ ...paper, title: 'a < b' }, 3)).toContain('a &lt; b');
  });
});
