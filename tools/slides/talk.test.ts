import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { type CompiledTalk, compileTalk } from './compile.ts';
import { isFrame, type Slide } from './model.ts';
import { openModuleHost } from './module-host.ts';
import { talk as plan, totalSlides } from './plan.ts';
import { stillKey, stillsFile } from './stills.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
let talk: CompiledTalk;
let main: readonly Slide[];

beforeAll(async () => {
  const modules = await openModuleHost(root);
  talk = await compileTalk({ root, slides: 'slides', demos: 'demos', plan, modules });
  await modules.close();
  main = talk.sections.flatMap(({ slides }) => slides).filter(({ under }) => !under);
}, 60_000);

describe('the talk as it is', () => {
  it('has nothing wrong', () => {
    expect(talk.problems.lines()).toEqual([]);
  });

  it('has all its sections in order and all its slides, numbered through', () => {
    expect(talk.sections.map(({ key }) => key)).toEqual(plan.sections.map(({ key }) => key));
    expect(main.map(({ number }) => number)).toEqual(
      Array.from({ length: totalSlides(plan) }, (_, index) => index + 1),
    );
  });

  it('plans minutes for each slide, thirty in all', () => {
    expect(main.filter(({ minutes }) => minutes <= 0)).toEqual([]);
    expect(main.reduce((sum, { minutes }) => sum + minutes, 0)).toBeCloseTo(30, 6);
  });

  it('has notes for each slide', () => {
    expect(main.filter(({ notes }) => notes.length === 0).map(({ id }) => id)).toEqual([]);
  });

  it('shows a figure or a demo on every slide but thanks and references', () => {
    const bare = main.filter(({ blocks }) => !blocks.some(isFrame)).map(({ number }) => number);
    expect(bare).toEqual([57, 58, 59, 60, 61]);
  });

  it('has a still of every demo as its slide sets it: npm run stills', () => {
    const tags = talk.sections
      .flatMap(({ slides }) => slides)
      .flatMap(({ id, blocks }) => blocks.flatMap((block) => (block.kind === 'demo' ? [{ id, ...block }] : [])));
    const missing = tags.filter(({ id, name, number, attributes }) => {
      const path = join(root, 'demos', stillsFile(name));
      const stills = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
      return !isDeepStrictEqual(stills[stillKey(number, id)]?.attributes, attributes);
    });
    expect(missing.map(({ id, name }) => `${id} ${name}`)).toEqual([]);
  });

  it('opens its five parts with a page of their colour', () => {
    expect(main.filter(({ layout }) => layout === 'opener').map(({ number }) => number)).toEqual([4, 23, 30, 37, 41]);
  });

  it('cites a source beside every figure that states a fact of others', () => {
    const sections = talk.sections.filter(({ key }) => key !== 'opening' && key !== 'closing');
    const silent = sections
      .flatMap(({ slides }) => slides)
      .filter(({ layout }) => layout === 'figure')
      .filter(
        ({ blocks }) => !blocks.filter(isFrame).some(({ caption }) => caption.some(({ type }) => type === 'citation')),
      );
    expect(silent.map(({ id }) => id)).toEqual([]);
  });
});
