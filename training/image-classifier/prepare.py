"""What goes into the network and what its outputs are called; and the odd raw pictures among the goldens."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image

from common.picture import centre_square, read_rgba, resample
from model import SIDE_PX

MEAN, SCALE = 127, 128
ROOT = Path(__file__).resolve().parents[2]
MODEL = ROOT / "models/image-classifier"
PHOTOS = ROOT / "demos/image-classifier/photos"

_EXIF_ORIENTATION = 0x0112
_TURNED_LEFT = 6


def preprocess(path: Path) -> np.ndarray:
    """An image file to the network's input `[224, 224, 3]`, float32 in [-0.9922, 1]."""
    return (resample(centre_square(read_rgba(path)), SIDE_PX) - MEAN) / SCALE


def read_labels(synsets: Path) -> list[tuple[str, str]]:
    """WordNet id and short label, the first of its synonyms, of each class in ILSVRC's order.

    `synsets` has a line a class: index, WordNet id, synonyms separated by commas.
    """
    rows = [line.split("\t") for line in synsets.read_text().splitlines()]
    if [int(index) for index, _, _ in rows] != list(range(len(rows))):
        raise ValueError(f"{synsets} is not in the order of the class index")
    return [(wordnet_id, words.split(",")[0].strip()) for _, wordnet_id, words in rows]


def read_sample(directory: Path) -> tuple[list[Path], np.ndarray]:
    """Files and true class indices of a folder with `labels.tsv` (file name, class index)."""
    rows = [line.split("\t") for line in (directory / "labels.tsv").read_text().splitlines()]
    return [directory / name for name, _ in rows], np.array([int(index) for _, index in rows])


def write_odd_pictures(directory: Path) -> list[Path]:
    """Raw pictures that a decoder can get wrong, made from photographs of the demo: turned by EXIF, clear, grey."""
    directory.mkdir(parents=True, exist_ok=True)
    turned, translucent, grey = (directory / name for name in ("turned.jpg", "translucent.png", "grey.jpg"))

    koala = _thumbnail("koala.jpg", 320)
    exif = Image.Exif()
    exif[_EXIF_ORIENTATION] = _TURNED_LEFT
    koala.transpose(Image.Transpose.ROTATE_90).save(turned, quality=85, exif=exif)

    goldfish = _thumbnail("goldfish.jpg", 160)
    alpha = np.tile(np.linspace(40, 255, goldfish.width), (goldfish.height, 1)).astype(np.uint8)
    goldfish.putalpha(Image.fromarray(alpha))
    goldfish.save(translucent, optimize=True)

    _thumbnail("scarlet-macaw.jpg", 320).convert("L").save(grey, quality=85)
    return [turned, translucent, grey]


def _thumbnail(name: str, longest_side_px: int) -> Image.Image:
    image = Image.open(PHOTOS / name).convert("RGB")
    image.thumbnail((longest_side_px, longest_side_px))
    return image
