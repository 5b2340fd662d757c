import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { EngineLost } from './errors';
import { Loss } from './loss';

const lost = new EngineLost('context-lost', 'gone');
const never = new Promise<never>(() => undefined);

describe('the loss of an engine', () => {
  it('ends what waits for an answer, and what asks later', async () => {
    const loss = new Loss();
    const waiting = loss.race(never);
    loss.tell(lost);
    await expect(waiting).rejects.toBe(lost);
    await expect(loss.race(never)).rejects.toBe(lost);
  });

  it('is nothing to what was answered, well or badly', async () => {
    const loss = new Loss();
    expect(await loss.race(Promise.resolve(5))).toBe(5);
    await expect(loss.race(Promise.reject(new Error('no')))).rejects.toThrow('no');
    loss.tell(lost);
  });

  it('is heard once by whoever listens, and not by whoever has left', () => {
    const loss = new Loss();
    const heard: string[] = [];
    loss.listen(() => heard.push('one'));
    loss.listen(() => heard.push('two'))();
    loss.tell(lost);
    loss.tell(lost);
    expect(heard).toEqual(['one']);
  });

  it('keeps no answer', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const loss = new Loss();
    const answered = async () => new WeakRef(await loss.race(Promise.resolve({ large: new Uint8Array(1e6) })));
    const answers = await Promise.all(Array.from({ length: 5 }, answered));
    await new Promise((resolve) => setTimeout(resolve, 10));
    collect();
    expect(answers.map((answer) => answer.deref())).toEqual(Array(5).fill(undefined));
    loss.tell(lost);
  });
});
