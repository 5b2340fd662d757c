/**
 * Random programs of the task of Zaremba and Sutskever (2014, section 3): they can be read once, from left to right,
 * with a memory of one running value, which each operation takes up and hands on.
 */
import { integer, pick, type Random } from '../kit/random.ts';
import { run } from './interpreter.ts';

export interface Difficulty {
  /** Most digits of a number: numbers are drawn from 1 to 10^length. */
  readonly length: number;
  /** How many operations are joined, each using the result of the last. */
  readonly nesting: number;
}

export interface Program {
  /** Python, one statement a line; the last prints. */
  readonly lines: readonly string[];
  /** What it prints, as the interpreter finds. */
  readonly target: number;
}

const names = 'abcdefghijklmnopqrstuvwyz';
const loopCounter = 'x';

class Writer {
  readonly lines: string[] = [];
  /** The expression that stands for the result so far. */
  private running: string | undefined;
  private readonly unused = [...names];
  private readonly random: Random;
  private readonly length: number;

  constructor(random: Random, length: number) {
    this.random = random;
    this.length = length;
  }

  /** Joins one more operation, each kind as likely as the others. */
  extend(): void {
    const kinds = [this.addition, this.product, this.assignment, this.loop, this.choice];
    this.running = pick(this.random, kinds).call(this);
  }

  finish(): Program {
    const lines = [...this.lines, `print(${this.running ?? this.number()})`];
    return { lines, target: run(lines) };
  }

  private addition(): string {
    const [left, right] = this.operands(2);
    return `(${left}${this.sign()}${right})`;
  }

  private product(): string {
    const factors = [this.operands(1)[0], String(this.small())];
    if (this.random() < 0.5) factors.reverse();
    return `(${factors.join('*')})`;
  }

  private assignment(): string {
    const name = this.newName();
    const [value, other] = this.operands(2);
    this.lines.push(`${name}=${value}`);
    return `(${name}${this.sign()}${other})`;
  }

  private loop(): string {
    const name = this.newName();
    const [start, step] = this.operands(2);
    this.lines.push(`${name}=${start}`);
    this.lines.push(`for ${loopCounter} in range(${this.small()}):${name}${this.sign()}=${step}`);
    return name;
  }

  private choice(): string {
    const [value, left, right, otherwise] = this.operands(4);
    const comparison = pick(this.random, ['<', '>']);
    return `(${value} if ${left}${comparison}${right} else ${otherwise})`;
  }

  /** The running result at a random place, fresh numbers at the others. */
  private operands(count: number): string[] {
    const operands = Array.from({ length: count }, () => this.number());
    if (this.running !== undefined) operands[integer(this.random, 0, count - 1)] = this.running;
    return operands;
  }

  private number(): string {
    return String(integer(this.random, 1, 10 ** this.length));
  }

  /** One factor and the turns of a loop stay small, as in the paper, or targets would grow beyond reach. */
  private small(): number {
    return integer(this.random, 1, 4 * this.length);
  }

  private sign(): string {
    return pick(this.random, ['+', '-']);
  }

  private newName(): string {
    const [name] = this.unused.splice(integer(this.random, 0, this.unused.length - 1), 1);
    if (name === undefined) throw new RangeError('the program has used up every name');
    return name;
  }
}

/** One program. Throws a RangeError when length or nesting is no whole number of at least 1. */
export function generate({ length, nesting }: Difficulty, random: Random): Program {
  for (const [name, value] of Object.entries({ length, nesting })) {
    if (!Number.isInteger(value) || value < 1) throw new RangeError(`${name} is ${value}; it must be 1 or more`);
  }
  const writer = new Writer(random, length);
  for (let operation = 0; operation < nesting; operation++) writer.extend();
  return writer.finish();
}

/** The program as the network reads it, character by character, and the answer it must write: digits, then a full stop. */
export function asText({ lines, target }: Program): { readonly input: string; readonly answer: string } {
  return { input: `${lines.join('\n')}\n`, answer: `${target}.` };
}
