import { existsSync } from 'node:fs';
import { defineConfig } from 'vite';
import { katexFonts } from './tools/katex-fonts.ts';
import { models } from './tools/models.ts';
import { oembed } from './tools/oembed.ts';
import { offline } from './tools/offline.ts';
import { talk } from './tools/slides/plan.ts';
import { slides } from './tools/slides/plugin.ts';

const pages = ['index', 'read', 'embed', 'embedding', 'speaker'].map((name) => `${name}.html`);

/** The one script with a name of its own, for the pages of others. */
const loader = 'embed.ts';

export default defineConfig({
  // Relative addresses: the built folder works under any path.
  base: './',
  // A missing file is a 404, not the deck.
  appType: 'mpa',
  plugins: [
    katexFonts(),
    models(),
    oembed(process.env.SITE_URL),
    slides({ plan: talk, problems: process.env.SLIDES_DRAFT ? 'warn' : 'fail' }),
    offline(),
  ],
  build: {
    target: 'es2022',
    // A small figure or font is a file like a large one: nothing is inlined twice, and a strict CSP needs no `data:`.
    assetsInlineLimit: 0,
    // The loader leaves no links in the head of somebody else's page.
    modulePreload: { resolveDependencies: (_file, files, { hostId }) => (hostId === 'embed.js' ? [] : files) },
    rolldownOptions: {
      input: [...pages.filter((page) => existsSync(page)), loader],
      output: {
        comments: false,
        entryFileNames: ({ facadeModuleId }) =>
          facadeModuleId?.endsWith(`/${loader}`) ? 'embed.js' : 'assets/[name]-[hash].js',
      },
      checks: { pluginTimings: false },
    },
  },
  // Demos in pages of other origins, and in frames that have none, fetch from here.
  preview: { cors: { origin: '*' } },
  worker: { format: 'es', rolldownOptions: { output: { comments: false }, checks: { pluginTimings: false } } },
});
