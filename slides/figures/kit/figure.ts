/** What a static figure is, and the helper that makes one from its body. */
import { type Child, el } from './svg.ts';

/** A parameter that a slide may set, with every value it may take. */
export interface Parameter {
  readonly values: readonly [string, ...string[]];
  /** Taken when the slide says nothing; without it the slide must choose. */
  readonly default?: string;
}

export type Parameters = Readonly<Record<string, Parameter>>;

/** The values a figure's body gets: one of the declared ones for each parameter. */
export type Values<P extends Parameters> = { readonly [Name in keyof P]: P[Name]['values'][number] };

/** The default export of `slides/figures/NAME.ts`. Runs in Node at build time; needs no browser. */
export interface Figure {
  /** A short name for screen readers. */
  readonly title: string;
  /** What a person who cannot see the figure should learn from it. */
  readonly description: string | ((parameters: Readonly<Record<string, string>>) => string);
  readonly parameters: Parameters;
  /** One inline `<svg>`. Throws a RangeError that names the parameter when it is unknown, missing or out of range. */
  draw(parameters?: Readonly<Record<string, string>>): string;
}

export interface Definition<P extends Parameters> {
  /** The file's name without `.ts`; begins every id in the drawing. */
  readonly name: string;
  readonly title: string;
  readonly description: string | ((parameters: Values<P>) => string);
  readonly parameters?: P;
  /** User units, which are slide pixels: 858 by default (1152 on the title, 824 on an opener). */
  readonly width?: number;
  /** 528 by default, the whole stage; less where a figure needs less. */
  readonly height?: number;
  /** `halo` gives each label an outline of paper; openers, which stand on a ground, go without. True by default. */
  readonly halo?: boolean;
  /** True when the figure holds links: its content then stays open to screen readers and the keyboard. */
  readonly interactive?: boolean;
  readonly body: (parameters: Values<P>) => Child;
}

/** Checks what a slide gave against what the figure declares, and fills in defaults. */
function choose<P extends Parameters>(name: string, declared: P, given: Readonly<Record<string, string>>): Values<P> {
  const unknown = Object.keys(given).find((key) => !(key in declared));
  if (unknown) {
    const known = Object.keys(declared).join(', ') || 'none';
    throw new RangeError(`figure ${name} has no parameter "${unknown}" (it has: ${known})`);
  }
  const chosen = Object.entries(declared).map(([key, parameter]) => {
    const value = given[key] ?? parameter.default;
    if (value === undefined || !parameter.values.includes(value)) {
      const found = value === undefined ? 'is missing' : `is "${value}"`;
      throw new RangeError(`figure ${name}: ${key} ${found}; it must be one of ${parameter.values.join(', ')}`);
    }
    return [key, value];
  });
  return Object.fromEntries(chosen) as Values<P>;
}

/**
 * A figure from its body. The `<svg>` around it gets the size, `title` and `desc` for screen readers, and ids that
 * begin with the figure's name and parameters, so that one page may hold the same figure in several versions.
 */
export function defineFigure<const P extends Parameters = Record<never, never>>(definition: Definition<P>): Figure {
  const { name, title, width = 858, height = 528, halo = true, interactive = false } = definition;
  const declared = definition.parameters ?? ({} as P);
  const inWords = (values: Values<P>) =>
    typeof definition.description === 'string' ? definition.description : definition.description(values);
  return {
    title,
    description: (given) => inWords(choose(name, declared, given)),
    parameters: declared,
    draw(given = {}) {
      const values = choose(name, declared, given);
      const id = [name, ...Object.values(values)].join('-');
      const attributes = {
        class: halo ? 'chart halo' : 'chart',
        viewBox: `0 0 ${width} ${height}`,
        width,
        height,
        role: interactive ? 'group' : 'img',
        'aria-labelledby': `${id}-title`,
        'aria-describedby': `${id}-desc`,
      };
      const names = [el('title', { id: `${id}-title` }, title), el('desc', { id: `${id}-desc` }, inWords(values))];
      return el('svg', attributes, names, definition.body(values)).markup;
    },
  };
}

/** Every combination of declared values, for tests and for contact sheets. */
export function combinations(parameters: Parameters): Record<string, string>[] {
  return Object.entries(parameters).reduce<Record<string, string>[]>(
    (sofar, [key, { values }]) => sofar.flatMap((taken) => values.map((value) => ({ ...taken, [key]: value }))),
    [{}],
  );
}
