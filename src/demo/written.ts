import { type AttributeSchema, attributeProblem } from './attributes';

/** Reads an element's attributes by its schema. A wrong one counts as missing, and is complained of once. */
export class Written {
  readonly #complained = new Set<string>();

  constructor(
    private readonly element: Element,
    private readonly schema: () => AttributeSchema,
  ) {}

  /** As written, or the default where it is missing or wrong. */
  text(name: string): string {
    return String(this.valid(name) ?? this.schema()[name]?.default ?? '');
  }

  numeric(name: string): number {
    return Number(this.valid(name) ?? this.schema()[name]?.default ?? 0);
  }

  /** Of all attributes that are there. */
  get problems(): string[] {
    return Object.keys(this.schema()).flatMap((name) => {
      const written = this.element.getAttribute(name);
      return (written !== null && attributeProblem(name, written, this.schema())) || [];
    });
  }

  valid(name: string): string | undefined {
    const written = this.element.getAttribute(name);
    if (written === null) return undefined;
    const problem = attributeProblem(name, written, this.schema());
    if (!problem) return written;
    if (!this.#complained.has(name + written)) console.warn(`<${this.element.localName}>: ${problem}`);
    this.#complained.add(name + written);
    return undefined;
  }
}
