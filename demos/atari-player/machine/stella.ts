import BoardModule from '6502.ts/lib/machine/stella/Board';
import AudioOutputBufferModule from '6502.ts/lib/tools/AudioOutputBuffer';
import ArrayBufferSurfaceModule from '6502.ts/lib/video/surface/ArrayBufferSurface';

/**
 * What we use of 6502.ts. It is CommonJS: some loaders give a module's default as the default import, some the module.
 * Its `CartridgeFactory` is left out, for it brings an ARM processor that asks for `fs` and `path`.
 */
export const unwrap = <T>(imported: T): T => (imported as { default?: T }).default ?? imported;

export const Board = unwrap(BoardModule);
export type Board = BoardModule;
export const AudioOutputBuffer = unwrap(AudioOutputBufferModule);
export const ArrayBufferSurface = unwrap(ArrayBufferSurfaceModule);
