"""The 2600 for training: the Stella core that PyPI's stable-retro carries, behind a frontend of ours in C.

Some ten times as fast as 6502.ts, which plays in the page; `test_stella.py` shows that the two agree to the pixel and
to the byte of RAM. The core is GPL: a tool for training, no part of what the page ships.
"""

from __future__ import annotations

import ctypes
import importlib.util
import subprocess
import tempfile
from pathlib import Path

import numpy as np

SIDE = 84
ROWS, WIDTH = 164, 160
# The page's observation begins at row 28 of 6502.ts's picture, and Stella draws the same line four rows lower.
STELLA_ROW = 4
TOP = 28 + STELLA_ROW
# After the cartridge starts, Stella has run one frame more than 6502.ts when both show the same (20 there).
BOOT_FRAMES = 21

# The core's joypad buttons.
_BUTTONS = {"fire": 0, "reset": 3, "left": 6, "right": 7}
ACTIONS = ("none", "left", "right")


def core_path() -> Path | None:
    """Where stable-retro keeps its Stella core; None where that package is not installed."""
    spec = importlib.util.find_spec("stable_retro")
    return spec and Path(spec.origin).parent / "cores" / "stella_libretro.so"


def _compile() -> ctypes.CDLL:
    library = Path(tempfile.mkdtemp()) / "frontend.so"
    source = Path(__file__).with_name("frontend.c")
    subprocess.run(["cc", "-O3", "-march=native", "-shared", "-fPIC", "-o", library, source, "-ldl"], check=True)
    frontend = ctypes.CDLL(str(library))
    frontend.frontend_ram.restype = ctypes.POINTER(ctypes.c_uint8)
    frontend.frontend_state_size.restype = ctypes.c_size_t
    return frontend


class Stella:
    """One 2600 with one cartridge, booted. There can be one a process, since the core has one machine in it.

    Attributes:
        ram: the 128 bytes of RAM, live.
        observation: uint8 [84, 84], what `step` saw last; the same array each time.
    """

    def __init__(self, cartridge: Path) -> None:
        core = core_path()
        if core is None:
            raise ModuleNotFoundError("pip install stable-retro")
        self._frontend = _compile()
        if status := self._frontend.frontend_open(str(core).encode(), str(cartridge).encode()):
            raise OSError(f"{cartridge} does not start (frontend_open {status})")
        self.run(BOOT_FRAMES)
        self.ram = np.ctypeslib.as_array(self._frontend.frontend_ram(), (128,))
        self.observation = np.zeros((SIDE, SIDE), np.uint8)
        self._observation = self.observation.ctypes.data_as(ctypes.c_void_p)

    def run(self, frames: int) -> None:
        """Runs frames without looking, with what is pressed."""
        for _ in range(frames):
            self._frontend.frontend_run()

    def hold(self, *held: str) -> None:
        """Holds these of `left`, `right`, `fire`, `reset` from now on, and nothing else."""
        for name, button in _BUTTONS.items():
            self._frontend.frontend_press(button, int(name in held))

    def step(self, action: int) -> np.ndarray:
        """Four frames with an action (an index into `ACTIONS`) held; returns `observation`."""
        self.hold(ACTIONS[action])
        self._frontend.frontend_step(TOP, self._observation)
        return self.observation

    def pixels(self) -> np.ndarray:
        """The picture as it stands, uint32 [height, 160] of 0xRRGGBB."""
        out = np.zeros((self._frontend.frontend_height(), WIDTH), np.uint32)
        if not self._frontend.frontend_pixels(out.ctypes.data_as(ctypes.c_void_p)):
            raise RuntimeError("the core does not draw 160 pixels of XRGB8888")
        return out

    def save(self) -> bytes:
        """The whole machine, for `load`."""
        buffer = ctypes.create_string_buffer(self._frontend.frontend_state_size())
        if not self._frontend.frontend_save(buffer, len(buffer)):
            raise RuntimeError("the core could not save its state")
        return buffer.raw

    def load(self, state: bytes) -> None:
        """Back to a saved state; what follows is the same to the pixel."""
        if not self._frontend.frontend_load(state, len(state)):
            raise ValueError("not a state of this core")
