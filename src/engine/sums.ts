import { DemoError } from './errors';
import { fetchOk } from './fetch-verified';
import { parseSums, type Sums } from './parse-sums';

/** @throws DemoError `network` if the folder has no such file, `checksum` if it cannot be read */
export async function fetchSums(src: string): Promise<Sums> {
  const text = await (await fetchOk(new URL('SHA256SUMS', src).href)).text();
  const sums = parseSums(text);
  if (sums.size === 0)
    throw new DemoError('checksum', 'SHA256SUMS holds no sums: is this a model folder?', 'SHA256SUMS');
  return sums;
}
