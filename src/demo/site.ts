let base: URL | undefined;

/** Where the site lies that the code came from: another origin than the page, where a demo is embedded. */
export function configureSite(url: URL): void {
  base = url;
}

/** Absolute address of something in the site, such as `models/image-classifier/`. */
export function siteUrl(path: string): string {
  if (!base) throw new Error('configureSite() comes first');
  return new URL(path, base).href;
}
