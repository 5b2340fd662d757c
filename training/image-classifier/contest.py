"""Writes the ten rounds of "You against the ConvNet": a photograph, what it shows, and four classes to confuse it with.

    PYTHONPATH=training python training/image-classifier/contest.py
    npx biome check --write demos/image-classifier/contest.json

The truths were judged by eye and by what each photograph's author says of it, never by the network. Rivals are
neighbours in the tree of classes, or what the network itself took the picture for.
"""

from __future__ import annotations

import json

import numpy as np

from prepare import MODEL, PHOTOS

SEED = 2014
# Photograph, true class, rivals.
ROUNDS = [
    ("german-shepherd", "German shepherd", ["malinois", "kelpie", "groenendael", "Norwegian elkhound"]),
    ("puffer-fish", "puffer", ["lionfish", "rock beauty", "electric ray", "sturgeon"]),
    ("bata-drums", "drum", ["chime", "gong", "maraca", "marimba"]),
    ("two-jaguars", "jaguar", ["leopard", "snow leopard", "cheetah", "lynx"]),
    ("gibbon-in-tree", "gibbon", ["siamang", "langur", "titi", "proboscis monkey"]),
    ("bucket", "bucket", ["caldron", "barrel", "milk can", "shopping basket"]),
    ("komodo-dragon", "Komodo dragon", ["common iguana", "frilled lizard", "whiptail", "alligator lizard"]),
    ("bee-in-flight", "bee", ["fly", "hummingbird", "hip", "yellow lady's slipper"]),
    ("cliff-dwellings", "cliff dwelling", ["cliff", "stone wall", "megalith", "valley"]),
    ("tabby-cat", "tabby", ["Egyptian cat", "lynx", "Siamese cat", "cougar"]),
]


def main() -> None:
    labels = [label for _, label in json.loads((MODEL / "labels.json").read_text())]
    generator = np.random.default_rng(SEED)
    rounds = []
    for picture, truth, rivals in ROUNDS:
        if not (PHOTOS / f"{picture}.jpg").exists():
            raise FileNotFoundError(f"{picture}.jpg is not among the photographs of the demo")
        names = generator.permutation([truth, *rivals]).tolist()
        candidates = [{"index": _index(labels, name), "label": name} for name in names]
        rounds.append({"picture": picture, "truth": _index(labels, truth), "candidates": candidates})
    path = PHOTOS.parent / "contest.json"
    path.write_text(json.dumps(rounds, indent=2, ensure_ascii=False) + "\n")


def _index(labels: list[str], name: str) -> int:
    """The one class of that label; `ValueError` where there is none, or two."""
    found = [index for index, label in enumerate(labels) if label == name]
    if len(found) != 1:
        raise ValueError(f"{len(found)} classes are called {name}")
    return found[0]


if __name__ == "__main__":
    main()
