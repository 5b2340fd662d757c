/** `node tools/run.mjs demos/atari-player/cartridge/build.ts`: writes rubble.bin from the assembly. */
import { writeFileSync } from 'node:fs';
import { assembleRubble } from './assemble';

writeFileSync(new URL('rubble.bin', import.meta.url), assembleRubble());
