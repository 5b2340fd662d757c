/** Composition root of `embed.js`, the one script that somebody else's page loads. */
import { version } from './package.json';
import { watchPage } from './src/embed/loader';

const modules = import.meta.glob('./demos/*/element.ts');
const demos = new Map(Object.entries(modules).map(([path, define]) => [path.split('/').at(-2) as string, define]));

watchPage({
  names: [...demos.keys()],
  version,
  define: async (name) => {
    (await import('./guest')).openAsGuest();
    await demos.get(name)?.();
  },
});
