"""Computes every picture's features once, by the classifier's network as it is shipped, and writes them as float16.

PYTHONPATH=training python training/image-captioner/prepare.py --data FLICKR8K --runs RUNS
"""

from __future__ import annotations

import argparse
import importlib.util
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import numpy as np
import tensorflow as tf

from captions import Dataset
from common.export import read_graph_weights
from common.picture import centre_square, read_rgba, resample
from features import FLIPPED, VIEWS

ROOT = Path(__file__).resolve().parents[2]
CLASSIFIER = ROOT / "models/image-classifier"
SIDE_PX, MEAN, SCALE = 224, 127, 128
PLACES, CHANNELS = 49, 1280
BATCH = 32


def _classifier() -> ModuleType:
    """training/image-classifier/model.py, whose name is taken here."""
    path = ROOT / "training/image-classifier/model.py"
    spec = importlib.util.spec_from_file_location("classifier_model", path)
    module = importlib.util.module_from_spec(spec)
    # A dataclass looks its module up by name.
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def feature_extractor() -> Callable[[np.ndarray], np.ndarray]:
    """From squares `[n, 224, 224, 3]` in 0..255 to features `[n, 49, 1280]`, row by row from the top left.

    The weights are those that the page fetches (float16 rounded to, the sensitive ones float32).
    """
    classifier = _classifier()
    weights = {name: tf.constant(value) for name, value in read_graph_weights(CLASSIFIER).items()}
    graph = tf.function(lambda images: classifier.forward(weights, images)["features"])

    def extract(squares: np.ndarray) -> np.ndarray:
        features = graph(tf.constant((squares - MEAN) / SCALE, tf.float32)).numpy()
        return features.reshape(len(squares), PLACES, CHANNELS)

    return extract


def square_of(path: Path, flipped: bool = False) -> np.ndarray:
    """The middle square of a picture file, `[224, 224, 3]` float32 in 0..255, as the page cuts and resizes it."""
    rgba = centre_square(read_rgba(path))
    return resample(rgba[:, ::-1] if flipped else rgba, SIDE_PX)


def compute(view: str, dataset: Dataset, data: Path, folder: Path) -> None:
    """Writes `folder/VIEW.npy`, float16 `[pictures, 49, 1280]` in the order of `dataset.names`; kept if it is there.

    Validation pictures are not among those flipped, since only training asks for them.
    """
    path = folder / f"{view}.npy"
    if path.exists():
        return
    flipped = view == FLIPPED
    names = dataset.training if flipped else dataset.names
    extract = feature_extractor()
    # Named so until it is whole, so that a stop leaves no file that looks finished.
    partial = path.with_suffix(".partial")
    out = np.lib.format.open_memmap(partial, "w+", np.float16, (len(names), PLACES, CHANNELS))
    for start, batch in _batches(names):
        squares = np.stack([square_of(data / "images" / name, flipped) for name in batch])
        out[start : start + len(batch)] = extract(squares)
        if start % (BATCH * 40) == 0:
            print(view, start, "of", len(names), flush=True)
    out.flush()
    partial.rename(path)


def _batches(names: list[str]) -> Iterator[tuple[int, list[str]]]:
    for start in range(0, len(names), BATCH):
        yield start, names[start : start + BATCH]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="images/, captions.tsv, train.txt, dev.txt")
    parser.add_argument("--runs", type=Path, required=True, help="folder of features and checkpoints")
    options = parser.parse_args()
    tf.config.threading.set_intra_op_parallelism_threads(1)
    tf.config.threading.set_inter_op_parallelism_threads(1)
    folder = options.runs / "features"
    folder.mkdir(parents=True, exist_ok=True)
    dataset = Dataset.read(options.data)
    for view in VIEWS:
        compute(view, dataset, options.data, folder)


if __name__ == "__main__":
    main()
