/**
 * Trains the small memory network and writes what it finds to memory-story.json and new-words.json. Training takes some
 * seconds, so it is not done at every build; a test compares the settings.
 *
 *     node slides/figures/make/memory.mjs
 */
import { writeFileSync } from 'node:fs';
import { runnerImport } from 'vite';

const folder = new URL('..', import.meta.url);
const { module } = await runnerImport(new URL('memory/example.ts', folder).pathname, { configFile: false });
const { results, settings } = module;
const { accuracy, milk, ring, likeness } = results();
const training = { source: 'own', ...settings, accuracy };

const write = (name, data) =>
  writeFileSync(new URL(name, folder), `${JSON.stringify({ source: ['weston2014'], ...data }, null, 2)}\n`);
write('memory-story.json', { training, result: { source: 'own', ...milk } });
write('new-words.json', { training, result: { source: 'own', ...ring }, likeness: { source: 'own', words: likeness } });
