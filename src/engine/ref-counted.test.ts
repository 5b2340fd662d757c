import { describe, expect, it, vi } from 'vitest';
import { RefCounted } from './ref-counted';

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('RefCounted', () => {
  it('opens once for all who hold it, and closes after the last', async () => {
    const open = vi.fn(async (key: string) => key.toUpperCase());
    const close = vi.fn();
    const store = new RefCounted<string>(open, close);
    const [one, two] = [store.lease('a'), store.lease('a')];
    expect(await one.value).toBe('A');
    one.release();
    one.release();
    await settle();
    expect(close).not.toHaveBeenCalled();
    two.release();
    await settle();
    expect(close).toHaveBeenCalledExactlyOnceWith('A');
    expect(open).toHaveBeenCalledTimes(1);
    expect(store.size).toBe(0);
  });

  it('forgets what failed to open, so that the next lease tries again', async () => {
    const open = vi.fn().mockRejectedValueOnce(new Error('no')).mockResolvedValueOnce('A');
    const store = new RefCounted<string>(open, () => undefined);
    const first = store.lease('a');
    await expect(first.value).rejects.toThrow('no');
    const second = store.lease('a');
    first.release();
    expect(await second.value).toBe('A');
    expect(store.size).toBe(1);
  });

  it('cancels an opening that nobody waits for any more', async () => {
    let signal: AbortSignal | undefined;
    const store = new RefCounted<string>(
      (_, given) => {
        signal = given;
        return new Promise(() => undefined);
      },
      () => undefined,
    );
    store.lease('a').release();
    expect(signal?.aborted).toBe(true);
  });
});
