/**
 * Runs the small part of Python that the programs of "Learning to execute" are written in: whole numbers, + - *,
 * one comparison, a choice (`a if b<c else d`), assignments, one-line `for` loops, and `print`.
 *
 *   program    statement, one a line; the last prints
 *   statement  name = choice | name += choice | name -= choice | for name in range(number): statement | print(choice)
 *   choice     sum [if sum < sum else choice]
 *   sum        product {(+|-) product}
 *   product    atom {* atom}
 *   atom       number | name | - atom | (choice)
 */

type Variables = Map<string, number>;

const lexeme = /\s*(\d+|[a-z]+|\+=|-=|[-+*=<>():;])/y;

function tokens(line: string): string[] {
  const found: string[] = [];
  lexeme.lastIndex = 0;
  const end = line.trimEnd().length;
  while (lexeme.lastIndex < end) {
    const at = lexeme.lastIndex;
    const match = lexeme.exec(line);
    if (!match?.[1]) throw new SyntaxError(`unknown character "${line[at]}" in "${line}"`);
    found.push(match[1]);
  }
  return found;
}

/** Reads one line from left to right, computing as it goes: no tree is needed, for nothing is read twice but loops. */
class Line {
  private at = 0;
  private readonly parts: readonly string[];
  private readonly variables: Variables;

  constructor(line: string, variables: Variables) {
    this.parts = tokens(line);
    this.variables = variables;
  }

  /** Carries the statement out; what it printed, if it did. */
  run(): number | undefined {
    const printed = this.statement();
    this.accept(';');
    if (this.at < this.parts.length) throw new SyntaxError(`"${this.parts[this.at]}" after the end of a statement`);
    return printed;
  }

  private statement(): number | undefined {
    if (this.accept('print')) return this.parenthesised();
    if (this.accept('for')) return this.loop();
    const name = this.take();
    const operation = this.take();
    const value = this.choice();
    if (operation === '=') this.variables.set(name, value);
    else if (operation === '+=') this.variables.set(name, this.variable(name) + value);
    else if (operation === '-=') this.variables.set(name, this.variable(name) - value);
    else throw new SyntaxError(`"${operation}" where an assignment was expected`);
    return undefined;
  }

  private loop(): undefined {
    const counter = this.take();
    this.expect('in');
    this.expect('range');
    const times = this.parenthesised();
    this.expect(':');
    const body = this.at;
    // The rest of the line is the loop's body; without a turn it is passed over unread.
    if (times === 0) this.at = this.parts.length;
    for (let turn = 0; turn < times; turn++) {
      this.at = body;
      this.variables.set(counter, turn);
      this.statement();
    }
    return undefined;
  }

  private choice(): number {
    const value = this.sum();
    if (!this.accept('if')) return value;
    const left = this.sum();
    const comparison = this.take();
    if (comparison !== '<' && comparison !== '>') throw new SyntaxError(`"${comparison}" is no comparison`);
    const right = this.sum();
    this.expect('else');
    const otherwise = this.choice();
    return (comparison === '<' ? left < right : left > right) ? value : otherwise;
  }

  private sum(): number {
    let value = this.product();
    for (;;) {
      if (this.accept('+')) value += this.product();
      else if (this.accept('-')) value -= this.product();
      else return value;
    }
  }

  private product(): number {
    let value = this.atom();
    while (this.accept('*')) value *= this.atom();
    return value;
  }

  private atom(): number {
    if (this.parts[this.at] === '(') return this.parenthesised();
    if (this.accept('-')) return -this.atom();
    const part = this.take();
    return /^\d/.test(part) ? Number(part) : this.variable(part);
  }

  private parenthesised(): number {
    this.expect('(');
    const value = this.choice();
    this.expect(')');
    return value;
  }

  private variable(name: string): number {
    const value = this.variables.get(name);
    if (value === undefined) throw new ReferenceError(`name '${name}' is not defined`);
    return value;
  }

  private take(): string {
    const part = this.parts[this.at++];
    if (part === undefined) throw new SyntaxError('the line ends too early');
    return part;
  }

  private accept(part: string): boolean {
    if (this.parts[this.at] !== part) return false;
    this.at++;
    return true;
  }

  private expect(part: string): void {
    const found = this.take();
    if (found !== part) throw new SyntaxError(`"${found}" where "${part}" was expected`);
  }
}

/** What the program prints. Throws a SyntaxError or ReferenceError that says what is wrong, as Python would. */
export function run(lines: readonly string[]): number {
  const variables: Variables = new Map();
  let printed: number | undefined;
  for (const line of lines) printed = new Line(line, variables).run() ?? printed;
  if (printed === undefined) throw new SyntaxError('the program prints nothing');
  return printed;
}
