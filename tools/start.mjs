/** `npm start`: builds the site, serves it, prints its address, and opens a browser where there is a desktop. */
import { build, preview } from 'vite';

const hasDesktop = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

await build({ logLevel: 'warn' });
const server = await preview({ preview: { host: true, open: hasDesktop && !process.env.CI } });
server.printUrls();
console.log('  Slides: the address above · article: read.html · one demo: embed.html?demo=image-classifier');
