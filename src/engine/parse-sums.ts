/** SHA-256 sums of a model folder: file name → hexadecimal sum. */
export type Sums = ReadonlyMap<string, string>;

/** Reads the format of `sha256sum`: sum, two characters, file name. */
export function parseSums(text: string): Sums {
  const sums = new Map<string, string>();
  for (const line of text.split('\n')) {
    const match = /^([0-9a-f]{64}) [ *](?:\.\/)?(.+)$/.exec(line.trim());
    if (match) sums.set(match[2] as string, match[1] as string);
  }
  return sums;
}
