/**
 * What demos and engine import, bundled by Vite before a test or a benchmark begins: a package found in the middle of a
 * run would reload its page.
 */
export const browserPackages = [
  '@tensorflow/tfjs-core',
  '@tensorflow/tfjs-converter',
  '@tensorflow/tfjs-backend-webgl',
  '@tensorflow/tfjs-backend-wasm',
  '@noble/hashes/sha2.js',
  'comlink',
  'd3-contour',
  'lit',
  'lit/directives/ref.js',
  'lit/directives/style-map.js',
];
