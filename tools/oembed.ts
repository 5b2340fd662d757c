import { existsSync, readdirSync } from 'node:fs';
import type { Plugin } from 'vite';
import { frameTag, titleOf } from '../src/embed/snippets.ts';

const PROVIDER = 'The State of Deep Learning in 2014';
/** Of a demo in a column as wide as a figure of ours; the frame tells its own height to whoever listens. */
const [WIDTH, HEIGHT] = [906, 720];

/** What an oEmbed consumer is given for one demo. @param site absolute, with a slash at its end */
export const descriptionOf = (demo: string, site: string) => ({
  version: '1.0',
  type: 'rich',
  provider_name: PROVIDER,
  provider_url: site,
  title: titleOf(demo),
  width: WIDTH,
  height: HEIGHT,
  html: frameTag({ demo, attributes: {} }, site, HEIGHT, titleOf(demo)),
});

/**
 * A page of its own for each demo, since a consumer reads an address's HTML and runs no script: it names the
 * description, and leads a person on to the demo.
 */
export const pageOf = (demo: string, site: string): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>${titleOf(demo)}</title>
    <link rel="alternate" type="application/json+oembed" href="${site}oembed/${demo}.json" title="${titleOf(demo)}" />
    <meta http-equiv="refresh" content="0; url=../embed.html?demo=${demo}" />
  </head>
  <body><a href="../embed.html?demo=${demo}">${titleOf(demo)}</a></body>
</html>
`;

/**
 * Writes `oembed/NAME.json` and `oembed/NAME.html` into the built site, and lets `embed.html` name the former. A
 * description needs absolute addresses, so there is none where the site does not know its own.
 * @param address of the site (`SITE_URL`)
 */
export function oembed(address: string | undefined): Plugin {
  const site = address && new URL(address.endsWith('/') ? address : `${address}/`).href;
  return {
    name: 'oembed',
    apply: 'build',
    transformIndexHtml: (_html, { filename }) =>
      site && filename.endsWith('/embed.html')
        ? [{ tag: 'meta', attrs: { name: 'oembed', content: `${site}oembed/` }, injectTo: 'head' }]
        : [],
    generateBundle() {
      if (!site) return;
      for (const demo of readdirSync('demos').filter((name) => existsSync(`demos/${name}/element.ts`))) {
        const emit = (ending: string, source: string) =>
          this.emitFile({ type: 'asset', fileName: `oembed/${demo}.${ending}`, source });
        emit('json', JSON.stringify(descriptionOf(demo, site)));
        emit('html', pageOf(demo, site));
      }
    },
  };
}
