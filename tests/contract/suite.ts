import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { DemoElements } from '../../doors';
import type { DemoElement } from '../../src/demo/demo-element';
import { engineFor } from '../../src/engine/engines';
import type { BackendName } from '../../src/engine/protocol';
import { frames, heard, requestsSoFar, until } from '../support/page';

/**
 * What every demo owes its page, whatever it shows. Each demo brings one small piece of work (`exercise.ts`); the rest is
 * the same for all.
 */

type AnyDemo = DemoElement<unknown, unknown>;
type Exercise = (element: AnyDemo) => Promise<string>;

const exercises = import.meta.glob<Exercise>('../../demos/*/exercise.ts', { import: 'exercise', eager: true });

const reached = (demo: AnyDemo, state: string) => until(() => demo.state === state, state);

/** Runs every demo through its contract on each backend, in whichever place the engines were configured for. */
export function contractSuite(elements: DemoElements, place: 'worker' | 'page'): void {
  /** Both hosts run the same sessions; the long count is needed once. */
  const passes = place === 'worker' ? 50 : 5;

  it('every demo brings an exercise', () => {
    expect(
      Object.keys(exercises)
        .map((path) => path.split('/').at(-2))
        .sort(),
    ).toEqual([...elements.keys()].sort());
  });

  describe.each([...elements.keys()])('dl-%s', (name) => {
    const exercise = exercises[`../../demos/${name}/exercise.ts`] as Exercise;
    beforeAll(async () => {
      await elements.get(name)?.();
    });

    describe.each<BackendName>(['wasm', 'webgl'])('on %s', (backend) => {
      let demo: AnyDemo;
      const make = (attributes: Record<string, string> = {}) => {
        demo = document.createElement(`dl-${name}`) as AnyDemo;
        for (const [key, value] of Object.entries({ backend, ...attributes })) demo.setAttribute(key, value);
        document.body.append(demo);
        return demo;
      };
      const broken = (kind: string) => make({ src: `/broken/${kind}/models/${name}/` });
      const tensors = async () => (await engineFor(backend).usage())?.numTensors;
      let before: number | undefined;

      beforeAll(async () => {
        await make().load();
        demo.dispose();
        await demo.disposed;
        demo.remove();
        before = await tensors();
      });
      afterEach(async () => {
        demo.dispose();
        await demo.disposed;
        demo.remove();
        const usage = await engineFor(backend).usage();
        expect(usage?.sessions ?? 0).toBe(0);
        expect(usage?.models ?? 0).toBe(0);
        expect(usage?.numTensors ?? before).toBe(before);
      });

      it('stands still until it is asked', async () => {
        make();
        await frames(5);
        expect(demo.state).toBe('idle');
        expect(demo.getAttribute('state')).toBe('idle');
        expect((await engineFor(backend).usage())?.sessions ?? 0).toBe(0);
        expect(demo.shadowRoot?.querySelector('[part~="status"]')?.textContent).toContain('Still');
      });

      it('ignores what idle does not allow', () => {
        make();
        demo.run();
        demo.pause();
        demo.reset();
        demo.dispose();
        expect(demo.state).toBe('idle');
      });

      it('loads, runs, pauses, and is put away', async () => {
        make();
        const states: string[] = [];
        demo.addEventListener('dl-statechange', (event) => states.push((event as CustomEvent).detail.state));
        await Promise.all([demo.load(), demo.load()]);
        await frames(2);
        const status = demo.shadowRoot?.querySelector('[part~="status"]')?.textContent;
        expect(status?.includes('in the page')).toBe(place === 'page');
        demo.run();
        demo.run();
        demo.pause();
        demo.pause();
        demo.reset();
        demo.dispose();
        expect(states).toEqual(['loading', 'ready', 'running', 'ready', 'idle']);
      });

      it('tells its progress, all the way', async () => {
        const fractions: number[] = [];
        make().addEventListener('dl-progress', (event) => fractions.push((event as CustomEvent).detail.fraction));
        await demo.load();
        await frames(2);
        expect(fractions.length).toBeGreaterThan(1);
        expect([...fractions].sort((a, b) => a - b)).toEqual(fractions);
        expect(fractions.at(-1)).toBeGreaterThan(0.9);
      });

      it('remembers run() while loading, and pause() forgets it', async () => {
        make();
        const loading = demo.load();
        demo.run();
        demo.pause();
        await loading;
        expect(demo.state).toBe('ready');
        demo.dispose();
        const again = demo.load();
        demo.run();
        await again;
        expect(demo.state).toBe('running');
      });

      it('does its work, loading first, twice the same, in order', async () => {
        make();
        const result = heard(demo, 'dl-result');
        const order: number[] = [];
        const [one, two] = await Promise.all([
          exercise(demo).finally(() => order.push(1)),
          exercise(demo).finally(() => order.push(2)),
        ]);
        expect(one).not.toBe('');
        expect(two).toBe(one);
        expect(order).toEqual([1, 2]);
        expect((await result).detail).toMatchObject({ backend });
      });

      it('is put away while loading', async () => {
        broken('stalled');
        const loading = demo.load().catch((error) => error);
        await frames(10);
        demo.dispose();
        expect(demo.state).toBe('idle');
        expect(await loading).toMatchObject({ name: 'DemoError' });
      });

      it('is put away while running, in the middle of a step', async () => {
        make();
        await demo.load();
        demo.run();
        const work = exercise(demo).catch((error) => error);
        await frames(2);
        demo.dispose();
        expect(demo.state).toBe('idle');
        const outcome = await work;
        expect(typeof outcome === 'string' || outcome.name === 'DemoError').toBe(true);
      });

      it('loses nothing when it is moved, and is put away when it is gone', async () => {
        make();
        await demo.load();
        const section = document.createElement('section');
        document.body.append(section);
        section.append(demo);
        await frames(5);
        expect(demo.state).toBe('ready');
        section.remove();
        await until(() => demo.state === 'idle', 'idle');
      });

      it('pauses while its tab is hidden', async () => {
        make();
        await demo.load();
        demo.run();
        const hide = (hidden: boolean) => {
          Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
          document.dispatchEvent(new Event('visibilitychange'));
        };
        try {
          hide(true);
          expect(demo.state).toBe('ready');
          hide(false);
          expect(demo.state).toBe('running');
        } finally {
          Reflect.deleteProperty(document, 'hidden');
        }
      });

      it.each([
        ['missing', ['network']],
        ['truncated', ['network', 'checksum']],
        ['altered', ['checksum']],
        ['unsummed', ['network']],
      ])('says so when its weights are %s', async (kind, codes) => {
        broken(kind);
        const told = heard(demo, 'dl-error');
        await expect(demo.load()).rejects.toMatchObject({ name: 'DemoError' });
        expect(codes).toContain((await told).detail.code);
        expect(demo.state).toBe('error');
        await frames(2);
        expect(demo.shadowRoot?.querySelector('[part~="status"]')?.textContent).toContain('Stopped');
        expect(demo.shadowRoot?.querySelector('.report')?.textContent?.length).toBeGreaterThan(20);
      });

      it('loads after a failure when asked again', async () => {
        await fetch('/broken/reset');
        broken('flaky');
        for (let tries = 0; tries < 12 && demo.state !== 'ready'; tries++) await demo.load().catch(() => undefined);
        expect(demo.state).toBe('ready');
      });

      it('is mended after a lost context, with the same answer, asking the server nothing', async (context) => {
        if (backend === 'wasm') context.skip('the CPU has no context to lose');
        make();
        const answer = await exercise(demo);
        demo.run();
        const told = heard(demo, 'dl-error');
        const asked = await requestsSoFar();
        const start = performance.now();
        await engineFor(backend).loseContext();
        expect((await told).detail).toMatchObject({ code: 'context-lost', mending: true });
        expect(performance.now() - start).toBeLessThan(1000);
        await reached(demo, 'running');
        expect(await exercise(demo)).toBe(answer);
        expect(await requestsSoFar()).toBe(asked);
      });

      it(`leaks nothing while its reader goes by ${passes} times`, { timeout: 900_000 }, async () => {
        make();
        const pass = async () => {
          demo.intend('near');
          await until(() => demo.state === 'ready', 'ready');
          demo.intend('current');
          demo.intend('left');
          demo.intend('far');
          await demo.disposed;
        };
        await pass();
        const first = await demo.usage();
        for (let i = 0; i < passes; i++) await pass();
        expect(await demo.usage()).toEqual(first);
      });

      it('shares one engine with a second of its kind', async () => {
        make();
        const second = demo.cloneNode() as AnyDemo;
        document.body.append(second);
        await Promise.all([demo.load(), second.load()]);
        expect(await engineFor(backend).usage()).toMatchObject({
          sessions: 2,
          webglContexts: backend === 'webgl' ? 1 : 0,
        });
        second.dispose();
        await second.disposed;
        second.remove();
        expect(await exercise(demo)).not.toBe('');
      });
    });
  });
}
