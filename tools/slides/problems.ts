import { VFile } from 'vfile';

/** A place in a source file; line and column count from 1, the file is named from the project's top. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Gathers everything that is wrong before anything fails, so that one build tells an author all of it. */
export class Problems {
  readonly #files = new Map<string, VFile>();

  /**
   * Adds a problem, unless the same was said of the same place: both faces read the same text.
   * @param advice What to do about it, as a sentence.
   */
  add(place: Place, what: string, advice: string): void {
    const file = this.#files.get(place.file) ?? new VFile({ path: place.file });
    this.#files.set(place.file, file);
    const { line, column } = place;
    if (file.messages.some((told) => told.reason === what && told.line === line && told.column === column)) return;
    const message = file.message(what, { place: { line, column } });
    message.note = advice;
  }

  get count(): number {
    return [...this.#files.values()].reduce((sum, file) => sum + file.messages.length, 0);
  }

  /** One line a problem, `slides/01-vision.md:12:1  what. advice`, in the order of the files and their lines. */
  lines(): string[] {
    const files = [...this.#files.values()].sort((a, b) => a.path.localeCompare(b.path));
    return files.flatMap((file) =>
      [...file.messages]
        .sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0))
        .map(({ line, column, reason, note }) => `${file.path}:${line}:${column}  ${reason}. ${note}`),
    );
  }

  toString(): string {
    const count = this.count === 1 ? 'One problem' : `${this.count} problems`;
    return [`${count} in the slides:`, ...this.lines().map((line) => `  ${line}`)].join('\n');
  }
}
