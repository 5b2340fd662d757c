import { describe, expect, it } from 'vitest';
import { offlineWords, updateWords } from './state';

describe('what a page says about working offline', () => {
  it('is nothing where nothing can be done', () => {
    expect(offlineWords({ kind: 'silent' }) + updateWords('none')).toBe('');
  });

  it('counts in megabytes', () => {
    expect(offlineWords({ kind: 'keeping', loaded: 11_600_000, bytes: 33_900_000 })).toContain(
      '12\u00a0MB of 34\u00a0MB',
    );
    expect(offlineWords({ kind: 'ready', bytes: 33_900_000 })).toBe('Ready for offline, 34\u00a0MB');
    expect(offlineWords({ kind: 'offered', bytes: 20 })).toContain('1\u00a0MB');
  });

  it('promises nothing when it was stopped', () => {
    for (const why of ['network', 'room'] as const)
      expect(offlineWords({ kind: 'stopped', why, bytes: 1e6 })).toMatch(/^Not /);
  });
});
