import { loadGraphModel } from '@tensorflow/tfjs-converter';
import type { FolderAccess, WeightsAccess } from '../src/engine/model';

/** The weights of a model folder as the engine would give them, without its cache and its checks. */
export const weightsOf = (name: string): WeightsAccess => ({ ...folderOf(name), folder: folderOf });

function folderOf(name: string): FolderAccess {
  const url = (path: string) => new URL(`/models/${name}/${path}`, location.href).href;
  return {
    graphModel: (path = 'model.json') => loadGraphModel(url(path)),
    file: async (path) => new Uint8Array(await (await fetch(url(path))).arrayBuffer()),
  };
}
