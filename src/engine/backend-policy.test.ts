import { describe, expect, it } from 'vitest';
import { plans } from './backend-policy';

const gpu = { webgl2: true, software: false };
const software = { webgl2: true, software: true };
const none = { webgl2: false, software: false };
const said = (...args: Parameters<typeof plans>) => plans(...args).map(({ place, backend }) => `${backend} ${place}`);

describe('plans', () => {
  it('takes the GPU in a worker first', () => {
    expect(said('auto', { worker: gpu, page: gpu })).toEqual([
      'webgl worker',
      'webgl page',
      'wasm worker',
      'wasm page',
    ]);
  });
  it('takes the GPU in the page where a worker has none', () => {
    expect(said('auto', { worker: none, page: gpu })[0]).toBe('webgl page');
  });
  it('takes the CPU where the GPU is only software, unless told otherwise', () => {
    expect(said('auto', { worker: software, page: software })).toEqual(['wasm worker', 'wasm page']);
    expect(said('webgl', { worker: software, page: software })).toEqual(['webgl worker', 'webgl page']);
  });
  it('never replaces what was asked for', () => {
    expect(said('webgl', { worker: none, page: none })).toEqual([]);
    expect(said('wasm', { worker: gpu, page: gpu })).toEqual(['wasm worker', 'wasm page']);
  });
  it('stays in the page where there is no worker', () => {
    expect(said('auto', { page: gpu })).toEqual(['webgl page', 'wasm page']);
  });
});
