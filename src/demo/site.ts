import { DemoError } from '../engine/errors';

let base: URL | undefined;
let models: URL | undefined;

/** Where the site lies that the code came from: another origin than the page, where a demo is embedded. */
export function configureSite(url: URL): void {
  base = url;
}

/** Where model folders lie, if not in the site. @param url with a slash at its end */
export function configureModels(url: URL): void {
  models = url;
}

/** Absolute address of something in the site. @throws DemoError `network` where nobody has said where that is */
export function siteUrl(path: string): string {
  if (base) return new URL(path, base).href;
  throw new DemoError('network', 'This page has not said where the weights are: configure({ models }).', 'no address');
}

/** Absolute address of a model folder. @throws as `siteUrl` */
export const modelUrl = (folder: string): string => new URL(`${folder}/`, models ?? siteUrl('models/')).href;
