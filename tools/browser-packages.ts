/** The parts of the console that `demos/atari-player` takes; it is CommonJS, which no browser reads as it is. */
const cartridges = '2k 3E 3F 4k 0840 CV DPC E0 E7 F4 F6 F8 FA FA2 FE UA'.split(' ');
const stella = ['Board', 'tia/palette', ...cartridges.map((name) => `cartridge/Cartridge${name}`)];

/**
 * What demos and engine import, bundled by Vite before a test or a benchmark begins: a package found in the middle of a
 * run would reload its page.
 */
export const browserPackages = [
  '@tensorflow/tfjs-core',
  '@tensorflow/tfjs-core/dist/register_all_gradients',
  '@tensorflow/tfjs-converter',
  '@tensorflow/tfjs-backend-webgl',
  '@tensorflow/tfjs-backend-wasm',
  '@noble/hashes/legacy.js',
  '@noble/hashes/sha2.js',
  ...stella.map((part) => `6502.ts/lib/machine/stella/${part}`),
  '6502.ts/lib/tools/AudioOutputBuffer',
  '6502.ts/lib/video/surface/ArrayBufferSurface',
  'comlink',
  'd3-contour',
  'lit',
  'lit/directives/ref.js',
  'lit/directives/style-map.js',
];
