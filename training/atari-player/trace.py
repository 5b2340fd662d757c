"""Twenty seconds of the cartridge in Stella, played by a fixed hand, as sums that 6502.ts must come to as well.

`python trace.py` writes demos/atari-player/cartridge/stella-trace.json.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator

import numpy as np
from common.document import write_document

from game import CARTRIDGE
from stella import STELLA_ROW, Stella

FRAMES = 1200
EVERY = 20
HEIGHT = 192
OUT = CARTRIDGE.with_name("stella-trace.json")


def hand(frame: int) -> tuple[str, ...]:
    """What is held during a frame: the paddle sweeps to and fro, sometimes fire, at times a new game."""
    held = ["right" if frame % 84 < 41 else "left"] if frame % 7 else []
    if frame % 131 < 3:
        held.append("fire")
    if frame % 701 == 700:
        held.append("reset")
    return tuple(held)


def sums(stella: Stella) -> Iterator[int]:
    """CRC-32 over RAM and picture (RGB, rows 0 to 191 as 6502.ts counts them), running on from frame to frame."""
    crc = 0
    for frame in range(FRAMES):
        stella.hold(*hand(frame))
        stella.run(1)
        picture = stella.pixels()[STELLA_ROW : STELLA_ROW + HEIGHT]
        rgb = np.stack([picture >> shift & 255 for shift in (16, 8, 0)], axis=-1).astype(np.uint8)
        crc = zlib.crc32(rgb.tobytes(), zlib.crc32(stella.ram.tobytes(), crc))
        yield crc


def trace(stella: Stella) -> dict:
    """The document: sums at every twentieth frame, so that a difference is found near where it began."""
    every = [f"{crc:08x}" for frame, crc in enumerate(sums(stella)) if frame % EVERY == EVERY - 1]
    return {
        "madeBy": "Stella 3.9.3 in stable-retro 1.0.1",
        "frames": FRAMES,
        "every": EVERY,
        "sums": every,
    }


if __name__ == "__main__":
    write_document(OUT, trace(Stella(CARTRIDGE)))
