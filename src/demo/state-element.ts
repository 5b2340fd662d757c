import { LitElement } from 'lit';
import { type AttributeSchema, commonAttributes, stateNames } from './attributes';
import { LinkButton } from './link/link-button';
import { readState, type State } from './link/state';
import { Written } from './written';

/** Attributes by name; null takes one away. */
export type StateChange = Readonly<Record<string, string | null>>;

/** Letters of a problem that are said in place; the console has all of it. */
const LONGEST_SAID = 60;

/** An element whose attributes are its state: read by a schema, written back when a person sets something, kept in links. */
export abstract class StateElement extends LitElement {
  /** The demo's own attributes; the common ones come on top. */
  static readonly attributeSchema: AttributeSchema = {};

  /** “Copy link”, for the frame. */
  protected readonly link = new LinkButton(this, () => this.unlinked);
  /** What was wrong with the link that this state was to come from, until somebody sets another. */
  protected linkProblem: string | undefined;
  readonly #written = new Written(this, () => this.#schema);
  /** Attributes are being written that nobody has set by hand. */
  #writing = false;

  static schema(): AttributeSchema {
    return { ...commonAttributes, ...this.attributeSchema };
  }

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, ...Object.keys(this.schema())];
  }

  /** Attributes that hold the state, as written. */
  get heldState(): State {
    const held = this.stateNames.filter((name) => this.hasAttribute(name));
    return Object.fromEntries(held.map((name) => [name, this.getAttribute(name) as string]));
  }

  /** The same as a link needs it: without what is wrong, or so by default. */
  get linkedState(): State {
    const isDefault = (name: string, value: string) => value === String(this.#schema[name]?.default);
    const told = Object.entries(this.heldState).filter(
      ([name, value]) => this.#written.valid(name) !== undefined && !isDefault(name, value),
    );
    return Object.fromEntries(told);
  }

  /** Takes up the state that a link holds. What of it cannot be used is left out, said in place, and warned of once. */
  openState(parameters: URLSearchParams): void {
    const { state, whole, problems } = readState(parameters, this.#schema);
    const names = whole ? this.stateNames : Object.keys(state);
    this.write(Object.fromEntries(names.map((name) => [name, state[name] ?? null])));
    const [first] = problems;
    if (first === undefined) return;
    const others = problems.length > 1 ? `, and ${problems.length - 1} more` : '';
    const used = Object.keys(state).length > 0 ? 'Link used in part' : 'Link not used';
    this.linkProblem = `${used}: ${inShort(first)}${others}.`;
    console.warn(`<${this.localName}>: ${used.toLowerCase()}: ${problems.join('; ')}`);
    this.requestUpdate();
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (old === value) return;
    this.requestUpdate(name, old);
    if (this.#writing || !this.stateNames.includes(name)) return;
    this.linkProblem = undefined;
    this.stateSet(name, value);
  }

  /** What is wrong with the attributes as they stand, for the one who wrote them; the defaults hold meanwhile. */
  protected get attributeProblems(): string | undefined {
    return this.#written.problems.join('; ') || undefined;
  }

  /** A string attribute as written, or its default where it is missing or wrong. */
  protected text(name: string): string {
    return this.#written.text(name);
  }

  protected numeric(name: string): number {
    return this.#written.numeric(name);
  }

  /** What is shown and does not go into a link, such as 'your picture'. */
  protected get unlinked(): string | undefined {
    return undefined;
  }

  protected get stateNames(): readonly string[] {
    return stateNames((this.constructor as typeof StateElement).attributeSchema);
  }

  /** An attribute of the state was set here, not by `write`. */
  protected stateSet(_name: string, _value: string | null): void {}

  /** Sets attributes of the state as a link or another window has them. */
  protected write(values: StateChange): void {
    this.#writing = true;
    for (const [name, value] of Object.entries(values)) {
      if (!this.stateNames.includes(name)) continue;
      if (value === null) this.removeAttribute(name);
      else this.setAttribute(name, value);
    }
    this.#writing = false;
  }

  get #schema(): AttributeSchema {
    return (this.constructor as typeof StateElement).schema();
  }
}

/** A status line has room for the problem, not for whatever a stranger wrote into the link, nor for all that there is. */
const inShort = (problem: string): string => {
  const said = problem.split('; ')[0] ?? '';
  return said.length > LONGEST_SAID ? `${said.slice(0, LONGEST_SAID - 1)}…` : said;
};
