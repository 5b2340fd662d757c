"""Writes the trained captioners as tfjs GraphModels, two each, with vocabulary and checksums.

PYTHONPATH=training python training/image-captioner/export.py --data FLICKR8K --runs RUNS
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import torch

from captions import Dataset, Vocabulary
from common.checksums import write_checksums
from common.export import export_graph_model
from graph import GRAPHS, weights_of
from shipped import MODEL

CAPTIONERS = ("plain", "attention")
# How far the shipped weights lie from those before self-critical training (0) to those after it (1).
POLISHED_SHARE = 0.4


def trained(name: str, runs: Path) -> dict[str, torch.Tensor]:
    """The weights to ship: of the captioner with attention a mean of those before and after self-critical training.

    Such a mean keeps more of both than either has (Wortsman et al. 2022): words that self-critical training drops, and
    most of what it gains.
    """
    before = torch.load(runs / f"{name}.pt")["weights"]
    if name == "plain":
        return before
    after = torch.load(runs / "polished.pt")["weights"]
    return {key: torch.lerp(value, after[key], POLISHED_SHARE) for key, value in before.items()}


def export(name: str, state: dict[str, torch.Tensor], vocabulary: Vocabulary, folder: Path) -> None:
    """Writes `folder/start` and `folder/step`: kernels and embeddings as uint8, biases as they are."""
    weights = weights_of(state, (vocabulary.begin, vocabulary.unknown))
    for part, graph in GRAPHS[name].items():
        chosen = {key: weights[key] for key in graph.weights}
        biases = [key for key, value in chosen.items() if value.ndim == 1]
        export_graph_model(graph.forward, chosen, graph.inputs, folder / part, "uint8", keep_float32=biases)
        print(name, part, f"{sum(np.prod(value.shape) for value in chosen.values()):,.0f} weights", flush=True)


def write_vocabulary(vocabulary: Vocabulary, path: Path) -> None:
    """`words` by index, and the indices of the three marks."""
    words = json.dumps(vocabulary.words, ensure_ascii=False)
    marks = {mark: getattr(vocabulary, mark) for mark in ("begin", "end", "unknown")}
    path.write_text(f'{{"words": {words}, {json.dumps(marks)[1:]}\n')


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="captions.tsv, train.txt, dev.txt")
    parser.add_argument("--runs", type=Path, required=True, help="folder that train.py and polish.py wrote")
    options = parser.parse_args()
    vocabulary = Vocabulary.of(Dataset.read(options.data))
    for name in CAPTIONERS:
        export(name, trained(name, options.runs), vocabulary, MODEL / name)
    write_vocabulary(vocabulary, MODEL / "vocabulary.json")
    write_sums()


def write_sums() -> None:
    """SHA256SUMS over all that the page fetches and is there."""
    fetched = ["*/*/model.json", "*/*/*.bin", "vocabulary.json"]
    write_checksums(MODEL, fetched + [name for name in ("calibration.json",) if (MODEL / name).exists()])


if __name__ == "__main__":
    main()
