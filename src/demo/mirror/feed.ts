import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { plainBytes } from './plain-bytes';
import type { Act, News, Snapshot } from './snapshot';

/** A demo that may be copied. */
export interface Original extends ReactiveControllerHost {
  snapshot(): Snapshot;
  act(act: Act): void;
}

/** One and the same thing is sent at most ten times a second, and a large one more rarely: so many bytes a millisecond. */
const SHORTEST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 1000;
const BYTES_PER_MS = 400;
/** Fields that are another object each time they are asked for. */
const MADE_ANEW: ReadonlySet<string> = new Set(['attributes', 'error'] satisfies (keyof Snapshot)[]);

/**
 * Tells copies of a demo what has changed after each of its renderings: at once, unless the same thing was told a moment
 * ago. What changed several times meanwhile is told as it is in the end.
 */
export class Feed implements ReactiveController {
  readonly #sent = new Map<string, unknown>();
  /** When a field may be sent again, in the page's own milliseconds. */
  readonly #notBefore = new Map<string, number>();
  #heard = Number.POSITIVE_INFINITY;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly original: Original,
    private readonly send: (news: News) => void,
  ) {
    original.addController(this);
    this.again();
  }

  /** Tells everything anew: somebody has come who knows nothing. */
  again(): void {
    this.#sent.clear();
    this.#notBefore.clear();
    this.#heard = Number.POSITIVE_INFINITY;
    this.#look();
  }

  /** Has something done, and says so even if nothing came of it. */
  do(act: Act): void {
    this.original.act(act);
    this.#heard = act.turn;
    this.#sent.delete('attributes');
    this.#look();
  }

  end(): void {
    clearTimeout(this.#timer);
    this.original.removeController(this);
  }

  hostUpdated(): void {
    this.#look();
  }

  #look(): void {
    clearTimeout(this.#timer);
    const now = performance.now();
    const changed = fieldsOf(this.original.snapshot()).filter(([field, value]) => !this.#knows(field, value));
    const waiting = changed.filter(([field]) => (this.#notBefore.get(field) ?? 0) > now).map(([field]) => field);
    // What is seen of a result is told with it: a step of a run that has not come yet would be a step of the one before.
    const waits = (field: string) => waiting.includes(field) || (field.startsWith(VIEW) && waiting.includes('result'));
    const ready = changed.filter(([field]) => !waits(field));
    for (const [field, value] of ready) {
      this.#sent.set(field, value);
      const wait = Math.min(LONGEST_WAIT_MS, Math.max(SHORTEST_WAIT_MS, plainBytes(value) / BYTES_PER_MS));
      this.#notBefore.set(field, now + wait);
    }
    if (ready.length > 0) this.send(newsOf(ready, this.#heard));
    if (waiting.length === 0) return;
    const next = Math.min(...waiting.map((field) => this.#notBefore.get(field) as number));
    this.#timer = setTimeout(() => this.#look(), next - now);
  }

  #knows(field: string, value: unknown): boolean {
    if (!this.#sent.has(field)) return false;
    const before = this.#sent.get(field);
    return Object.is(before, value) || (MADE_ANEW.has(field) && JSON.stringify(before) === JSON.stringify(value));
  }
}

type Field = readonly [name: string, value: unknown];

const VIEW = 'view.';

/** Each part of the view counts for itself: a picture is not sent again because a step has changed. */
const fieldsOf = ({ view, ...others }: Snapshot): Field[] => [
  ...Object.entries(others),
  ...Object.entries(view).map(([name, value]) => [VIEW + name, value] as const),
];

function newsOf(fields: readonly Field[], heard: number): News {
  const own = fields.filter(([name]) => !name.startsWith(VIEW));
  const view = fields
    .filter(([name]) => name.startsWith(VIEW))
    .map(([name, value]) => [name.slice(VIEW.length), value]);
  return { ...Object.fromEntries(own), ...(view.length > 0 && { view: Object.fromEntries(view) }), heard };
}
