"""golden.json: raw pictures, what the network sees of them, and what PyTorch makes of it with the weights as shipped.

`python golden.py --out models/atari-player`, after export.py. The final network plays; every fortieth of its decisions
is kept, so that walls in all states are among them.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
import torch
from common.export import read_graph_weights
from common.golden import significant, write_golden
from common.seeds import fix_seeds
from torch import Tensor

from export import SNAPSHOTS
from game import CARTRIDGE, Rubble
from network import forward
from stella import ACTIONS, STELLA_ROW, TOP, Stella

CASES = 24
EVERY = 40
HEIGHT, STACK, SEED = 192, 4, 7
EPSILON = 0.05
ORDER = ("convolution1", "convolution2", "hidden", "values")


def shipped(folder: Path) -> dict[str, Tensor]:
    """The weights of an exported graph, rounded to float16 as they are, in the order of `network.forward`."""
    stored = read_graph_weights(folder)
    return {name: torch.from_numpy(stored[name]) for part in ORDER for name in (f"{part}/kernel", f"{part}/bias")}


def picture(stella: Stella) -> np.ndarray:
    return stella.pixels()[STELLA_ROW : STELLA_ROW + HEIGHT]


def watched(game: Rubble, action: int) -> np.ndarray:
    """One decision, frame by frame: the two pictures that its observation is made of, uint32 [2, 192, 160]."""
    stella = game.stella
    state = stella.save()
    stella.hold(ACTIONS[action])
    stella.run(3)
    before = picture(stella)
    stella.run(1)
    both = np.stack([before, picture(stella)])
    stella.load(state)
    return both


def moments(weights: Mapping[str, Tensor], random: np.random.Generator) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Pictures, uint32 [8, 192, 160], and the stack made of them, uint8 [84, 84, 4], of CASES moments."""
    game = Rubble(Stella(CARTRIDGE))
    game.begin(random)
    pictures: list[np.ndarray] = []
    decision = kept = 0
    while kept < CASES:
        stack = torch.from_numpy(game.stack.transpose(1, 2, 0).copy())[None]
        action = int(forward(weights, stack).argmax()) if random.random() > EPSILON else int(random.integers(3))
        pictures.append(watched(game, action))
        decision += 1
        over = game.step(action).over
        if decision % EVERY == 0:
            kept += 1
            yield np.concatenate(pictures[-STACK:]), game.stack.transpose(1, 2, 0).copy()
        if over:
            game.begin(random)
            pictures.clear()
            decision -= decision % EVERY  # a stack is not to reach back into the game before


def packed(pictures: np.ndarray, colours: list[int]) -> str:
    """Indices into `colours`, a byte a pixel, zlib, base64."""
    indices = np.searchsorted(colours, pictures).astype(np.uint8)
    return base64.b64encode(zlib.compress(indices.tobytes(), 9)).decode()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="models/atari-player")
    out = parser.parse_args().out
    random = fix_seeds(SEED)
    weights = {name: shipped(out / "rubble" / name) for name in SNAPSHOTS}
    with torch.inference_mode():
        seen = list(moments(weights["final"], random))
        values = {
            name: forward(weights[name], torch.from_numpy(np.stack([stack for _, stack in seen]))).numpy()
            for name in SNAPSHOTS
        }
    colours = sorted({int(colour) for pictures, _ in seen for colour in np.unique(pictures)})
    write_golden(
        out / "golden.json",
        made_by=f"PyTorch {torch.__version__.split('+')[0]}, float32, weights as shipped; pictures by Stella 3.9.3",
        inputs=[{"pictures": packed(pictures, colours)} for pictures, _ in seen],
        preprocess={
            "pictures": "8 x 192 x 160 indices into `colours`, zlib, base64: two last frames of four decisions",
            "colours": [f"#{colour:06x}" for colour in colours],
            "luminance": "(77 R + 150 G + 29 B) >> 8, the larger of each two frames",
            "rows": [TOP - STELLA_ROW, HEIGHT],
            "resize": "mean by area to 84 x 84, rounded down",
            "stack": "[84, 84, 4], oldest first; sha256 is of its bytes; divided by 255 for the network",
        },
        tolerance={"action_values": 1e-2},
        cases=[
            {
                "sha256": hashlib.sha256(stack.tobytes()).hexdigest(),
                "action": int(values["final"][case].argmax()),
                "actionValues": {name: significant(values[name][case], 6) for name in SNAPSHOTS},
            }
            for case, (_, stack) in enumerate(seen)
        ],
    )


if __name__ == "__main__":
    main()
