/** SHA-256 sums of a model folder: file name → hexadecimal sum. */
export type Sums = ReadonlyMap<string, string>;

/** A model folder whose sums are known. */
export interface ModelFolder {
  /** Absolute address, with a slash at its end. */
  readonly src: string;
  readonly sums: Sums;
}

/** What a session may read: its demo's own folder, and the siblings that it shares with other demos, by name. */
export interface ModelFolders extends ModelFolder {
  readonly siblings: Readonly<Record<string, ModelFolder>>;
}

/** Reads the format of `sha256sum`: sum, two characters, file name. */
export function parseSums(text: string): Sums {
  const sums = new Map<string, string>();
  for (const line of text.split('\n')) {
    const match = /^([0-9a-f]{64}) [ *](?:\.\/)?(.+)$/.exec(line.trim());
    if (match) sums.set(match[2] as string, match[1] as string);
  }
  return sums;
}
