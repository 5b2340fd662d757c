/**
 * One line of mathematics in the serif: single letters italic, words and signs upright, with sub- and superscripts.
 * The serif has no Greek, nor all operators: those come from KaTeX's faces, which the site carries for its prose.
 */
import { type Attributes, type Colour, el, type Markup } from './svg.ts';

export interface FormulaOptions {
  /** Pixels of the main line, 26 by default; scripts are 18. */
  readonly size?: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly fill?: Colour;
}

type Slope = 'italic' | 'upright' | 'greek' | 'sign';

interface Run {
  readonly words: string;
  readonly slope: Slope;
  /** Pixels below the base line. */
  readonly drop: number;
  readonly small: boolean;
}

const scriptSize = 18;

const faces: Record<Slope, Attributes> = {
  italic: { 'font-style': 'italic' },
  upright: {},
  greek: { 'font-family': 'KaTeX_Math, var(--serif)', 'font-style': 'italic' },
  sign: { 'font-family': 'KaTeX_Main, var(--serif)' },
};

/**
 * A formula at the base line (x, y). `_` and `^` set the next character, or the next group in braces, as a script:
 * `X_{ij}`, `e^x`. Scripts must not be nested.
 */
export function formula(x: number, y: number, source: string, options: FormulaOptions = {}): Markup {
  const { size = 26, anchor = 'start', fill } = options;
  let drop = 0;
  const spans = runsOf(source, size).map((run) => {
    const dy = run.drop - drop;
    drop = run.drop;
    return el(
      'tspan',
      { 'font-size': run.small ? scriptSize : size, ...faces[run.slope], dy: dy !== 0 && dy },
      run.words,
    );
  });
  const style = { 'font-family': 'var(--serif)', 'font-weight': 400, fill };
  return el('text', { x, y, 'text-anchor': anchor !== 'start' && anchor }, el('tspan', style, spans));
}

/** The formula cut into pieces of one height and one slope. Throws a RangeError at a brace that is not closed. */
function runsOf(source: string, size: number): Run[] {
  const pieces = source.match(/[_^]\{[^{}]*\}|[_^][^{}]|[^_^{}]+/g) ?? [];
  if (pieces.join('') !== source) throw new RangeError(`the formula "${source}" has a brace or script out of place`);
  return pieces.flatMap((piece) => {
    const script = /^[_^]/.test(piece);
    const drop = !script ? 0 : piece.startsWith('_') ? Math.round(size * 0.24) : -Math.round(size * 0.36);
    const words = script ? piece.slice(1).replace(/[{}]/g, '') : piece;
    return slopes(words).map((part) => ({ ...part, drop, small: script }));
  });
}

/** A letter that stands alone is a variable, and so are the indices ij; longer words are names such as `log`. */
function slopes(words: string): { words: string; slope: Slope }[] {
  const parts = words.match(/[α-ω]|[ΣΠ⊙]|[a-zA-Z]\p{M}*(?:[a-zA-Z]\p{M}*)*|[^a-zA-Zα-ωΣΠ⊙]+/gu) ?? [];
  const slopeOf = (part: string): Slope => {
    if (/^[α-ω]$/.test(part)) return 'greek';
    if (/^[ΣΠ⊙]$/.test(part)) return 'sign';
    return /^(?:[a-zA-Z]\p{M}*|ij)$/u.test(part) ? 'italic' : 'upright';
  };
  return parts.map((part) => ({ words: part, slope: slopeOf(part) }));
}
