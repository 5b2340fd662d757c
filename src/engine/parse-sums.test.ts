import { describe, expect, it } from 'vitest';
import { parseSums } from './parse-sums';

const SUM = 'a'.repeat(64);

describe('parseSums', () => {
  it('reads what sha256sum writes, in text and binary mode', () => {
    const sums = parseSums(`${SUM}  model.json\n${SUM} *./shards/group1-shard1of1.bin\r\n`);
    expect([...sums.keys()]).toEqual(['model.json', 'shards/group1-shard1of1.bin']);
  });
  it('reads nothing from another file', () => {
    expect(parseSums('<!doctype html>').size).toBe(0);
  });
});
