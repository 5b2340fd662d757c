"""Writes the small pictures and their resampled pixels that `resample.test.ts` compares with.

PYTHONPATH=training python training/common/picture_golden.py --out src/engine/resample.golden.json
    npx biome check --write src/engine/resample.golden.json
"""

from __future__ import annotations

import argparse
import base64
from pathlib import Path

import numpy as np

from common.document import write_document
from common.golden import significant
from common.picture import resample

SEED = 2014
# Width, height, side: each way of reaching the edge of the window at least once.
SHAPES = [
    ("reduced on both axes", 29, 22, 6, False),
    ("enlarged on both axes", 4, 3, 7, False),
    ("reduced one way, enlarged the other", 31, 3, 6, False),
    ("same size", 5, 5, 5, False),
    ("a single pixel", 1, 1, 3, False),
    ("laid on white by its alpha", 11, 9, 5, True),
]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    out = parser.parse_args().out
    generator = np.random.default_rng(SEED)
    cases = []
    for name, width, height, side_px, translucent in SHAPES:
        # Black and white noise makes bicubic overshoot, so the cut at 0 and 255 is tested too.
        rgba = generator.choice(np.array([0, 255, 90, 180], np.uint8), size=(height, width, 4))
        rgba[..., 3] = generator.integers(0, 256, (height, width)) if translucent else 255
        cases.append(
            {
                "name": name,
                "width": width,
                "height": height,
                "sidePx": side_px,
                "rgbaBase64": base64.b64encode(rgba.tobytes()).decode(),
                "pixels": significant(resample(rgba, side_px).ravel(), digits=6),
            }
        )
    write_document(out, {"seed": SEED, "cases": cases})


if __name__ == "__main__":
    main()
