import { existsSync } from 'node:fs';
import { defineConfig } from 'vite';
import { katexFonts } from './tools/katex-fonts.ts';
import { models } from './tools/models.ts';
import { talk } from './tools/slides/plan.ts';
import { slides } from './tools/slides/plugin.ts';

const pages = ['index', 'read', 'embed', 'speaker'].map((name) => `${name}.html`);

export default defineConfig({
  // Relative addresses: the built folder works under any path.
  base: './',
  // A missing file is a 404, not the deck.
  appType: 'mpa',
  plugins: [katexFonts(), models(), slides({ plan: talk, problems: process.env.SLIDES_DRAFT ? 'warn' : 'fail' })],
  build: {
    target: 'es2022',
    // A small figure or font is a file like a large one: nothing is inlined twice, and a strict CSP needs no `data:`.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: pages.filter((page) => existsSync(page)),
      output: { comments: false },
      checks: { pluginTimings: false },
    },
  },
  worker: { format: 'es', rolldownOptions: { output: { comments: false }, checks: { pluginTimings: false } } },
});
