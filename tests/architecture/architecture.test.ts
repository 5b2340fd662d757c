import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Import, importsOf, reach, sources } from './imports';

const demos = readdirSync('demos');
const all = [...sources('src'), ...sources('demos')].flatMap(importsOf);
const said = (imports: readonly Import[]) => imports.map(({ from, to, kind }) => `${from} → ${to} (${kind})`);
const isOurs = (to: string) => /^(src|demos|slides|tools|models)\//.test(to);
const isTfjs = (to: string) => to.startsWith('@tensorflow/');

describe('imports go one way', () => {
  it('src never imports demos', () => {
    expect(said(all.filter(({ from, to }) => from.startsWith('src/') && to.startsWith('demos/')))).toEqual([]);
  });

  it('src/view imports nothing of ours', () => {
    expect(
      said(all.filter(({ from, to }) => from.startsWith('src/view/') && isOurs(to) && !to.startsWith('src/view/'))),
    ).toEqual([]);
  });

  it('the engine knows neither pages nor demos', () => {
    const strays = all.filter(
      ({ from, to }) => from.startsWith('src/engine/') && isOurs(to) && !to.startsWith('src/engine/'),
    );
    expect(said(strays)).toEqual([]);
  });

  it('src/demo imports the look, the view and the engine’s client', () => {
    const strays = all.filter(
      ({ from, to }) => from.startsWith('src/demo/') && isOurs(to) && !/^src\/(demo|look|view|engine)\//.test(to),
    );
    expect(said(strays)).toEqual([]);
  });

  it('src/offline imports the engine’s store of weights alone', () => {
    const strays = all.filter(
      ({ from, to }) =>
        from.startsWith('src/offline/') && isOurs(to) && !/^src\/(offline\/|engine\/fetch-verified\.ts$)/.test(to),
    );
    expect(said(strays)).toEqual([]);
  });

  it.each(['deck', 'reader', 'embed'])('src/%s imports src/demo, src/offline and the look alone', (face) => {
    const strays = all.filter(
      ({ from, to }) =>
        from.startsWith(`src/${face}/`) && isOurs(to) && !new RegExp(`^src/(${face}|demo|look|offline)/`).test(to),
    );
    expect(said(strays)).toEqual([]);
  });

  it.each(demos)('demos/%s imports no other demo, and its page’s half no more than it may', (name) => {
    const own = all.filter(({ from }) => from.startsWith(`demos/${name}/`));
    const page = new RegExp(`^(demos/${name}|src/(demo|view|look))/|^src/engine/(errors|protocol)\\.ts$`);
    const model = new RegExp(`^(demos/${name}|src/engine)/`);
    const strays = own.filter(({ from, to }) => isOurs(to) && !(from.endsWith('/model.ts') ? model : page).test(to));
    expect(said(strays)).toEqual([]);
  });

  it.each(demos)('in demos/%s model and page meet in types alone', (name) => {
    expect(said(all.filter(({ to, kind }) => to === `demos/${name}/model.ts` && kind !== 'type'))).toEqual([]);
    expect([...reach(`demos/${name}/model.ts`)].filter((file) => /\/(element|view)\.ts$|^lit/.test(file))).toEqual([]);
  });
});

describe('tfjs stays in the worker', () => {
  it('is imported by models and the engine alone', () => {
    const strays = all.filter(
      ({ from, to, kind }) => isTfjs(to) && kind !== 'type' && !/^demos\/[^/]+\/model\.ts$|^src\/engine\//.test(from),
    );
    expect(said(strays)).toEqual([]);
  });

  it.each(['deck.ts', 'reader.ts', 'embed.ts', ...demos.map((name) => `demos/${name}/element.ts`)])(
    'is not reached from %s',
    (page) => {
      expect([...reach(page)].filter(isTfjs)).toEqual([]);
    },
  );
});
