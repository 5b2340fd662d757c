import { describe, expect, it } from 'vitest';
import { plans } from './backend-policy';
import type { BackendChoice, GraphicsProbe } from './protocol';

const gpu = { webgl2: true, software: false };
const software = { webgl2: true, software: true };
const none = { webgl2: false, software: false };
const said = (choice: BackendChoice, { worker, page }: { worker?: GraphicsProbe; page?: GraphicsProbe }) =>
  plans(choice, {
    ...(worker && { worker }),
    page: () => {
      if (page) return page;
      throw new Error('the page was asked needlessly');
    },
  }).map(({ place, backend }) => `${backend} ${place}`);

describe('plans', () => {
  it('takes the GPU in a worker first, and leaves the page alone', () => {
    expect(said('auto', { worker: gpu })).toEqual(['webgl worker', 'wasm worker', 'wasm page']);
  });
  it('takes the GPU in the page where a worker has none', () => {
    expect(said('auto', { worker: none, page: gpu })).toEqual(['webgl page', 'wasm worker', 'wasm page']);
    expect(said('webgl', { worker: none, page: gpu })).toEqual(['webgl page']);
  });
  it('takes the CPU where the GPU is only software, unless told otherwise', () => {
    expect(said('auto', { worker: software })).toEqual(['wasm worker', 'wasm page']);
    expect(said('auto', { worker: none, page: software })).toEqual(['wasm worker', 'wasm page']);
    expect(said('webgl', { worker: software })).toEqual(['webgl worker']);
  });
  it('never replaces what was asked for', () => {
    expect(said('webgl', { worker: none, page: none })).toEqual([]);
    expect(said('wasm', { worker: gpu })).toEqual(['wasm worker', 'wasm page']);
  });
  it('stays in the page where there is no worker', () => {
    expect(said('auto', { page: gpu })).toEqual(['webgl page', 'wasm page']);
    expect(said('wasm', {})).toEqual(['wasm page']);
  });
});
