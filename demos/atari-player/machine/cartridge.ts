import Cartridge2k from '6502.ts/lib/machine/stella/cartridge/Cartridge2k';
import Cartridge3E from '6502.ts/lib/machine/stella/cartridge/Cartridge3E';
import Cartridge3F from '6502.ts/lib/machine/stella/cartridge/Cartridge3F';
import Cartridge4k from '6502.ts/lib/machine/stella/cartridge/Cartridge4k';
import Cartridge0840 from '6502.ts/lib/machine/stella/cartridge/Cartridge0840';
import CartridgeCV from '6502.ts/lib/machine/stella/cartridge/CartridgeCV';
import CartridgeDPC from '6502.ts/lib/machine/stella/cartridge/CartridgeDPC';
import CartridgeE0 from '6502.ts/lib/machine/stella/cartridge/CartridgeE0';
import CartridgeE7 from '6502.ts/lib/machine/stella/cartridge/CartridgeE7';
import CartridgeF4 from '6502.ts/lib/machine/stella/cartridge/CartridgeF4';
import CartridgeF6 from '6502.ts/lib/machine/stella/cartridge/CartridgeF6';
import CartridgeF8 from '6502.ts/lib/machine/stella/cartridge/CartridgeF8';
import CartridgeFA from '6502.ts/lib/machine/stella/cartridge/CartridgeFA';
import CartridgeFA2 from '6502.ts/lib/machine/stella/cartridge/CartridgeFA2';
import CartridgeFE from '6502.ts/lib/machine/stella/cartridge/CartridgeFE';
import type CartridgeInterface from '6502.ts/lib/machine/stella/cartridge/CartridgeInterface';
import CartridgeUA from '6502.ts/lib/machine/stella/cartridge/CartridgeUA';
import { DemoError } from '../../../src/engine/errors';
import { unwrap } from './stella';

type Bytes = Uint8Array;

/** A way of wiring more memory than the console's 4 KB window shows at once. */
interface Scheme {
  readonly sizes: readonly [least: number, most: number];
  make(bytes: Bytes): CartridgeInterface;
  /** Whether a cartridge of this size is wired so; a scheme without it takes what is left. */
  matches?(bytes: Bytes): boolean;
}

const KB = 1024;

interface CartridgeClass {
  new (bytes: Bytes): CartridgeInterface;
}

const asLeft = (imported: CartridgeClass, size: number, most = size): Scheme => {
  const Cartridge = unwrap(imported);
  return { sizes: [size, most], make: (bytes) => new Cartridge(bytes) };
};

/** One that tells itself by a sequence of instructions. */
const bySign = (imported: CartridgeClass & { matchesBuffer(bytes: Bytes): boolean }, size: number): Scheme => ({
  ...asLeft(imported, size),
  matches: (bytes) => unwrap(imported).matchesBuffer(bytes),
});

const f8 = bySign(CartridgeF8, 8 * KB);
const fe = bySign(CartridgeFE, 8 * KB);

/** In the order in which they are asked; the last of a size takes what no other wants. */
const SCHEMES: readonly Scheme[] = [
  bySign(CartridgeCV, 2 * KB),
  asLeft(Cartridge2k, 2 * KB),
  asLeft(Cartridge4k, 4 * KB),
  bySign(CartridgeE0, 8 * KB),
  bySign(Cartridge3F, 8 * KB),
  bySign(CartridgeUA, 8 * KB),
  { ...fe, matches: (bytes) => !f8.matches?.(bytes) && (fe.matches?.(bytes) ?? false) },
  bySign(Cartridge0840, 8 * KB),
  asLeft(CartridgeF8, 8 * KB),
  asLeft(CartridgeDPC, 10 * KB, 10 * KB + 256),
  asLeft(CartridgeFA, 12 * KB),
  bySign(CartridgeE7, 16 * KB),
  asLeft(CartridgeF6, 16 * KB),
  asLeft(CartridgeFA2, 28 * KB),
  bySign(Cartridge3E, 32 * KB),
  asLeft(CartridgeF4, 32 * KB),
];

/** Marks that a cartridge with an ARM processor of its own bears. */
const ARM_MARKS = ['DPC+', 'CDF'];

/**
 * Wires up a cartridge as its size and its code suggest.
 * @param bytes the file's
 * @throws DemoError `input` with what a cartridge is, where this is none
 */
export async function wire(bytes: Bytes): Promise<CartridgeInterface> {
  const fitting = SCHEMES.filter(({ sizes: [least, most] }) => bytes.length >= least && bytes.length <= most);
  const chosen = fitting.find((scheme) => scheme.matches?.(bytes) ?? true);
  if (!chosen) throw notACartridge(`${said(bytes.length)}: cartridges have 2, 4, 8, 10, 12, 16, 28 or 32 KB`);
  if (bytes.length >= 28 * KB && ARM_MARKS.some((mark) => holds(bytes, mark)))
    throw notACartridge('it brings an ARM processor of its own, which is not emulated here');
  if (bytes.every((byte) => byte === bytes[0])) throw notACartridge('it is empty');
  const cartridge = chosen.make(bytes);
  await cartridge.init();
  if (!startsInRom(bytes)) throw notACartridge('the console would not find its first instruction');
  return cartridge;
}

export const notACartridge = (why: string): DemoError =>
  new DemoError('input', `That is no cartridge the console can play: ${why}.`, 'no cartridge');

const said = (length: number): string =>
  length < KB ? `it has ${length} bytes` : `it has ${(length / KB).toFixed(length % KB === 0 ? 0 : 1)} KB`;

/** The last bytes of some bank are the address of the first instruction, and that lies in the cartridge (A12 is set). */
function startsInRom(bytes: Bytes): boolean {
  const bank = Math.min(bytes.length, 4 * KB);
  for (let end = bank; end <= bytes.length; end += bank) if (((bytes[end - 3] as number) & 0x10) !== 0) return true;
  return false;
}

function holds(bytes: Bytes, mark: string): boolean {
  const codes = Array.from(mark, (letter) => letter.charCodeAt(0));
  for (let at = bytes.indexOf(codes[0] as number); at >= 0; at = bytes.indexOf(codes[0] as number, at + 1))
    if (codes.every((code, index) => bytes[at + index] === code)) return true;
  return false;
}
