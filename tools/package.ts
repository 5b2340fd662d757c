/** `npm run package [FOLDER]`: writes the npm package of the demos, by default to `dist-package/`. */
import { buildPackage } from './package/build.ts';

const folder = process.argv[3] ?? 'dist-package';
await buildPackage(folder);
console.log(`${folder} is ready: npm pack ${folder}`);
