/** What a page remembers between visits. Browsers may forbid it; then nothing is remembered and nothing fails. */
export const store = {
  read(key: string): string | undefined {
    try {
      return localStorage.getItem(key) ?? undefined;
    } catch {
      return undefined;
    }
  },
  /** `undefined` forgets. */
  write(key: string, value: string | undefined): void {
    try {
      if (value === undefined) localStorage.removeItem(key);
      else localStorage.setItem(key, value);
    } catch {
      // The choice then holds for this visit only.
    }
  },
};
