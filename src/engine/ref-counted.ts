interface Entry<T> {
  users: number;
  readonly abort: AbortController;
  readonly value: Promise<T>;
}

export interface Lease<T> {
  readonly value: Promise<T>;
  /** Idempotent. The last release closes the value, or cancels its opening. */
  release(): void;
}

/**
 * Keeps one value per key while somebody uses it.
 *
 * A value is opened at its first lease and closed after its last. One that fails to open leaves at once, so that the
 * next lease tries again.
 */
export class RefCounted<T> {
  readonly #entries = new Map<string, Entry<T>>();

  constructor(
    private readonly open: (key: string, signal: AbortSignal) => Promise<T>,
    private readonly close: (value: T) => void,
  ) {}

  get size(): number {
    return this.#entries.size;
  }

  lease(key: string): Lease<T> {
    const entry = this.#entries.get(key) ?? this.#add(key);
    entry.users += 1;
    let held = true;
    const release = () => {
      if (!held) return;
      held = false;
      entry.users -= 1;
      if (entry.users === 0) this.#drop(key, entry);
    };
    return { value: entry.value, release };
  }

  #add(key: string): Entry<T> {
    const abort = new AbortController();
    const value = this.open(key, abort.signal);
    const entry: Entry<T> = { users: 0, abort, value };
    this.#entries.set(key, entry);
    value.catch(() => this.#forget(key, entry));
    return entry;
  }

  #drop(key: string, entry: Entry<T>): void {
    this.#forget(key, entry);
    entry.abort.abort();
    entry.value.then(this.close, () => undefined);
  }

  #forget(key: string, entry: Entry<T>): void {
    if (this.#entries.get(key) === entry) this.#entries.delete(key);
  }
}
