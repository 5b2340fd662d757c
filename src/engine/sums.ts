import { DemoError } from './errors';
import { fetchOk } from './fetch-verified';

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

/** @throws DemoError `network` if the folder has no such file, `checksum` if it cannot be read */
export async function fetchSums(src: string): Promise<Sums> {
  const text = await (await fetchOk(new URL('SHA256SUMS', src).href)).text();
  const sums = parseSums(text);
  if (sums.size === 0)
    throw new DemoError('checksum', 'SHA256SUMS holds no sums: is this a model folder?', 'SHA256SUMS');
  return sums;
}
